// When a crashed engine comes back. It must be within two seconds, yet an engine that can't live must not eat the PC.

/** Crashes further apart than this have nothing to do with each other. */
const WINDOW = 60_000
/** From here on a person is told, and stays told until the engine has lived for STEADY. */
const FAILING_AFTER = 5
export const STEADY = 5_000

const DELAYS = [0, 250, 500, 1_000]
const LONGEST = 30_000

export interface CrashHistory {
  /** Moments of recent crashes, in milliseconds of any steady clock. */
  readonly crashes: readonly number[]
  /** How often in a row it ended before it could work. */
  readonly stillborn: number
}
export const NO_CRASHES: CrashHistory = { crashes: [], stillborn: 0 }

export interface Restart {
  readonly history: CrashHistory
  /** Milliseconds to wait. */
  readonly delay: number
  readonly failing: boolean
}

/**
 * An engine that worked and then died (killed, out of memory, a bug on one mail) is back at once, and within a second
 * however often it happens. One that dies before it works waits ever longer.
 */
export function afterCrash(history: CrashHistory, now: number, hadStarted: boolean): Restart {
  const crashes = [...history.crashes.filter((at) => now - at < WINDOW), now]
  const stillborn = hadStarted ? 0 : history.stillborn + 1
  const delay =
    stillborn > DELAYS.length
      ? Math.min(LONGEST, 1_000 * 2 ** (stillborn - DELAYS.length))
      : DELAYS[Math.min(crashes.length, DELAYS.length) - 1]!
  return { history: { crashes, stillborn }, delay, failing: crashes.length >= FAILING_AFTER }
}
