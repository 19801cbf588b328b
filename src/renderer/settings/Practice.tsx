import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import { Card, SectionPage } from './SectionPage.tsx'

export function Practice() {
  const { t } = useTranslation('settings')
  const practice = useAsk('status.get', {}).data?.practice ?? false
  const [busy, setBusy] = useState(false)
  const change = async (): Promise<void> => {
    setBusy(true)
    const done = await callDesktop('desktop.switch-practice', { practice: !practice })
    setBusy(false)
    if (!done.ok) tellFailure(done.error)
  }
  const now = practice ? 'inside' : 'outside'
  return (
    <SectionPage section="practice">
      <Card title={t(`practice.${now}.title`)}>
        <Text>{t(`practice.${now}.say`)}</Text>
        <Group>
          <Button variant={practice ? 'filled' : 'default'} loading={busy} onClick={() => void change()}>
            {t(`practice.${now}.do`)}
          </Button>
        </Group>
      </Card>
    </SectionPage>
  )
}
