import { Button, Group, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/contract/failure.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Notice } from '../components/Notice.tsx'
import { callDesktop } from '../engine/bridge.ts'
import { useHealth } from '../engine/engine-state.ts'
import { Ladder } from './Ladder.tsx'
import { Card, SectionPage } from './SectionPage.tsx'

type Outcome = 'shown' | 'notShown' | Failure

export function Notifications() {
  const { t } = useTranslation('settings')
  const working = useHealth((state) => state.notifications)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const test = async (): Promise<void> => {
    const shown = await callDesktop('desktop.test-notification', {})
    setOutcome(shown.ok ? (shown.value ? 'shown' : 'notShown') : shown.error)
  }
  return (
    <SectionPage section="notifications">
      {working ? null : <Notice>{t('notifications.notShown')}</Notice>}
      <Card title={t('notifications.how')}>
        <Text component="ul" pl="lg" my={0}>
          {(['due', 'repeat', 'hours', 'click'] as const).map((what) => (
            <li key={what}>{t(`notifications.${what}`)}</li>
          ))}
        </Text>
        <Group gap="md">
          <Button variant="default" leftSection={<IconBell aria-hidden size={18} />} onClick={() => void test()}>
            {t('notifications.test')}
          </Button>
          <Text role="status" style={{ flex: '1 1 100%' }}>
            {outcome === 'shown' || outcome === 'notShown' ? t(`notifications.${outcome}`) : null}
          </Text>
        </Group>
        {outcome !== null && typeof outcome === 'object' ? <FailureNotice failure={outcome} /> : null}
      </Card>
      <Ladder />
    </SectionPage>
  )
}
