import { Group, Text } from '@mantine/core'
import { IconCircleCheck, IconMoon, IconPlayerPause, IconRefresh } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MailboxView } from '../../shared/contract/mail.ts'
import type { MailboxStatus } from '../../shared/contract/status.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useNow, useTime } from '../words/use-time.ts'

const ICONS: Readonly<Record<MailboxStatus['phase'], Icon>> = {
  off: IconPlayerPause,
  connecting: IconRefresh,
  syncing: IconRefresh,
  'up-to-date': IconCircleCheck,
  asleep: IconMoon,
  stopped: IconPlayerPause,
}

/** How one mailbox is doing, in a sentence; with what is wrong when something is. */
export function MailboxPhase({ mailbox }: { readonly mailbox: MailboxView }) {
  const { t } = useTranslation('settings')
  const time = useTime()
  const now = useNow()
  const status = useAsk('status.get', {}).data?.mailboxes.find(({ mailboxId }) => mailboxId === mailbox.id)
  if (status === undefined) return null
  const { phase, failure, upToDateAt, nextTryAt, remaining } = status
  const PhaseIcon = ICONS[phase]
  return (
    <>
      <Group gap={8} wrap="nowrap" role="status">
        <PhaseIcon
          aria-hidden
          size={18}
          style={{ flex: 'none', color: phase === 'up-to-date' ? 'var(--b-fine)' : 'var(--b-ink-soft)' }}
        />
        <Text size="sm">
          {t(`mailboxes.phase.${phase}`)}
          {phase === 'up-to-date' && upToDateAt !== null
            ? ` ${t('mailboxes.checked', { moment: time.since(upToDateAt, now) })}`
            : null}
          {phase === 'asleep' && nextTryAt !== null
            ? ` ${t('mailboxes.nextTry', { moment: time.clock(nextTryAt) })}`
            : null}
          {phase === 'syncing' && remaining !== null ? ` ${t('mailboxes.remaining', { count: remaining })}` : null}
        </Text>
      </Group>
      {failure === null ? null : <FailureNotice failure={failure} />}
    </>
  )
}
