import Holidays from 'date-holidays'
import type { BusinessCalendar, OpenBlock } from './calendar.ts'
import { dayNumberOf, isoOf } from './local-days.ts'
import type { Language } from './people.ts'
import { HOUR } from './time.ts'
import type { IsoDate, ZoneName } from './time.ts'

// Heavy (the rules of the whole world): only the engine imports this file. Screens get the resolved calendar.

export interface PublicHoliday {
  readonly date: IsoDate
  readonly name: string
}

/** The facts about a business of which its calendar is made. */
export interface OpeningFacts {
  readonly zone: ZoneName
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly region: string | null
  /** Monday first. */
  readonly weekly: readonly [Day, Day, Day, Day, Day, Day, Day]
  /** First and last day, both included. */
  readonly closures: readonly { readonly from: IsoDate; readonly until: IsoDate; readonly reason: string }[]
  /** Names (in either language) of public holidays on which the business is open all the same. */
  readonly openHolidays: readonly string[]
}
type Day = readonly OpenBlock[]

/** A closure until the year 9999 is a typing error, not three million days. */
const LONGEST_CLOSURE_DAYS = 3_660

/**
 * Public holidays as the country keeps them by law, ascending, named in `language` or else in the country's own.
 * For the Netherlands that leaves out Good Friday and Liberation Day, which only some employers give, and days that are
 * celebrated but worked (Sinterklaas, New Year's Eve): shops are open then, and an owner who is not adds a closure.
 * King's Day comes a day early in years when 27 April is a Sunday. Holidays that take part of a day are left out.
 * An unknown country has none; in an unknown region the country's own count.
 */
export function publicHolidays(
  country: string,
  region: string | null,
  fromYear: number,
  toYear: number,
  language: Language,
): readonly PublicHoliday[] {
  const rules = region === null ? new Holidays(country) : new Holidays(country, region)
  const found: PublicHoliday[] = []
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of rules.getHolidays(year, language)) {
      // The library's date is local: '2026-04-27 00:00:00', with a start before midnight as ' -0600' behind it.
      const [date, time] = holiday.date.split(' ')
      if (holiday.type !== 'public' || date === undefined || time !== '00:00:00') continue
      const hours = (holiday.end.getTime() - holiday.start.getTime()) / HOUR
      // An hour of grace for the day on which the clocks go forward.
      const days = Math.max(1, Math.floor((hours + 1) / 24))
      const first = dayNumberOf(date)
      for (let day = first; day < first + days; day += 1) found.push({ date: isoOf(day), name: holiday.name })
    }
  }
  return found.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

/**
 * The calendar of a business with its holidays and closures worked out for whole years, both included. A closure's own
 * reason wins over the holiday's name. Holidays are named in `language`.
 */
export function buildCalendar(
  facts: OpeningFacts,
  years: { readonly from: number; readonly to: number },
  language: Language = 'nl',
): BusinessCalendar {
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = facts.weekly
  const closed: Record<IsoDate, string> = {}
  const openOn = new Set(facts.openHolidays)
  const named = publicHolidays(facts.country, facts.region, years.from, years.to, language)
  // The owner may have switched a holiday off while the screens spoke the other language.
  const otherNames = publicHolidays(facts.country, facts.region, years.from, years.to, language === 'nl' ? 'en' : 'nl')
  named.forEach(({ date, name }, i) => {
    if (!openOn.has(name) && !openOn.has(otherNames[i]?.name ?? name)) closed[date] = name
  })
  for (const closure of facts.closures) {
    const first = dayNumberOf(closure.from)
    const last = Math.min(dayNumberOf(closure.until), first + LONGEST_CLOSURE_DAYS)
    for (let day = first; day <= last; day += 1) closed[isoOf(day)] = closure.reason
  }
  return {
    zone: facts.zone,
    weekly: { 1: monday, 2: tuesday, 3: wednesday, 4: thursday, 5: friday, 6: saturday, 7: sunday },
    closed,
  }
}
