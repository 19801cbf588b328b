import { absenceAt } from './absences.ts'
import type { Away } from './absences.ts'
import type { BusinessCalendar } from './calendar.ts'
import { halfDayOf } from './moments.ts'
import { openMinutesBetween } from './opening-hours.ts'
import type { CustomerPromise } from './promise.ts'
import type { PromiseRules } from './promise-rules.ts'
import type { Instant } from './time.ts'

// Seen before it breaks: why a promise that is still open may not be kept as things stand.

export const RISKS = ['owner-absent', 'overbooked', 'undelivered', 'untouched', 'moved-often'] as const
export type Risk = (typeof RISKS)[number]

/** What is known beside the promise itself. */
export interface RiskFacts {
  /** Its mail bounced, failed, or can't get away: the customer doesn't know of it. */
  readonly undelivered: boolean
  /** When one of us last did something on its case since it was made (answered, called, wrote a note); null when nobody did. */
  readonly touchedAt: Instant | null
  /** How often the customer was given another moment before this one. */
  readonly moved: number
}

/** From the third time on that a customer is given another moment, the owner of the business looks at it. */
export const MOVED_OFTEN = 3

/**
 * How many of the owner's live promises fall in each half day. Ask once for all promises: `halfDayOf` names the half day.
 */
export function loadOf(
  promises: readonly Pick<CustomerPromise, 'ownerId' | 'dueAt'>[],
  calendar: BusinessCalendar,
): (ownerId: string, at: Instant) => number {
  const counts = new Map<string, number>()
  const key = (ownerId: string, at: Instant): string => `${ownerId} ${halfDayOf(calendar.zone, at)}`
  for (const { ownerId, dueAt } of promises) {
    const half = key(ownerId, dueAt)
    counts.set(half, (counts.get(half) ?? 0) + 1)
  }
  return (ownerId, at) => counts.get(key(ownerId, at)) ?? 0
}

/** Why this promise is at risk at `now`, in the order of RISKS. Empty once it is due: then it is broken, not at risk. */
export function risksOf(
  promise: CustomerPromise,
  facts: RiskFacts,
  around: {
    readonly absences: readonly Away[]
    readonly load: (ownerId: string, at: Instant) => number
    readonly rules: Pick<PromiseRules, 'mostPerHalfDay' | 'untouchedWithin'>
    readonly calendar: BusinessCalendar
  },
  now: Instant,
): readonly Risk[] {
  const { ownerId, dueAt, state, madeAt } = promise
  if (state !== 'open' || dueAt <= now) return []
  const { absences, load, rules, calendar } = around
  const holds: Readonly<Record<Risk, boolean>> = {
    'owner-absent': absenceAt(absences, ownerId, dueAt, calendar.zone) !== null,
    overbooked: load(ownerId, dueAt) > rules.mostPerHalfDay,
    undelivered: facts.undelivered,
    untouched:
      (facts.touchedAt === null || facts.touchedAt <= madeAt) &&
      // Whoever has just promised something for soon is on it.
      openMinutesBetween(calendar, madeAt, dueAt) > rules.untouchedWithin &&
      openMinutesBetween(calendar, now, dueAt) <= rules.untouchedWithin,
    'moved-often': facts.moved >= MOVED_OFTEN,
  }
  return RISKS.filter((risk) => holds[risk])
}
