import type { BusinessCalendar } from './calendar.ts'
import type { CaseId, CaseKind, Channel } from './case.ts'
import type { ContactId } from './contact.ts'
import type { MonthSpan } from './overview-month.ts'
import { subtractOpenMinutes } from './opening-hours.ts'
import type { CustomerId, StaffId } from './people.ts'
import type { CustomerPromise, PromiseId } from './promise.ts'
import { HOUR } from './time.ts'
import type { Instant } from './time.ts'

// The rows of one month as the overview sees them. docs/overview.md defines every figure in words.

/** A case that came in this month and was not set aside. */
export interface OverviewCase {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly ownerId: StaffId | null
  readonly kind: CaseKind
  readonly channel: Channel
  readonly openedAt: Instant
  /** When a person first answered. */
  readonly firstAnswerAt: Instant | null
  readonly closedAt: Instant | null
  /** When this customer first came with a compliment or an order afterwards; looked up for complaints only. */
  readonly madeGoodAt: Instant | null
}

/** A promise that fell due this month, whenever it was made. */
export interface OverviewPromise extends Pick<
  CustomerPromise,
  'caseId' | 'customerId' | 'ownerId' | 'origin' | 'dueAt' | 'state' | 'brokenAt' | 'endedAt' | 'endNote'
> {
  readonly promiseId: PromiseId
}

/** One time that a customer had to come back to us while we owed an answer. */
export interface OverviewChaser {
  readonly contactId: ContactId
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly at: Instant
}

export interface OverviewFacts {
  readonly span: MonthSpan
  readonly now: Instant
  readonly calendar: BusinessCalendar
  readonly cases: readonly OverviewCase[]
  readonly promises: readonly OverviewPromise[]
  readonly chasers: readonly OverviewChaser[]
  /** Cases on which something was still owed when the month ended (or now, while it lasts). */
  readonly openAtEnd: readonly CaseId[]
}

/**
 * What became of a promise: every promise is exactly one of these. `late` and `broken` both broke at their due moment; `late`
 * was made good afterwards.
 */
export const PROMISE_ENDINGS = ['early', 'on-time', 'renegotiated', 'late', 'broken', 'withdrawn', 'open'] as const
export type PromiseEnding = (typeof PROMISE_ENDINGS)[number]

/** How much working time before its moment a promise counts as kept early, in minutes. */
const EARLY = 60

export function endingOf(
  promise: Pick<CustomerPromise, 'state' | 'dueAt' | 'brokenAt' | 'endedAt'>,
  calendar: BusinessCalendar,
  now: Instant,
): PromiseEnding {
  const { state } = promise
  if (state === 'kept-late') return 'late'
  // The sweep may not have come by yet: a moment that passed is broken all the same.
  if (promise.brokenAt !== null || (state === 'open' && promise.dueAt <= now)) return 'broken'
  if (state !== 'kept') return state
  return (promise.endedAt ?? promise.dueAt) <= earlyUntil(promise.dueAt, calendar) ? 'early' : 'on-time'
}

/** A working hour before it, or an hour by the clock where nobody ever opens. */
function earlyUntil(dueAt: Instant, calendar: BusinessCalendar): Instant {
  return subtractOpenMinutes(calendar, dueAt, EARLY) ?? dueAt - HOUR
}
