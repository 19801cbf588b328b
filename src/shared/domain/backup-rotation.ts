import { dayOf, isoOf } from './local-days.ts'
import type { Instant, ZoneName } from './time.ts'

/** How many days, weeks and months back a backup is kept. */
export const KEPT_DAYS = 7
export const KEPT_WEEKS = 4
export const KEPT_MONTHS = 6

export interface DatedBackup {
  readonly name: string
  readonly at: Instant
}

/**
 * The backups that stay: the newest of each of the last seven days, four weeks (from Monday) and six months that have one.
 * Counted in days that have a backup, not in days of the calendar: a PC that was off for a year loses none of them.
 */
export function backupsToKeep(backups: readonly DatedBackup[], zone: ZoneName): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  const kept = new Set<string>()
  const keepNewestOfEach = (periodOf: (day: number) => string | number, most: number): void => {
    const seen = new Set<string | number>()
    for (const { name, at } of newestFirst) {
      const period = periodOf(dayOf(zone, at))
      if (seen.has(period)) continue
      if (seen.size === most) return
      seen.add(period)
      kept.add(name)
    }
  }
  keepNewestOfEach((day) => day, KEPT_DAYS)
  // The first of January 1970 was a Thursday.
  keepNewestOfEach((day) => Math.floor((day + 3) / 7), KEPT_WEEKS)
  keepNewestOfEach((day) => isoOf(day).slice(0, 7), KEPT_MONTHS)
  return kept
}
