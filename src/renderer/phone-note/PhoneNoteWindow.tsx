import { Title, VisuallyHidden } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconCircleCheck } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callDesktop, on } from '../engine/bridge.ts'
import { useViewState } from '../view-state.ts'
import { useReady } from '../words/use-ready.ts'
import { PhoneNote } from './PhoneNote.tsx'
import classes from './PhoneNote.module.css'

/** Long enough to read one line. */
const READING = 1_600

interface Round {
  readonly count: number
  readonly number: string | null
  /** What was saved, shown before the window closes. */
  readonly saved: string | null
}

/**
 * The small window that a softphone, the tray or a shortcut opens: one note, then it closes. Main keeps it loaded out of
 * sight, so each closing starts a fresh form; a call that comes while a note is being written waits its turn.
 */
export function PhoneNoteWindow() {
  const { t } = useTranslation('phone-note')
  const first = useViewState(({ place }) => (place.screen === 'phone-note' ? place.number : null))
  const [round, setRound] = useState<Round>({ count: 0, number: first, saved: null })
  const writing = useRef(false)
  const next = useRef<string | null>(null)
  useReady('phone-note', true)
  useEffect(() => {
    document.title = t('title.modal')
  }, [t])

  // The main window knows who sits here and how it looks; this one was loaded before that was chosen, perhaps.
  useWindowEvent('storage', () => void useViewState.persist.rehydrate())
  const start = useCallback(
    (number: string | null): void => setRound(({ count }) => ({ count: count + 1, number, saved: null })),
    [],
  )
  useEffect(
    () =>
      on('desktop.go', (place) => {
        if (place.screen !== 'phone-note') return
        if (writing.current) next.current = place.number
        else start(place.number)
      }),
    [start],
  )
  const finish = useCallback((): void => {
    writing.current = false
    const { current } = next
    next.current = null
    start(current)
    if (current === null) void callDesktop('desktop.close-window', {})
  }, [start])
  useEffect(() => {
    if (round.saved === null) return
    const timer = setTimeout(finish, READING)
    return () => clearTimeout(timer)
  }, [round.saved, finish])

  return (
    <main className={classes['window']} aria-label={t('title.modal')}>
      <VisuallyHidden component="h1">{t('title.modal')}</VisuallyHidden>
      {round.saved === null ? (
        <PhoneNote
          key={round.count}
          number={round.number}
          onWords={(has) => {
            writing.current = has
          }}
          onSaved={({ words }) => {
            writing.current = false
            setRound({ ...round, saved: words })
          }}
          onClose={finish}
        />
      ) : (
        <div className={classes['saved']} role="status">
          <IconCircleCheck aria-hidden size={48} style={{ color: 'var(--b-fine)' }} />
          <Title order={2}>{round.saved}</Title>
        </div>
      )}
    </main>
  )
}
