import { Temporal } from 'temporal-polyfill'
import { DAY, MINUTE } from './time.ts'
import type { Instant, IsoDate, Weekday, ZoneName } from './time.ts'

// Local days as whole numbers. Temporal is exact but slow, and a sweep asks about the same few hundred days ten thousand
// times, so the start of each local day is worked out by Temporal once per zone and remembered. Nothing here depends on
// the clock or on the machine's zone, and time zone data does not change while the program runs: the memory can't go stale.

/** A calendar day as days since 1970-01-01. */
export type DayNumber = number

const REMEMBERED_DAYS = 5_000
const starts = new Map<ZoneName, Map<DayNumber, Instant>>()

/** The first instant of a local day. On days without a midnight (clocks go forward at 00:00) that is the change itself. */
export function startOfDay(zone: ZoneName, day: DayNumber): Instant {
  let known = starts.get(zone)
  if (known === undefined) starts.set(zone, (known = new Map()))
  let start = known.get(day)
  if (start === undefined) {
    if (known.size >= REMEMBERED_DAYS) known.clear()
    start = Temporal.PlainDate.from(isoOf(day)).toZonedDateTime(zone).epochMilliseconds
    known.set(day, start)
  }
  return start
}

/** The local day in which an instant lies. */
export function dayOf(zone: ZoneName, at: Instant): DayNumber {
  let day = Math.floor(at / DAY)
  while (at < startOfDay(zone, day)) day -= 1
  while (at >= startOfDay(zone, day + 1)) day += 1
  return day
}

/**
 * The first instant of that day at which the local clock shows this minute or a later one. So an hour that is skipped
 * counts for nothing, an hour that comes twice counts from its first coming, and later minutes never come earlier.
 */
export function instantOf(zone: ZoneName, day: DayNumber, minute: number): Instant {
  const start = startOfDay(zone, day)
  const end = startOfDay(zone, day + 1)
  if (minute >= 1_440) return end
  // A day of exactly 24 hours has no clock change: no zone goes forward and back on one day.
  if (end - start === DAY) return start + minute * MINUTE
  const local = Temporal.PlainDate.from(isoOf(day)).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  })
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds
}

/** Minutes since local midnight as the clock on the wall shows them. */
export function minuteOfDay(zone: ZoneName, at: Instant): number {
  const day = dayOf(zone, at)
  const start = startOfDay(zone, day)
  if (startOfDay(zone, day + 1) - start === DAY) return Math.floor((at - start) / MINUTE)
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return local.hour * 60 + local.minute
}

export function isoOf(day: DayNumber): IsoDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

export function dayNumberOf(date: IsoDate): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY)
}

export function weekdayOf(day: DayNumber): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The calendar day of an instant in a zone. */
export function dateOf(at: Instant, zone: ZoneName): IsoDate {
  return isoOf(dayOf(zone, at))
}

/** The first local midnight after `now`: when today ends. */
export function endOfDay(zone: ZoneName, now: Instant): Instant {
  return startOfDay(zone, dayOf(zone, now) + 1)
}
