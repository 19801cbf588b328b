import { Button, Text, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconChartBar,
  IconChecklist,
  IconHelpCircle,
  IconMessages,
  IconPhonePlus,
  IconSearch,
  IconSend,
  IconSettings,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../shared/contract/desktop.ts'
import { Key } from '../components/Key.tsx'
import { useAsk } from '../engine/hooks.ts'
import { NEEDS_US, UNFILTERED } from '../queue/sections.ts'
import { useViewState } from '../view-state.ts'
import { StatusLine } from './StatusLine.tsx'
import { WhoButton } from './WhoButton.tsx'
import type { KeyName } from './keys.ts'
import { useOverlay } from './overlay.ts'
import classes from './Navigation.module.css'

type Screen = Extract<
  Destination,
  { readonly screen: 'today' | 'queue' | 'outbox' | 'overview' | 'settings' }
>['screen']
type Tone = 'late' | 'today' | 'plain'

export function Navigation() {
  const { t } = useTranslation()
  const name = useAsk('business.get', {}).data?.name ?? ''
  const open = useOverlay((state) => state.open)
  const counts = useCounts()
  return (
    <section className={classes['side']} aria-label={t('shell:side')}>
      <Text className={classes['name'] ?? ''} fw={700} title={name}>
        {name}
      </Text>
      <Button
        className={classes['phone']}
        leftSection={<IconPhonePlus aria-hidden size={20} />}
        rightSection={<Key name="phoneNote" />}
        justify="space-between"
        aria-keyshortcuts="F2"
        onClick={() => open({ kind: 'phone-note', note: {} })}
      >
        {t('shell:phoneNote')}
      </Button>
      <nav className={classes['nav']} aria-label={t('shell:navigation')}>
        <Item screen="today" shortcut="today" icon={IconChecklist} label={t('shell:nav.today')} {...counts.today} />
        <Item screen="queue" shortcut="queue" icon={IconMessages} label={t('shell:nav.queue')} {...counts.queue} />
        <Item screen="outbox" shortcut="outbox" icon={IconSend} label={t('shell:nav.outbox')} {...counts.outbox} />
        <Item screen="overview" shortcut="overview" icon={IconChartBar} label={t('shell:nav.overview')} />
        <Item screen="settings" shortcut="settings" icon={IconSettings} label={t('shell:nav.settings')} />
      </nav>
      <div className={classes['foot']}>
        <UnstyledButton className={classes['item']} onClick={() => open({ kind: 'palette' })}>
          <IconSearch aria-hidden size={20} />
          <span className={classes['label']}>{t('shell:allActions')}</span>
          <Key name="palette" />
        </UnstyledButton>
        <UnstyledButton className={classes['item']} aria-keyshortcuts="F1" onClick={() => open({ kind: 'help' })}>
          <IconHelpCircle aria-hidden size={20} />
          <span className={classes['label']}>{t('shell:help')}</span>
          <Key name="help" />
        </UnstyledButton>
        <WhoButton />
        <StatusLine />
      </div>
    </section>
  )
}

interface Count {
  readonly count: number
  readonly tone: Tone
  /** What the number counts, for who can't see where it stands. */
  readonly meaning: string
}

function useCounts(): Readonly<Record<'today' | 'queue' | 'outbox', Count>> {
  const { t } = useTranslation()
  const sections = useAsk('queue.counts', { filter: UNFILTERED }).data
  const outbox = useAsk('status.get', {}).data?.outbox
  const overdue = sections?.overdue ?? 0
  const due = overdue + (sections?.['due-today'] ?? 0)
  const queue = NEEDS_US.reduce((sum, section) => sum + (sections?.[section] ?? 0), 0)
  const waiting = outbox === undefined ? 0 : outbox.waiting + outbox.uncertain + outbox.failed
  const stuck = outbox !== undefined && outbox.uncertain + outbox.failed > 0
  return {
    today: { count: due, tone: overdue > 0 ? 'late' : 'today', meaning: t('shell:count.today', { count: due }) },
    queue: { count: queue, tone: 'plain', meaning: t('shell:count.queue', { count: queue }) },
    outbox: { count: waiting, tone: stuck ? 'late' : 'plain', meaning: t('shell:count.outbox', { count: waiting }) },
  }
}

function Item(
  props: {
    readonly screen: Screen
    readonly icon: Icon
    readonly label: string
    readonly shortcut: KeyName
  } & Partial<Count>,
) {
  const { screen, icon: ItemIcon, label, count = 0 } = props
  const place = useViewState((state) => state.place.screen)
  const go = useViewState((state) => state.go)
  const here = place === screen || (place === 'case' && screen === 'queue')
  return (
    <Tooltip label={<Key name={props.shortcut} alone />} position="right">
      <UnstyledButton
        className={classes['item']}
        aria-current={here ? 'page' : undefined}
        aria-label={count > 0 ? `${label}, ${props.meaning}` : label}
        onClick={() => go({ screen })}
      >
        <ItemIcon aria-hidden size={22} stroke={1.8} />
        <span className={classes['label']}>{label}</span>
        {count > 0 && (
          <span className={classes['count']} data-tone={props.tone}>
            {count}
          </span>
        )}
      </UnstyledButton>
    </Tooltip>
  )
}
