import type { BusinessCalendar } from './calendar.ts'
import {
  addOpenMinutes,
  isWithinHours,
  neverOpens,
  nextOpenMoment,
  openMinutesBetween,
  subtractOpenMinutes,
} from './opening-hours.ts'
import type { CustomerPromise } from './promise.ts'
import { isLive } from './promises.ts'
import { MINUTE } from './time.ts'
import type { Instant } from './time.ts'

// When we press, and how hard. The ladder of a promise is a numbered list of steps whose moments follow from the due moment
// alone, so every sweep, restart and clock jump finds the same ladder; the history says which rungs were already used.
//
//   step 0      a heads-up before the due moment
//   step 1, 2   the heads-up again, after the first and the second snooze
//   step 3      the due moment
//   step 4 …    the steps after it, ever harder, until the promise ends
//
// Steps wait for opening hours by counting open minutes only. A promise that is itself due outside opening hours was meant
// to be kept then: its steps follow the clock on the wall for a while, and only then wait for opening.

/** The ladder as the owner may set it. Minutes of open time, whole. */
export interface NagLadder {
  /** How long before the due moment the heads-up comes; null for none. */
  readonly headsUp: number | null
  /** After the due moment: first this many steps, this far apart … */
  readonly first: { readonly every: number; readonly times: number }
  /** … then without end, this far apart. */
  readonly thenEvery: number
  /** Steps at least this long after the due moment go to everyone and bring the window forward. */
  readonly everyoneAfter: number
  /** How long after its moment a promise due outside opening hours nags by the clock on the wall. */
  readonly outsideHours: number
}

export const DEFAULT_LADDER: NagLadder = {
  headsUp: 60,
  first: { every: 15, times: 4 },
  thenEvery: 30,
  everyoneAfter: 60,
  outsideHours: 180,
}

export type NagTone = 'before' | 'due' | 'late'

export interface Nag {
  readonly step: number
  /** When the ladder asks for it. */
  readonly at: Instant
  readonly tone: NagTone
  readonly everyone: boolean
}

/** What happened on the ladder of one promise so far. */
export interface NagHistory {
  /** The last nag recorded: its step and the moment the ladder asked for it; null when there was none. */
  readonly last: { readonly step: number; readonly at: Instant } | null
  /** Until when it was last snoozed; null when it never was. */
  readonly snoozedUntil: Instant | null
}

export const NO_NAGS: NagHistory = { last: null, snoozedUntil: null }

/** A nag to record and show now. */
export interface DueNag<P> extends Nag {
  readonly item: P
  /** When the first step asked for it that nobody saw; `at` when none was missed. */
  readonly since: Instant
}

export interface NagRound<P> {
  /** At most one per promise: of several steps that passed, only the last. Earliest due promise first. */
  readonly nags: readonly DueNag<P>[]
  /** After a long absence: tell it in one calm summary, not one by one. Each nag is recorded all the same. */
  readonly summary: boolean
}

const STEP_DUE = 3
const SNOOZES_BEFORE_DUE = 2
const LONGEST_SNOOZE_WHEN_LATE = 15 * MINUTE
/** More missed nags than this are told as one summary. */
const MOST_ONE_BY_ONE = 3
/** A nag counts as missed when it should have come this long ago: the sweep finds it within a minute when the PC is on. */
const MISSED_AFTER = 10 * MINUTE

/** The earliest nag still to come (or already due), or null when there is none. Never a step that was used. */
export function nextNag(
  promise: CustomerPromise,
  history: NagHistory,
  calendar: BusinessCalendar,
  ladder: NagLadder,
): Nag | null {
  if (!isLive(promise)) return null
  const climb = climbOf(promise, calendar, ladder)
  const used = history.last?.step ?? -1
  const snoozedUntil = pendingSnooze(history)
  const before = used < STEP_DUE ? beforeDue(climb, promise.madeAt, used, snoozedUntil) : null
  if (before !== null) return before
  const step = Math.max(used + 1, STEP_DUE)
  const at = stepAt(climb, step)
  return at === null ? null : nagAt(climb, step, Math.max(at, snoozedUntil ?? at))
}

/**
 * A promise due at this moment or later has no nag at `now`, so a sweep needn't look at it. Never sooner than the heads-up
 * reaches, in open minutes and on the wall.
 */
export function nagReach(now: Instant, calendar: BusinessCalendar, ladder: NagLadder): Instant {
  const ahead = ladder.headsUp ?? 0
  const open = addOpenMinutes(calendar, now, ahead) ?? now
  // No open time passes between closing and the next opening.
  return Math.max(nextOpenMoment(calendar, open) ?? open, now + ahead * MINUTE) + MINUTE
}

/**
 * What to record and show at `now`. How long nobody looked makes no difference: of the steps that passed only the last is
 * shown, the others are skipped for good.
 */
export function dueNags<P extends { readonly promise: CustomerPromise; readonly history: NagHistory }>(
  items: Iterable<P>,
  now: Instant,
  calendar: BusinessCalendar,
  ladder: NagLadder,
): NagRound<P> {
  const nags: DueNag<P>[] = []
  for (const item of items) {
    const first = nextNag(item.promise, item.history, calendar, ladder)
    if (first === null || first.at > now) continue
    nags.push({ ...latestStep(climbOf(item.promise, calendar, ladder), first, now), item, since: first.at })
  }
  nags.sort((a, b) => a.item.promise.dueAt - b.item.promise.dueAt)
  const missed = nags.filter((nag) => now - nag.since > MISSED_AFTER)
  return { nags, summary: missed.length > MOST_ONE_BY_ONE }
}

/**
 * Until when a snooze really lasts: never past the due moment, and after it at most a quarter of an hour.
 * Null when it is not allowed: the promise has ended, or was snoozed twice before its moment already, or `until` has passed.
 * `snoozesBefore` counts the snoozes made before the due moment.
 */
export function snoozeUntil(
  promise: CustomerPromise,
  until: Instant,
  snoozesBefore: number,
  now: Instant,
): Instant | null {
  if (!isLive(promise) || until <= now) return null
  if (now >= promise.dueAt) return Math.min(until, now + LONGEST_SNOOZE_WHEN_LATE)
  return snoozesBefore < SNOOZES_BEFORE_DUE ? Math.min(until, promise.dueAt) : null
}

/** What the moments of one promise's ladder follow from. */
interface Climb {
  readonly dueAt: Instant
  readonly calendar: BusinessCalendar
  readonly ladder: NagLadder
  /** For how many minutes after the due moment the steps follow the clock on the wall. */
  readonly onTheWall: number
}

function climbOf({ dueAt }: CustomerPromise, calendar: BusinessCalendar, ladder: NagLadder): Climb {
  if (isWithinHours(calendar, dueAt)) return { dueAt, calendar, ladder, onTheWall: 0 }
  // Without any opening hours there is nothing to wait for.
  return { dueAt, calendar, ladder, onTheWall: neverOpens(calendar) ? Infinity : ladder.outsideHours }
}

/** A snooze that the ladder has not answered yet. */
function pendingSnooze({ last, snoozedUntil }: NagHistory): Instant | null {
  return snoozedUntil !== null && (last === null || snoozedUntil > last.at) ? snoozedUntil : null
}

/** The heads-up, or the heads-up again after a snooze; null when the next nag is the due moment itself. */
function beforeDue(climb: Climb, madeAt: Instant, used: number, snoozedUntil: Instant | null): Nag | null {
  const { dueAt, calendar, onTheWall } = climb
  const headsUp = used < 0 ? headsUpAt(climb) : null
  // Whoever has just made the promise needs no heads-up.
  let at = headsUp !== null && headsUp > madeAt ? headsUp : snoozedUntil
  if (at !== null && snoozedUntil !== null) {
    at = Math.max(at, snoozedUntil)
    if (onTheWall === 0) at = nextOpenMoment(calendar, at)
  }
  if (at === null || at >= dueAt || used + 1 >= STEP_DUE) return null
  return { step: used + 1, at, tone: 'before', everyone: false }
}

function headsUpAt({ dueAt, calendar, ladder, onTheWall }: Climb): Instant | null {
  if (ladder.headsUp === null) return null
  return onTheWall > 0 ? dueAt - ladder.headsUp * MINUTE : subtractOpenMinutes(calendar, dueAt, ladder.headsUp)
}

/** Minutes after the due moment at which a step from the due moment on comes. */
function minutesAfterDue(step: number, { first, thenEvery }: NagLadder): number {
  const after = step - STEP_DUE
  const quick = Math.min(after, first.times)
  return quick * first.every + (after - quick) * thenEvery
}

/** When a step from the due moment on comes; null when the business does not open any more. */
function stepAt({ dueAt, calendar, ladder, onTheWall }: Climb, step: number): Instant | null {
  const minutes = minutesAfterDue(step, ladder)
  if (minutes <= onTheWall) return dueAt + minutes * MINUTE
  return addOpenMinutes(calendar, dueAt + onTheWall * MINUTE, minutes - onTheWall)
}

function nagAt({ ladder }: Climb, step: number, at: Instant): Nag {
  const everyone = step > STEP_DUE && minutesAfterDue(step, ladder) >= ladder.everyoneAfter
  return { step, at, tone: step === STEP_DUE ? 'due' : 'late', everyone }
}

/** The last step that has passed at `now`, starting from one that has. */
function latestStep(climb: Climb, first: Nag, now: Instant): Nag {
  if (now < climb.dueAt) return first
  // Jump near the step by counting the minutes that passed, then walk: three weeks of absence are hundreds of steps.
  let step = Math.max(first.step, STEP_DUE, stepNear(climb, now) - 1)
  let at = stepAt(climb, step) ?? climb.dueAt
  for (;;) {
    const next = stepAt(climb, step + 1)
    if (next === null || next > now) break
    step += 1
    at = next
  }
  return step === first.step ? first : nagAt(climb, step, Math.max(at, first.at))
}

/** The step that so many minutes after the due moment make, rounded down. */
function stepNear({ dueAt, calendar, ladder, onTheWall }: Climb, now: Instant): number {
  const wall = Math.min(now - dueAt, onTheWall * MINUTE)
  const minutes = wall / MINUTE + openMinutesBetween(calendar, dueAt + wall, now)
  const quick = ladder.first.every * ladder.first.times
  if (minutes < quick) return STEP_DUE + Math.floor(minutes / ladder.first.every)
  return STEP_DUE + ladder.first.times + Math.floor((minutes - quick) / ladder.thenEvery)
}
