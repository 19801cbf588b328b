import type { BusinessCalendar } from './calendar.ts'
import { dayOf, isoOf } from './local-days.ts'
import { closingOf, endOfDay, nextOpenMoment, openingOf } from './opening-hours.ts'
import type { CustomerPromise } from './promise.ts'
import { isLive } from './promises.ts'
import { MINUTE } from './time.ts'
import type { Instant } from './time.ts'

// Twice a day everybody sees what lies ahead: at opening all that was promised for today, and shortly before closing what
// is due before we open again. A round has a moment of its own, so that it is told once, also by a PC that starts later.

export interface Round {
  readonly kind: 'morning' | 'evening'
  /** When it comes: the opening of that day, or so long before its closing. */
  readonly at: Instant
}

/** The round that holds at `now`; null on a closed day, before opening and after closing. */
export function roundAt(calendar: BusinessCalendar, beforeClosing: number, now: Instant): Round | null {
  const date = isoOf(dayOf(calendar.zone, now))
  const opening = openingOf(calendar, date)
  const closing = closingOf(calendar, date)
  if (opening === null || closing === null || now < opening || now >= closing) return null
  const evening = closing - beforeClosing * MINUTE
  // A day shorter than that has one round.
  return evening > opening && now >= evening ? { kind: 'evening', at: evening } : { kind: 'morning', at: opening }
}

/** When the next round begins after `now`; null when nothing opens any more. */
export function nextRoundAt(calendar: BusinessCalendar, beforeClosing: number, now: Instant): Instant | null {
  const current = roundAt(calendar, beforeClosing, now)
  const closing = closingOf(calendar, isoOf(dayOf(calendar.zone, now)))
  if (current?.kind === 'morning' && closing !== null) {
    const evening = closing - beforeClosing * MINUTE
    if (evening > now) return evening
  }
  const opening = openingOf(calendar, isoOf(dayOf(calendar.zone, now)))
  if (opening !== null && opening > now) return opening
  return nextOpenMoment(calendar, endOfDay(calendar.zone, now))
}

/** What a round tells of: live promises due until the end of today, or until we open again. Earliest first. */
export function promisesInRound<P extends CustomerPromise>(
  round: Round,
  promises: readonly P[],
  calendar: BusinessCalendar,
): readonly P[] {
  const midnight = endOfDay(calendar.zone, round.at)
  const end = round.kind === 'morning' ? midnight : (nextOpenMoment(calendar, midnight) ?? midnight)
  return promises.filter((promise) => isLive(promise) && promise.dueAt <= end).sort((a, b) => a.dueAt - b.dueAt)
}
