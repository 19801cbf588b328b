import type { CaseId, CaseKind, Channel } from './case.ts'
import { dateOf, dayOf, minuteOfDay, weekdayOf } from './local-days.ts'
import { endingOf } from './overview-facts.ts'
import type { OverviewCase, OverviewFacts, OverviewPromise, PromiseEnding } from './overview-facts.ts'
import type { StaffId } from './people.ts'
import type { PromiseId, PromiseOrigin } from './promise.ts'
import { assertNever } from './result.ts'
import type { Instant, IsoDate, Weekday } from './time.ts'

// A slice names one figure of the overview, and what it counts can be listed. Figures are the lengths of these lists, so a
// figure and the cases behind it can't disagree.

export const SLICE_SUBJECTS = [
  'received',
  'answered',
  'unanswered',
  'same-day',
  'open-at-end',
  'promises',
  'chasers',
  'complaints',
  'complaints-closed',
  'made-good',
  'compliments',
] as const
export type SliceSubject = (typeof SLICE_SUBJECTS)[number]

export interface OverviewSlice {
  readonly of: SliceSubject
  readonly channel?: Channel | undefined
  readonly kind?: CaseKind | undefined
  /** The local day on which the question came. */
  readonly date?: IsoDate | undefined
  readonly weekday?: Weekday | undefined
  /** 0 to 23, by the local clock. */
  readonly hour?: number | undefined
  /** One of these endings. */
  readonly endings?: readonly PromiseEnding[] | undefined
  /** Null: of nobody. */
  readonly ownerId?: StaffId | null | undefined
  readonly origin?: PromiseOrigin | undefined
  /** Why a promise ended as it did, as staff wrote it; null: nothing was written. Only of promises that were not kept in time. */
  readonly cause?: string | null | undefined
}

/** One thing that a figure counts. */
export interface SliceItem {
  readonly caseId: CaseId
  readonly at: Instant
  readonly promiseId: PromiseId | null
}

/** What a figure counts, in the order of the facts. */
export function itemsBehind(facts: OverviewFacts, slice: OverviewSlice): SliceItem[] {
  switch (slice.of) {
    case 'promises':
      return facts.promises
        .filter((promise) => isInSlice(promise, facts, slice))
        .map(({ caseId, dueAt, promiseId }) => ({ caseId, at: dueAt, promiseId }))
    case 'chasers':
      return facts.chasers.map(({ caseId, at }) => ({ caseId, at, promiseId: null }))
    case 'open-at-end':
      return facts.openAtEnd.map((caseId) => ({ caseId, at: facts.span.until, promiseId: null }))
    case 'received':
    case 'answered':
    case 'unanswered':
    case 'same-day':
    case 'complaints':
    case 'complaints-closed':
    case 'made-good':
    case 'compliments':
      return casesBehind(facts, slice).map(({ caseId, openedAt }) => ({ caseId, at: openedAt, promiseId: null }))
    default:
      return assertNever(slice.of)
  }
}

export function casesBehind(facts: OverviewFacts, slice: OverviewSlice): OverviewCase[] {
  const { zone } = facts.calendar
  return facts.cases.filter(
    (one) =>
      isSubject(one, slice.of, zone) &&
      fits(slice.channel, one.channel) &&
      fits(slice.kind, one.kind) &&
      fits(slice.ownerId, one.ownerId) &&
      (slice.date === undefined || slice.date === dateOf(one.openedAt, zone)) &&
      (slice.weekday === undefined || slice.weekday === weekdayAt(one.openedAt, zone)) &&
      (slice.hour === undefined || slice.hour === hourAt(one.openedAt, zone)),
  )
}

export const hourAt = (at: Instant, zone: string): number => Math.floor(minuteOfDay(zone, at) / 60)
export const weekdayAt = (at: Instant, zone: string): Weekday => weekdayOf(dayOf(zone, at))

/** Why it was not kept in time, as staff wrote it; null when nothing was written. */
export const causeOf = ({ endNote }: OverviewPromise): string | null => endNote?.trim() || null

function isSubject(one: OverviewCase, of: OverviewSlice['of'], zone: string): boolean {
  if (of === 'received') return true
  if (of === 'answered') return one.firstAnswerAt !== null
  if (of === 'unanswered') return one.firstAnswerAt === null
  if (of === 'same-day') return one.closedAt !== null && dayOf(zone, one.closedAt) === dayOf(zone, one.openedAt)
  if (of === 'complaints') return one.kind === 'complaint'
  if (of === 'complaints-closed') return one.kind === 'complaint' && one.closedAt !== null
  if (of === 'made-good') return one.kind === 'complaint' && one.madeGoodAt !== null
  return of === 'compliments' && one.kind === 'compliment'
}

function isInSlice(promise: OverviewPromise, { calendar, now }: OverviewFacts, slice: OverviewSlice): boolean {
  if (!fits(slice.ownerId, promise.ownerId) || !fits(slice.origin, promise.origin)) return false
  if (slice.endings === undefined && slice.cause === undefined) return true
  const ending = endingOf(promise, calendar, now)
  if (slice.endings !== undefined && !slice.endings.includes(ending)) return false
  return slice.cause === undefined || (isCaused(ending) && slice.cause === causeOf(promise))
}

/** Endings that have a cause worth knowing. */
export function isCaused(ending: PromiseEnding): boolean {
  return ending === 'renegotiated' || ending === 'late' || ending === 'broken' || ending === 'withdrawn'
}

function fits<T>(wanted: T | undefined, is: T): boolean {
  return wanted === undefined || wanted === is
}
