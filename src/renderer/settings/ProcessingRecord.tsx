import { Button, CopyButton, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../engine/hooks.ts'

const LINES = ['purpose', 'people', 'data', 'receivers', 'abroad', 'term', 'protection', 'rights'] as const

/** The page that the owner can hand over: what is kept of whom, why, how long, and how it is protected (AVG, article 30). */
export function ProcessingRecord() {
  const { t } = useTranslation('privacy')
  const business = useAsk('business.get', {}).data
  const months = useAsk('privacy.retention', {}).data?.months ?? null
  const sealed = useAsk('backup.status', {}).data?.sealed ?? false
  const lines = LINES.map((line) => ({
    title: t(`record.lines.${line}.title`),
    say:
      line === 'term'
        ? months === null
          ? t('record.noTerm')
          : t('record.term', { count: months })
        : line === 'protection'
          ? `${t('record.lines.protection.say')} ${t(sealed ? 'record.sealed' : 'record.unsealed')}`
          : t(`record.lines.${line}.say`),
  }))
  const name = business?.name ?? ''
  const page = [t('record.heading', { name }), ...lines.map(({ title, say }) => `${title}\n${say}`)].join('\n\n')
  return (
    <>
      <Text fw={600}>{t('record.heading', { name })}</Text>
      <dl>
        {lines.map(({ title, say }) => (
          <div key={title}>
            <Text component="dt" fw={600}>
              {title}
            </Text>
            <Text component="dd" mx={0} mb="xs">
              {say}
            </Text>
          </div>
        ))}
      </dl>
      <Group>
        <CopyButton value={page}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'record.copied' : 'record.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </>
  )
}
