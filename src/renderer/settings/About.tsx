import { Button, Code, CopyButton, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDesktopInfo } from '../words/use-chosen-language.ts'
import { Card, SectionPage } from './SectionPage.tsx'

export function About() {
  const { t } = useTranslation('settings')
  const info = useDesktopInfo()
  return (
    <SectionPage section="about">
      <Card title={t('about.version', { version: info?.version ?? '…' })}>
        <Text>{t('about.meaning')}</Text>
      </Card>
      <Card title={t('about.data')}>
        <Text>{t('about.dataWhy')}</Text>
        {info === undefined ? null : (
          <Group gap="sm">
            <Code fz="sm" style={{ overflowWrap: 'anywhere' }} aria-label={t('about.folder')}>
              {info.profile}
            </Code>
            <CopyButton value={info.profile}>
              {({ copied, copy }) => (
                <Button size="sm" variant="default" onClick={copy}>
                  {t(copied ? 'about.copied' : 'about.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        )}
        {info === undefined || info.keyStore ? null : <Text fw={600}>{t('about.noKeyStore')}</Text>}
      </Card>
    </SectionPage>
  )
}
