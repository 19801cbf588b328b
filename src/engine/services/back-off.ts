import { MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Clock } from '../context.ts'

const FIRST = 5_000
/** Of a line that is down. */
const LONGEST = 5 * MINUTE

export interface BackOff {
  /** Waits longer each time; `tell` hears until when. Returns early when woken. */
  sleep(tell: (until: Instant) => void): Promise<void>
  /** The line may be back: go on now, and start again with short waits. */
  wake(): void
  /** It works: the next wait is short again. */
  reset(): void
}

/** The wait in milliseconds after try number `attempts` + 1: doubling from 5 seconds to `longest`, a fifth more or less. */
export function backOffDelay(attempts: number, longest = LONGEST, random: () => number = Math.random): number {
  const delay = Math.min(FIRST * 2 ** Math.min(attempts, 20), longest)
  // Without the spread, every mailbox of an office would come back at the same second.
  return Math.round(delay * (0.8 + 0.4 * random()))
}

export function createBackOff(clock: Clock): BackOff {
  let attempts = 0
  let goOn = (): void => {}
  return {
    async sleep(tell) {
      const until = clock.now() + backOffDelay(attempts++)
      await new Promise<void>((resolve) => {
        const cancel = clock.at(until, resolve)
        goOn = () => {
          cancel()
          resolve()
        }
        tell(until)
      })
    },
    wake() {
      attempts = 0
      goOn()
    },
    reset() {
      attempts = 0
    },
  }
}
