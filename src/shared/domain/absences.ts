import type { BusinessCalendar } from './calendar.ts'
import { dayNumberOf, dayOf, instantOf, isoOf, startOfDay } from './local-days.ts'
import { endOfMorning } from './moments.ts'
import { openingOf } from './opening-hours.ts'
import type { StaffId } from './people.ts'
import type { CustomerPromise } from './promise.ts'
import { breakWhenDue, isLive } from './promises.ts'
import type { Instant, IsoDate, ZoneName } from './time.ts'

// Who is away when, and whose promises that endangers. An absence is whole days, in the zone of the business; absences of
// one person may overlap and follow each other, and count as one then.

export interface Absence {
  readonly id: string
  readonly staffId: StaffId
  readonly from: IsoDate
  /** The last day away. */
  readonly until: IsoDate
}

export type Away = Pick<Absence, 'staffId' | 'from' | 'until'>

/** Nobody closes a shop for longer than this. */
const DAYS_AHEAD = 731

/** From the first moment away to the first midnight back. */
export function spanOf({ from, until }: Pick<Absence, 'from' | 'until'>, zone: ZoneName) {
  return { from: startOfDay(zone, dayNumberOf(from)), until: startOfDay(zone, dayNumberOf(until) + 1) }
}

/** The absence during which `at` falls for this person; null when they are there. Of several, the one that lasts longest. */
export function absenceAt<A extends Away>(
  absences: readonly A[],
  staffId: StaffId,
  at: Instant,
  zone: ZoneName,
): A | null {
  const date = isoOf(dayOf(zone, at))
  const away = absences.filter((one) => one.staffId === staffId && one.from <= date && date <= one.until)
  return away.sort((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null
}

/** The day before a day. */
export function dayBefore(date: IsoDate): IsoDate {
  return isoOf(dayNumberOf(date) - 1)
}

/** The first open day after `absence` on which this person is there; null when there is none within two years. */
export function firstDayBack(calendar: BusinessCalendar, absences: readonly Away[], absence: Away): IsoDate | null {
  const last = dayNumberOf(absence.until)
  for (let day = last + 1; day <= last + DAYS_AHEAD; day += 1) {
    const date = isoOf(day)
    const away = absences.some(
      ({ staffId, from, until }) => staffId === absence.staffId && from <= date && date <= until,
    )
    if (!away && openingOf(calendar, date) !== null) return date
  }
  return null
}

/**
 * Live promises of this person that somebody else must keep, or that must be renegotiated: due while they are away or on
 * the first morning back, and what is overdue when they are away already. Earliest due first. `absences` are the others of
 * this person; the new one needn't be among them.
 */
export function endangeredBy<P extends CustomerPromise>(
  absence: Away,
  absences: readonly Away[],
  promises: readonly P[],
  calendar: BusinessCalendar,
  now: Instant,
): readonly P[] {
  const { zone } = calendar
  const { from, until } = spanOf(absence, zone)
  const back = firstDayBack(calendar, absences, absence)
  const end = back === null ? Infinity : Math.max(until, instantOf(zone, dayNumberOf(back), endOfMorning))
  const late = from <= now
  return promises
    .filter((promise) => promise.ownerId === absence.staffId && isLive(promise))
    .filter((promise) => {
      const { state, dueAt } = breakWhenDue(promise, now)
      return dueAt <= end && (dueAt >= from || (late && state === 'broken'))
    })
    .sort((a, b) => a.dueAt - b.dueAt)
}
