import type { IsoDate, Weekday, ZoneName } from './time.ts'

/** A stretch of opening time on one day, in minutes since local midnight; `until` is exclusive and later than `from`. */
export interface OpenBlock {
  readonly from: number
  readonly until: number
}

/**
 * When the business is open. Plain data: it crosses the port between screen and engine as it is.
 * Public holidays are already resolved to dates here (see holidays.ts), so the arithmetic needs no country data.
 */
export interface BusinessCalendar {
  readonly zone: ZoneName
  /** Blocks per weekday, ascending and not overlapping; an empty list is a closed day. */
  readonly weekly: Readonly<Record<Weekday, readonly OpenBlock[]>>
  /** Days on which the business is closed whatever the weekday says, with the reason as shown to staff. */
  readonly closed: Readonly<Record<IsoDate, string>>
}
