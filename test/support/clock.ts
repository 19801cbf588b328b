import type { Clock } from '../../src/engine/context.ts'
import type { Instant } from '../../src/shared/domain/time.ts'

export interface TestClock extends Clock {
  /** Time passes: every alarm runs at its own moment, and what it started has ended before the next one. */
  passTo(when: Instant): Promise<void>
  pass(milliseconds: number): Promise<void>
  /** The PC sleeps, or somebody sets the clock: suddenly it is `when`, and whatever passed runs late. */
  jumpTo(when: Instant): Promise<void>
  /** How many alarms are set. */
  readonly alarms: number
}

interface Alarm {
  readonly when: Instant
  readonly run: () => void
}

/** A clock that stands still until a test moves it. */
export function createTestClock(start: Instant): TestClock {
  let now = start
  const alarms = new Set<Alarm>()

  const earliest = (until: Instant): Alarm | undefined =>
    [...alarms].filter(({ when }) => when <= until).sort((a, b) => a.when - b.when)[0]

  async function run(alarm: Alarm): Promise<void> {
    alarms.delete(alarm)
    alarm.run()
    await settled()
  }

  const clock: TestClock = {
    now: () => now,
    at(when, run) {
      const alarm = { when, run }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    async passTo(when) {
      await settled()
      for (let next = earliest(when); next !== undefined; next = earliest(when)) {
        now = Math.max(now, next.when)
        await run(next)
      }
      now = when
    },
    pass: (milliseconds) => clock.passTo(now + milliseconds),
    async jumpTo(when) {
      now = when
      const due = [...alarms].filter((alarm) => alarm.when <= when).sort((a, b) => a.when - b.when)
      for (const alarm of due) await run(alarm)
    },
    get alarms() {
      return alarms.size
    },
  }
  return clock
}

/** The database answers at once, so what an alarm started has ended after a few turns of the event loop. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
