import type { BusinessCalendar, OpenBlock } from './calendar.ts'
import { dayNumberOf, dayOf, instantOf, isoOf, weekdayOf } from './local-days.ts'
import type { DayNumber } from './local-days.ts'
import { MINUTE } from './time.ts'
import type { Instant, IsoDate } from './time.ts'

// Deadline arithmetic. Durations count open minutes as they really pass: a block that a clock change shortens is shorter.
// Opening is part of open time and closing is not, but a due moment may be the closing itself ("before we close").
// Where nothing opens within two years the answer is null: a business that never opens is no endless loop.

export { dateOf, endOfDay } from './local-days.ts'

/** Open time of one day as instants, ascending and apart. */
interface OpenSpan {
  readonly from: Instant
  readonly until: Instant
}

const DAYS_AHEAD = 731
const CLOSED: readonly never[] = []

// A calendar is plain data that nobody changes, so its days are worked out once and forgotten together with it.
const spansOf = new WeakMap<BusinessCalendar, Map<DayNumber, readonly OpenSpan[]>>()
const REMEMBERED_DAYS = 5_000

/** The opening blocks of one day, closures and holidays taken into account. Minutes since local midnight. */
export function blocksOn(calendar: BusinessCalendar, date: IsoDate): readonly OpenBlock[] {
  if (Object.hasOwn(calendar.closed, date)) return CLOSED
  return calendar.weekly[weekdayOf(dayNumberOf(date))]
}

export function isOpen(calendar: BusinessCalendar, at: Instant): boolean {
  return spansOn(calendar, dayOf(calendar.zone, at)).some((span) => at >= span.from && at < span.until)
}

/** Whether a moment lies in open time, closing moments included: the customer may be told "before we close". */
export function isWithinHours(calendar: BusinessCalendar, at: Instant): boolean {
  const day = dayOf(calendar.zone, at)
  if (spansOn(calendar, day).some((span) => at >= span.from && at <= span.until)) return true
  // Closing at 24:00 is the first instant of the next day.
  return spansOn(calendar, day - 1).at(-1)?.until === at
}

/** A week without any opening hours, as of a business that works by appointment only. */
export function neverOpens(calendar: BusinessCalendar): boolean {
  return Object.values(calendar.weekly).every((blocks) => blocks.length === 0)
}

/** `at` itself when open, otherwise the next opening; null when there is none within two years. */
export function nextOpenMoment(calendar: BusinessCalendar, at: Instant): Instant | null {
  return walk(calendar, at, (from) => from)
}

/**
 * The moment at which `minutes` of open time have passed since `from`: the closing moment itself when they end there.
 * Zero minutes gives the next open moment. Null when the business does not open that long within two years of closure.
 */
export function addOpenMinutes(calendar: BusinessCalendar, from: Instant, minutes: number): Instant | null {
  let left = minutes * MINUTE
  return walk(calendar, from, (start, until) => {
    if (left <= until - start) return start + left
    left -= until - start
    return null
  })
}

/**
 * The latest moment from which `minutes` of open time pass until `until`: the counterpart of addOpenMinutes.
 * Null when the business was not open that long in the two years before.
 */
export function subtractOpenMinutes(calendar: BusinessCalendar, until: Instant, minutes: number): Instant | null {
  let left = minutes * MINUTE
  const last = dayOf(calendar.zone, until)
  for (let day = last; day >= last - DAYS_AHEAD; day -= 1) {
    const spans = spansOn(calendar, day)
    for (let i = spans.length - 1; i >= 0; i -= 1) {
      const span = spans[i]!
      if (span.from >= until) continue
      const end = Math.min(until, span.until)
      if (left <= end - span.from) return end - left
      left -= end - span.from
    }
  }
  return null
}

/** Open minutes between two instants; 0 when `until` is not later. A fraction only where an instant is not on a minute. */
export function openMinutesBetween(calendar: BusinessCalendar, from: Instant, until: Instant): number {
  if (until <= from) return 0
  const last = dayOf(calendar.zone, until)
  let open = 0
  for (let day = dayOf(calendar.zone, from); day <= last; day += 1) {
    for (const span of spansOn(calendar, day)) {
      open += Math.max(0, Math.min(until, span.until) - Math.max(from, span.from))
    }
  }
  return open / MINUTE
}

/**
 * Closing time of working day `days`, where day 0 is the working day on which we received it, or the next one when that
 * was after closing or on a closed day. Every open day is a working day. Null when there is none within two years.
 */
export function dueWithinWorkingDays(calendar: BusinessCalendar, receivedAt: Instant, days: number): Instant | null {
  let left = days
  let gap = 0
  for (let day = dayOf(calendar.zone, receivedAt); gap <= DAYS_AHEAD; day += 1) {
    const closing = spansOn(calendar, day).at(-1)?.until
    if (closing === undefined || closing <= receivedAt) {
      gap += 1
    } else if (left === 0) {
      return closing
    } else {
      left -= 1
      gap = 0
    }
  }
  return null
}

/** When the first block of that day opens; null on a closed day. */
export function openingOf(calendar: BusinessCalendar, date: IsoDate): Instant | null {
  return spansOn(calendar, dayNumberOf(date))[0]?.from ?? null
}

/** When the last block of that day closes; null on a closed day. */
export function closingOf(calendar: BusinessCalendar, date: IsoDate): Instant | null {
  return spansOn(calendar, dayNumberOf(date)).at(-1)?.until ?? null
}

/** Open time from `at` on, ascending, until `visit` gives an answer; null when none comes for two years. */
function walk(
  calendar: BusinessCalendar,
  at: Instant,
  visit: (from: Instant, until: Instant) => Instant | null,
): Instant | null {
  let gap = 0
  for (let day = dayOf(calendar.zone, at); gap <= DAYS_AHEAD; day += 1) {
    gap += 1
    for (const { from, until } of spansOn(calendar, day)) {
      if (until <= at) continue
      gap = 0
      const answer = visit(Math.max(at, from), until)
      if (answer !== null) return answer
    }
    if (gap === 7 && neverOpens(calendar)) return null
  }
  return null
}

function spansOn(calendar: BusinessCalendar, day: DayNumber): readonly OpenSpan[] {
  let known = spansOf.get(calendar)
  if (known === undefined) spansOf.set(calendar, (known = new Map()))
  const remembered = known.get(day)
  if (remembered !== undefined) return remembered
  if (known.size >= REMEMBERED_DAYS) known.clear()
  const { zone } = calendar
  // A block that a clock change swallows whole is no open time at all.
  const spans = blocksOn(calendar, isoOf(day))
    .map(({ from, until }) => ({ from: instantOf(zone, day, from), until: instantOf(zone, day, until) }))
    .filter((span) => span.until > span.from)
  known.set(day, spans)
  return spans
}
