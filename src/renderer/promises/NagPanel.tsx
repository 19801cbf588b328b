import { Button, Menu } from '@mantine/core'
import { IconBellZ, IconChecks, IconClockExclamation, IconPhone, IconUserShare } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, PromiseView } from '../../shared/contract/cases.ts'
import { NAG_ACTS } from '../../shared/domain/nag-acts.ts'
import type { NagAct } from '../../shared/domain/nag-acts.ts'
import { PromiseDialog } from '../case/PromiseDialog.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useOverlay } from '../shell/overlay.ts'
import { useNow, useTime, useZone } from '../words/use-time.ts'
import { urgency } from '../words/time-words.ts'
import classes from './NagPanel.module.css'

const CantMakeIt = lazy(async () => ({ default: (await import('./CantMakeIt.tsx')).CantMakeIt }))

const ICONS: Readonly<Record<NagAct, Icon>> = {
  keep: IconChecks,
  call: IconPhone,
  tell: IconClockExclamation,
  'hand-over': IconUserShare,
}

interface Props {
  readonly shown: CaseView
  readonly promise: PromiseView
  /** What was chosen on the notification itself. */
  readonly act: NagAct | null
  /** The nag has its answer. */
  onDone(): void
}

/** A nag brought us here: the four ways to end it, large, and a little delay. Closing it ends nothing. */
export function NagPanel({ shown, promise, act, onDone }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const open = useOverlay((state) => state.open)
  // A call opens a note over the screen: that takes a click of its own.
  const [doing, setDoing] = useState<NagAct | null>(act === 'call' ? null : act)
  const choices = useAsk('nag.choices', { promiseId: promise.id }).data
  const choose = (chosen: NagAct): void => {
    if (chosen !== 'call') return setDoing(chosen)
    const start = { fates: { [promise.id]: 'kept' as const } }
    open({ kind: 'phone-note', note: { caseId: shown.id, kind: 'call-out', start } })
  }
  const step = doing === 'keep' || doing === 'hand-over' ? { kind: doing, promise } : null
  return (
    <section
      className={classes['panel']}
      data-urgency={urgency(promise.dueAt, now, useZone())}
      aria-labelledby="nag-title"
    >
      <div className={classes['say']}>
        <strong id="nag-title">{promise.text === '' ? t('case:promise.unnamed') : promise.text}</strong>
        <span>
          {t('promises:nag.about', { owner: promise.ownerName, moment: time.due(promise.dueAt, now) })}
          {choices?.handover != null && ` ${t('promises:nag.handedOver', { name: choices.handover.fromName })}`}
          {choices?.handover != null && choices.handover.note !== '' && <q>{choices.handover.note}</q>}
        </span>
      </div>
      <div className={classes['acts']}>
        {NAG_ACTS.map((name) => {
          const ActIcon = ICONS[name]
          return (
            <Button
              key={name}
              size="lg"
              variant={name === 'keep' ? 'filled' : 'default'}
              autoFocus={name === act}
              leftSection={<ActIcon aria-hidden size={22} />}
              onClick={() => choose(name)}
            >
              {t(`promises:nag.${name}`)}
            </Button>
          )
        })}
        <Snooze promiseId={promise.id} snoozes={choices?.snoozes ?? []} onDone={onDone} />
      </div>
      <PromiseDialog step={step} onClose={() => setDoing(null)} onDone={onDone} />
      {doing === 'tell' && (
        <Suspense fallback={null}>
          <CantMakeIt shown={shown} promise={promise} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </section>
  )
}

/** Puts the next nag off, as far as the rules allow. */
function Snooze(props: { readonly promiseId: string; readonly snoozes: readonly number[]; onDone(): void }) {
  const { t } = useTranslation()
  const time = useTime()
  const snooze = useCommand('nag.snooze')
  const { promiseId, snoozes, onDone } = props
  if (snoozes.length === 0) return null
  const until = (at: number): void =>
    snooze.mutate(
      { promiseId, until: at },
      {
        onSuccess: () => {
          tellDone(t('promises:nag.snoozed', { time: time.clock(at) }))
          onDone()
        },
        onError: tellError,
      },
    )
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button size="lg" variant="subtle" leftSection={<IconBellZ aria-hidden size={22} />}>
          {t('promises:nag.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozes.map((at) => (
          <Menu.Item key={at} onClick={() => until(at)}>
            {t('promises:nag.until', { time: time.clock(at) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
