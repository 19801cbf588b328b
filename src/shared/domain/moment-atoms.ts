import type { BusinessCalendar } from './calendar.ts'
import { dayOf, isoOf, weekdayOf } from './local-days.ts'
import type { DayNumber } from './local-days.ts'
import { blocksOn, dueWithinWorkingDays } from './opening-hours.ts'
import { DAY, MINUTE } from './time.ts'
import type { Instant, Weekday } from './time.ts'

// A moment in plain language is made of atoms: a day ("donderdag"), a part of a day ("eind van de middag"), a clock time
// ("half drie"), or something complete in itself ("over een uur"). The words of each language are rules that find atoms;
// moment-finder.ts puts neighbouring atoms together and works out the instant.

/** Parts of a day by which something can be promised. */
export type DayPart =
  'opening' | 'early-morning' | 'morning' | 'noon' | 'early-afternoon' | 'afternoon' | 'evening' | 'closing'

export type Meaning =
  | { readonly is: 'at'; readonly at: Instant }
  /** `atMost`: by that day at the latest, so the last open day until then. */
  | { readonly is: 'day'; readonly day: DayNumber; readonly part?: DayPart | undefined; readonly atMost?: boolean }
  | { readonly is: 'part'; readonly part: DayPart }
  /** `half` when it is said or written which twelve hours are meant. */
  | { readonly is: 'time'; readonly hour: number; readonly minute: number; readonly half: 'am' | 'pm' | 'said' | null }

/** A meaning with its place in the text. A weak one counts only beside a stronger one, or when it is the whole text. */
export type Atom = Meaning & { readonly from: number; readonly to: number; readonly weak: boolean }

/** Where and when the words are read. */
export interface Here {
  readonly now: Instant
  readonly today: DayNumber
  readonly calendar: BusinessCalendar
}

/** A way of saying something. `read` gets the groups of the pattern; null when it means nothing after all. */
export interface Rule {
  readonly pattern: RegExp
  readonly read: Reader
  readonly weak: boolean
}
type Reader = (groups: readonly (string | undefined)[], here: Here) => Meaning | null

/** A rule for whole words in lower-case text. */
export const rule = (source: string, read: Reader): Rule => ({ pattern: words(source), read, weak: false })
/** The same for words that mean a moment only beside others: see Atom. */
export const weak = (source: string, read: Reader): Rule => ({ pattern: words(source), read, weak: true })

export function words(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu')
}

/** All atoms that the rules find; what an earlier rule took, a later one does not see. Gives back the text that is left. */
export function findAtoms(text: string, rules: readonly Rule[], here: Here): { atoms: Atom[]; left: string } {
  const atoms: Atom[] = []
  let left = text
  for (const { pattern, read, weak } of rules) {
    for (const match of left.matchAll(pattern)) {
      const meaning = read(match.slice(1), here)
      const to = match.index + match[0].length
      if (meaning !== null) atoms.push({ ...meaning, from: match.index, to, weak })
      left = left.slice(0, match.index) + BLANK.repeat(to - match.index) + left.slice(to)
    }
  }
  return { atoms, left }
}
const BLANK = '\u0001'

/** The first coming day with this weekday, a week from now when that is today. */
export function coming(weekday: Weekday, { today }: Here): DayNumber {
  return today + ((weekday - weekdayOf(today) + 6) % 7) + 1
}

/** That weekday in this week (0), the next (1) and so on; weeks begin on Monday. */
export function inWeek(weeks: number, weekday: Weekday, { today }: Here): DayNumber {
  return today - weekdayOf(today) + weekday + weeks * 7
}

/** Friday of this week, or of the next when this one is over for a shop that also opens on Saturday. */
export function comingFriday(here: Here): DayNumber {
  return inWeek(weekdayOf(here.today) > 5 ? 1 : 0, 5, here)
}

/** The last day of this month (0) or the next (1). */
export function endOfMonth(months: number, { today }: Here): DayNumber {
  const [year = 0, month = 0] = isoOf(today).split('-').map(Number)
  return Math.round(Date.UTC(year, month + months, 0) / DAY)
}

/** The next time that the calendar shows this date; null when it never does. */
export function dateWithoutYear(day: number, month: number, here: Here): Meaning | null {
  const year = Number(isoOf(here.today).slice(0, 4))
  for (const candidate of [year, year + 1]) {
    const at = new Date(Date.UTC(candidate, month - 1, day))
    const found = Math.round(at.getTime() / DAY)
    if (at.getUTCMonth() === month - 1 && found >= here.today) return { is: 'day', day: found }
  }
  return null
}

/** The next day of the month with this number. */
export function dayOfMonth(number: number, { today }: Here): Meaning | null {
  for (let day = today + 1; day < today + 62; day += 1) {
    if (Number(isoOf(day).slice(8)) === number) return { is: 'day', day }
  }
  return null
}

export function isWorkingDay({ calendar }: Here, day: DayNumber): boolean {
  return blocksOn(calendar, isoOf(day)).length > 0
}

export function nextWorkingDay(here: Here): Meaning | null {
  for (let day = here.today + 1; day < here.today + 366; day += 1)
    if (isWorkingDay(here, day)) return { is: 'day', day }
  return null
}

export function inWorkingDays(days: number, { now, calendar }: Here): Meaning | null {
  const due = dueWithinWorkingDays(calendar, now, days)
  // A moment before closing, since closing at midnight is the first instant of another day.
  return due === null ? null : { is: 'day', day: dayOf(calendar.zone, due - MINUTE) }
}

/** `minutes` from now by the clock on the wall, on a whole minute. */
export function inMinutes(minutes: number, { now }: Here): Meaning {
  return { is: 'at', at: Math.ceil((now + minutes * MINUTE) / MINUTE) * MINUTE }
}

/** A clock time, or null when no clock shows it. Hours from 13 on, and 0, say by themselves which half is meant. */
export function clock(hour: number, minute: number, half: 'am' | 'pm' | 'said' | null = null): Meaning | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) || (hour === 24 && minute > 0)) return null
  return { is: 'time', hour, minute, half: hour === 0 || hour > 12 ? 'said' : half }
}
