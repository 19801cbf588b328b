import { dateOf, dayNumberOf, startOfDay } from './local-days.ts'
import type { Instant, ZoneName } from './time.ts'

/** A calendar month in the business's own time zone, as 'YYYY-MM'. */
export type Month = string

export interface MonthSpan {
  readonly month: Month
  /** Its first instant. */
  readonly from: Instant
  /** The first instant of the next month: exclusive. */
  readonly until: Instant
}

export function monthSpan(month: Month, zone: ZoneName): MonthSpan {
  return { month, from: startOfMonth(month, zone), until: startOfMonth(monthAfter(month, 1), zone) }
}

export function monthOf(at: Instant, zone: ZoneName): Month {
  return dateOf(at, zone).slice(0, 7)
}

/** `count` months later; earlier when negative. */
export function monthAfter(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

function startOfMonth(month: Month, zone: ZoneName): Instant {
  return startOfDay(zone, dayNumberOf(`${month}-01`))
}
