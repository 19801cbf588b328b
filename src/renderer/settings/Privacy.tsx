import { Button, Group, NumberInput, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useMoment } from '../words/use-time.ts'
import { LockSettings } from './LockSettings.tsx'
import { PrivacyCustomer } from './PrivacyCustomer.tsx'
import { ProcessingRecord } from './ProcessingRecord.tsx'
import { Card, SectionPage } from './SectionPage.tsx'

export function Privacy() {
  const { t } = useTranslation('privacy')
  return (
    <SectionPage section="privacy">
      <Card title={t('customer.title')} intro={t('customer.why')}>
        <PrivacyCustomer />
      </Card>
      <Retention />
      <LockSettings />
      <Card title={t('record.title')} intro={t('record.why')}>
        <ProcessingRecord />
      </Card>
    </SectionPage>
  )
}

/** Two years: the term in which a Dutch consumer may come back about what was bought. */
const USUAL_MONTHS = 24
const FEWEST = 3
const MOST = 240

function Retention() {
  const { t } = useTranslation('privacy')
  const moment = useMoment()
  const kept = useAsk('privacy.retention', {}).data
  const [typed, setTyped] = useState<number | null>(null)
  const months = typed ?? kept?.months ?? USUAL_MONTHS
  const isFine = Number.isInteger(months) && months >= FEWEST && months <= MOST
  const preview = useAsk('privacy.retention-preview', { months }, { enabled: isFine }).data
  const save = useCommand('privacy.set-retention')
  const isOn = kept !== undefined && kept.months !== null
  const set = (value: number | null): void =>
    save.mutate(
      { months: value },
      {
        onSuccess: () => tellDone(value === null ? t('retention.off') : t('retention.on', { count: value })),
        onError: tellError,
      },
    )
  return (
    <Card title={t('retention.title')} intro={t('retention.why')}>
      <Group align="end" gap="sm">
        <NumberInput
          label={t('retention.months')}
          min={FEWEST}
          max={MOST}
          allowDecimal={false}
          value={months}
          onChange={(value) => setTyped(Number(value))}
          error={isFine ? null : t('retention.wrong')}
          w="16rem"
        />
        {isOn && kept.months !== months ? (
          <Button variant="default" disabled={!isFine} onClick={() => set(months)}>
            {t('retention.change')}
          </Button>
        ) : null}
      </Group>
      <Text role="status">
        {preview === undefined || !isFine
          ? null
          : preview.cases === 0
            ? t('retention.nothing')
            : `${t('retention.cases', { count: preview.cases })} ${t('retention.customers', { count: preview.customers })} ${
                preview.oldest === null ? '' : t('retention.oldest', { moment: moment(preview.oldest) })
              }`}
      </Text>
      <Switch
        size="md"
        label={t('retention.switch')}
        description={t('retention.switchWhy')}
        checked={isOn}
        disabled={!isFine && !isOn}
        onChange={(event) => set(event.currentTarget.checked ? months : null)}
      />
    </Card>
  )
}
