import { CASE_KINDS, CHANNELS } from './case.ts'
import type { CaseKind, Channel } from './case.ts'
import { grouped } from './grouped.ts'
import { dayNumberOf, dayOf, isoOf } from './local-days.ts'
import { openMinutesBetween } from './opening-hours.ts'
import { PROMISE_ENDINGS, endingOf } from './overview-facts.ts'
import type { OverviewCase, OverviewFacts, OverviewPromise, PromiseEnding } from './overview-facts.ts'
import { casesBehind, causeOf, hourAt, isCaused, weekdayAt } from './overview-slice.ts'
import type { StaffId } from './people.ts'
import { PROMISE_ORIGINS } from './promise.ts'
import type { PromiseOrigin } from './promise.ts'
import { MINUTE } from './time.ts'
import type { Instant, IsoDate } from './time.ts'

// The month in figures. docs/overview.md says in words what each one counts.

/** The share of consumers who said that a company never answered them: Team Vier, 2013, 997 people. */
export const NEVER_ANSWERED_2013 = 0.36

/** Minutes; null when there was nothing to measure. */
export interface Spread {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

export type Endings = Readonly<Record<PromiseEnding, number>>

export interface PersonFigures {
  readonly ownerId: StaffId | null
  readonly received: number
  readonly sameDay: number
  readonly compliments: number
  readonly promises: number
  readonly endings: Endings
}

export interface OverviewFigures {
  readonly questions: {
    readonly received: number
    readonly answered: number
    readonly unanswered: number
    readonly openAtEnd: number
    readonly sameDay: number
    readonly byChannel: Readonly<Record<Channel, number>>
    readonly byKind: Readonly<Record<CaseKind, number>>
    /** Every day of the month. */
    readonly byDay: readonly { readonly date: IsoDate; readonly count: number }[]
    /** Monday first, then hour 0 to 23. */
    readonly heat: readonly (readonly number[])[]
    /** Until a person first answered what came in writing, in open hours and by the clock. */
    readonly firstAnswer: { readonly open: Spread; readonly clock: Spread }
  }
  readonly promises: {
    readonly made: number
    readonly endings: Endings
    /** Kept in time of all that were kept or broke; null when none were. */
    readonly keptShare: number | null
    readonly byOrigin: readonly { readonly origin: PromiseOrigin; readonly count: number; readonly endings: Endings }[]
    /** Of those that were not kept in time; most frequent first. */
    readonly byCause: readonly { readonly cause: string | null; readonly count: number }[]
  }
  readonly chasers: { readonly times: number; readonly customers: number }
  readonly complaints: {
    readonly received: number
    readonly closed: number
    readonly madeGood: number
    readonly toSolution: { readonly open: Spread; readonly clock: Spread }
  }
  readonly compliments: number
  /** Who owned what; most promises first. */
  readonly people: readonly PersonFigures[]
}

export function overviewFigures(facts: OverviewFacts): OverviewFigures {
  const count = (of: 'answered' | 'unanswered' | 'same-day' | 'compliments' | 'made-good'): number =>
    casesBehind(facts, { of }).length
  const complaints = casesBehind(facts, { of: 'complaints' })
  const closed = casesBehind(facts, { of: 'complaints-closed' })
  return {
    questions: {
      received: facts.cases.length,
      answered: count('answered'),
      unanswered: count('unanswered'),
      openAtEnd: facts.openAtEnd.length,
      sameDay: count('same-day'),
      byChannel: tally(CHANNELS, facts.cases, ({ channel }) => channel),
      byKind: tally(CASE_KINDS, facts.cases, ({ kind }) => kind),
      ...whenTheyCame(facts),
      firstAnswer: timesBetween(facts, facts.cases.filter(cameInWriting), ({ firstAnswerAt }) => firstAnswerAt),
    },
    promises: promiseFigures(facts),
    chasers: {
      times: facts.chasers.length,
      customers: new Set(facts.chasers.map(({ customerId }) => customerId)).size,
    },
    complaints: {
      received: complaints.length,
      closed: closed.length,
      madeGood: count('made-good'),
      toSolution: timesBetween(facts, closed, ({ closedAt }) => closedAt),
    },
    compliments: count('compliments'),
    people: peopleFigures(facts),
  }
}

/** Nothing came in and nothing fell due: a month without data, not a month of zeros. */
export function hasData({ cases, promises }: Pick<OverviewFacts, 'cases' | 'promises'>): boolean {
  return cases.length > 0 || promises.length > 0
}

/** Kept in time of all that were kept or broke: what was renegotiated in time, withdrawn or is still open says nothing yet. */
export function keptShare(endings: Endings): number | null {
  const kept = endings.early + endings['on-time']
  const judged = kept + endings.late + endings.broken
  return judged === 0 ? null : kept / judged
}

/** Whoever calls or comes in has somebody at once: only what was written waits. */
function cameInWriting({ channel }: OverviewCase): boolean {
  return channel === 'mail' || channel === 'letter' || channel === 'social'
}

function whenTheyCame({ span, calendar, cases }: OverviewFacts) {
  const { zone } = calendar
  const first = dayNumberOf(`${span.month}-01`)
  const counts = Array.from({ length: dayOf(zone, span.until) - first }, () => 0)
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { openedAt } of cases) {
    counts[dayOf(zone, openedAt) - first]! += 1
    heat[weekdayAt(openedAt, zone) - 1]![hourAt(openedAt, zone)]! += 1
  }
  return { byDay: counts.map((count, i) => ({ date: isoOf(first + i), count })), heat }
}

function promiseFigures({ promises, calendar, now }: OverviewFacts): OverviewFigures['promises'] {
  const judged = promises.map((promise) => ({ promise, ending: endingOf(promise, calendar, now) }))
  const endings = tally(PROMISE_ENDINGS, judged, ({ ending }) => ending)
  const causes = new Map<string | null, number>()
  for (const { promise, ending } of judged) {
    if (isCaused(ending)) causes.set(causeOf(promise), (causes.get(causeOf(promise)) ?? 0) + 1)
  }
  return {
    made: promises.length,
    endings,
    keptShare: keptShare(endings),
    byOrigin: PROMISE_ORIGINS.map((origin) => {
      const some = judged.filter(({ promise }) => promise.origin === origin)
      return { origin, count: some.length, endings: tally(PROMISE_ENDINGS, some, ({ ending }) => ending) }
    }).filter(({ count }) => count > 0),
    byCause: [...causes].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count),
  }
}

function peopleFigures(facts: OverviewFacts): PersonFigures[] {
  const { cases, promises, calendar, now } = facts
  const owners = new Set([...cases.map(({ ownerId }) => ownerId), ...promises.map(({ ownerId }) => ownerId)])
  const casesOf = grouped(cases, ({ ownerId }) => ownerId)
  const promisesOf = grouped<OverviewPromise, StaffId | null>(promises, ({ ownerId }) => ownerId)
  return [...owners]
    .map((ownerId) => {
      const own = casesOf.get(ownerId) ?? []
      const theirs = promisesOf.get(ownerId) ?? []
      const count = (of: 'same-day' | 'compliments'): number => casesBehind({ ...facts, cases: own }, { of }).length
      return {
        ownerId,
        received: own.length,
        sameDay: count('same-day'),
        compliments: count('compliments'),
        promises: theirs.length,
        endings: tally(PROMISE_ENDINGS, theirs, (promise) => endingOf(promise, calendar, now)),
      }
    })
    .sort((a, b) => b.promises - a.promises || b.received - a.received)
}

function timesBetween(
  { calendar }: OverviewFacts,
  cases: readonly OverviewCase[],
  end: (one: OverviewCase) => Instant | null,
): { open: Spread; clock: Spread } {
  const ended = cases.flatMap((one) => {
    const at = end(one)
    return at === null ? [] : [{ from: one.openedAt, at: Math.max(at, one.openedAt) }]
  })
  return {
    open: spreadOf(ended.map(({ from, at }) => openMinutesBetween(calendar, from, at))),
    clock: spreadOf(ended.map(({ from, at }) => (at - from) / MINUTE)),
  }
}

/** By nearest rank: a time that some customer really waited, never one between two. */
function spreadOf(minutes: readonly number[]): Spread {
  const sorted = [...minutes].sort((a, b) => a - b)
  const rank = (share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null
  return { count: sorted.length, median: rank(0.5), p90: rank(0.9) }
}

function tally<K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const item of items) counts[keyOf(item)] += 1
  return counts
}
