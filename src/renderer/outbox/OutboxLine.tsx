import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconClock, IconHelpCircle, IconSend } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxRow } from '../../shared/contract/mail.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './Outbox.module.css'

const ICONS: Readonly<Record<Exclude<OutboxRow['state'], 'withdrawn'>, Icon>> = {
  undo: IconClock,
  waiting: IconClock,
  sending: IconSend,
  sent: IconAlertTriangle,
  uncertain: IconHelpCircle,
  failed: IconAlertTriangle,
}

/** One mail: to whom, how it stands, why, and what can be done about it. */
export function OutboxLine({ row }: { readonly row: OutboxRow }) {
  const { t } = useTranslation('outbox')
  const go = useViewState((state) => state.go)
  const time = useTime()
  const now = useNow()
  if (row.state === 'withdrawn') return null
  const RowIcon = ICONS[row.state]
  const pressing = row.state === 'failed' || row.state === 'uncertain' || row.state === 'sent'
  return (
    <li className={classes['row']} data-pressing={pressing}>
      <RowIcon aria-hidden size={22} stroke={1.7} className={classes['icon'] ?? ''} />
      <div className={classes['what']}>
        <Anchor
          component="button"
          type="button"
          fw={650}
          ta="left"
          onClick={() => go({ screen: 'case', caseId: row.caseId })}
        >
          {row.subject}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('to', { name: row.customerName, addresses: row.to.join(', ') })} ·{' '}
          {t('written', { moment: time.moment(row.createdAt, now) })}
        </Text>
        <Text mt={6} fw={pressing ? 600 : 400}>
          {t(`state.${row.state}`)}
          {row.state === 'waiting' && row.attempts > 0 && row.nextTryAt !== null
            ? ` ${row.nextTryAt <= now ? t('nextTry.now') : t('nextTry.at', { moment: time.moment(row.nextTryAt, now) })}`
            : null}
        </Text>
        <Reason row={row} />
      </div>
      <Actions row={row} />
    </li>
  )
}

function Reason({ row }: { readonly row: OutboxRow }) {
  const { t } = useTranslation('outbox')
  if (row.refused.length > 0) {
    return (
      <Text size="sm">
        {t('refused', { count: row.refused.length, addresses: row.refused.map(({ address }) => address).join(', ') })}
      </Text>
    )
  }
  if (row.failure === null || row.attempts === 0) return null
  const blanks = row.failure.detail ?? {}
  return (
    <Text size="sm">
      {t(`failure:${row.failure.code}.what`, blanks)}{' '}
      {row.state === 'failed' ? t(`failure:${row.failure.code}.todo`, blanks) : null}
    </Text>
  )
}

type Asking = 'again' | 'withdraw' | null

function Actions({ row }: { readonly row: OutboxRow }) {
  const { t } = useTranslation('outbox')
  const retry = useCommand('outbox.retry')
  const arrived = useCommand('outbox.mark-sent')
  const withdraw = useCommand('outbox.withdraw')
  const [asking, setAsking] = useState<Asking>(null)
  const { outboxId, state, subject } = row
  const on = (said: string) => ({
    onSuccess: () => {
      setAsking(null)
      tellDone(said)
    },
    onError: tellError,
  })
  const again = (): void => retry.mutate({ outboxId }, on(t('done.again')))
  if (state === 'sending' || state === 'sent' || state === 'withdrawn') return null
  return (
    <Group gap="xs" className={classes['actions'] ?? ''} role="group" aria-label={t('actions', { subject })}>
      {state === 'uncertain' ? (
        <Button
          size="sm"
          loading={arrived.isPending}
          onClick={() => arrived.mutate({ outboxId }, on(t('done.arrived')))}
        >
          {t('do.arrived')}
        </Button>
      ) : null}
      {state === 'undo' ? null : (
        <Button
          size="sm"
          variant={state === 'failed' ? 'filled' : 'default'}
          loading={retry.isPending}
          onClick={() => (state === 'uncertain' ? setAsking('again') : again())}
        >
          {t(`do.again.${state}`)}
        </Button>
      )}
      <Button size="sm" variant="subtle" onClick={() => setAsking('withdraw')}>
        {t('do.withdraw')}
      </Button>
      {asking === 'again' ? (
        <ConfirmDialog
          title={t('ask.again.title')}
          action={t('do.again.uncertain')}
          busy={retry.isPending}
          onConfirm={again}
          onClose={() => setAsking(null)}
        >
          <Text>{t('ask.again.say', { name: row.customerName })}</Text>
        </ConfirmDialog>
      ) : null}
      {asking === 'withdraw' ? (
        <ConfirmDialog
          title={t('ask.withdraw.title')}
          action={t('do.withdraw')}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate({ outboxId }, on(t('done.withdrawn')))}
          onClose={() => setAsking(null)}
        >
          <Text>{t(state === 'uncertain' ? 'ask.withdraw.sayUncertain' : 'ask.withdraw.say')}</Text>
        </ConfirmDialog>
      ) : null}
    </Group>
  )
}
