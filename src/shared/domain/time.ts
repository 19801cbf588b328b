/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. Never a local time. */
export type Instant = number
/** A calendar day in the business's own time zone, as 'YYYY-MM-DD'. */
export type IsoDate = string
/** An IANA time zone name, such as 'Europe/Amsterdam'. */
export type ZoneName = string
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
