import type { Instant } from '../shared/domain/time.ts'
import type { Clock } from './context.ts'

/** Timers stand still while the PC sleeps and know nothing of a clock that was set: so look at the wall clock this often. */
const SWEEP = 30_000

interface Alarm {
  readonly when: Instant
  readonly run: () => void
}

export interface RealClock extends Clock {
  /** The PC woke up or the clock was set: look at the wall clock now. */
  wake(): void
}

/** The wall clock of this PC. An alarm runs at its moment, or within 30 seconds after a sleep or a clock jump passed it. */
export function createClock(): RealClock {
  const alarms = new Set<Alarm>()
  let timer: NodeJS.Timeout | undefined

  function sweep(): void {
    const now = Date.now()
    const due = [...alarms].filter((alarm) => alarm.when <= now).sort((a, b) => a.when - b.when)
    for (const alarm of due) alarms.delete(alarm)
    arm()
    for (const alarm of due) alarm.run()
  }

  function arm(): void {
    clearTimeout(timer)
    if (alarms.size === 0) return
    const earliest = Math.min(...[...alarms].map((alarm) => alarm.when))
    timer = setTimeout(sweep, Math.max(0, Math.min(earliest - Date.now(), SWEEP)))
  }

  return {
    now: () => Date.now(),
    at(when, run) {
      const alarm = { when, run }
      alarms.add(alarm)
      arm()
      return () => {
        alarms.delete(alarm)
        arm()
      }
    },
    wake: sweep,
  }
}
