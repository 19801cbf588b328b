import { Temporal } from 'temporal-polyfill'
import type { BusinessCalendar } from './calendar.ts'
import { dayOf, instantOf, isoOf, minuteOfDay } from './local-days.ts'
import type { DayNumber } from './local-days.ts'
import { closingOf, dueWithinWorkingDays, isWithinHours, openingOf } from './opening-hours.ts'
import type { Language } from './people.ts'
import { HOUR, MINUTE } from './time.ts'
import type { Instant, ZoneName } from './time.ts'

// Moments to promise, and how to say one.

export const MOMENT_NAMES = [
  'in-an-hour',
  'today-noon',
  'today-closing',
  'tomorrow-opening',
  'tomorrow-noon',
  'tomorrow-closing',
  'next-working-day',
  'in-two-working-days',
] as const
export type MomentName = (typeof MOMENT_NAMES)[number]

export interface SuggestedMoment {
  readonly name: MomentName
  readonly at: Instant
}

/** What keeps an owner from keeping a promise. */
export interface OwnerLimits {
  /** When the owner is away; `until` is the first moment back. */
  readonly absences?: readonly { readonly from: Instant; readonly until: Instant }[]
  /** Due moments of the owner's live promises, and how many of them fit in one half day. */
  readonly load?: { readonly dueAt: readonly Instant[]; readonly most: number }
}

/** Nobody keeps a promise that is due in a minute. */
const MARGIN = 30 * MINUTE
const NOON = 12 * 60

/**
 * Moments that can be offered and kept: in opening hours (closing included), at least half an hour away, not while the
 * owner is away and not in a half day that is full. Ascending, each moment once. Empty when nothing opens soon.
 */
export function suggestMoments(
  calendar: BusinessCalendar,
  now: Instant,
  limits: OwnerLimits = {},
): readonly SuggestedMoment[] {
  const { zone } = calendar
  const today = dayOf(zone, now)
  const noon = (day: DayNumber): Instant => instantOf(zone, day, NOON)
  const opening = openingOf(calendar, isoOf(today + 1))
  const candidates: readonly (readonly [MomentName, Instant | null])[] = [
    ['in-an-hour', roundUp(now + HOUR)],
    ['today-noon', noon(today)],
    ['today-closing', closingOf(calendar, isoOf(today))],
    // An hour to do what was promised: a promise for the opening itself would have to be kept today.
    ['tomorrow-opening', opening === null ? null : opening + HOUR],
    ['tomorrow-noon', noon(today + 1)],
    ['tomorrow-closing', closingOf(calendar, isoOf(today + 1))],
    ['next-working-day', dueWithinWorkingDays(calendar, now, 1)],
    ['in-two-working-days', dueWithinWorkingDays(calendar, now, 2)],
  ]
  const offered = new Map<Instant, SuggestedMoment>()
  for (const [name, at] of candidates) {
    if (at === null || at < now + MARGIN || offered.has(at)) continue
    if (isWithinHours(calendar, at) && canKeep(calendar, at, limits)) offered.set(at, { name, at })
  }
  return [...offered.values()].sort((a, b) => a.at - b.at)
}

function canKeep({ zone }: BusinessCalendar, at: Instant, { absences = [], load }: OwnerLimits): boolean {
  if (absences.some(({ from, until }) => at >= from && at < until)) return false
  if (load === undefined) return true
  return load.dueAt.filter((due) => halfDayOf(zone, due) === halfDayOf(zone, at)).length < load.most
}

/** Until when a day is its morning, in minutes since local midnight: what is due at one was done before lunch. */
export const endOfMorning = NOON + 60

/** A number that tells half days apart: two a day, ever growing. */
export function halfDayOf(zone: ZoneName, at: Instant): number {
  return dayOf(zone, at) * 2 + (minuteOfDay(zone, at) > endOfMorning ? 1 : 0)
}

/** Up to the next whole quarter of an hour: "om 14:15", never "om 14:07". */
function roundUp(at: Instant): Instant {
  return Math.ceil(at / (15 * MINUTE)) * 15 * MINUTE
}

const WORDS = {
  nl: { today: 'vandaag', tomorrow: 'morgen', at: 'om', locale: 'nl-NL' },
  en: { today: 'today', tomorrow: 'tomorrow', at: 'at', locale: 'en-GB' },
} as const

/**
 * A moment as we write it to a customer, in lower case for the middle of a sentence: "vandaag om 17:00", "morgen om 12:00",
 * "donderdag 26 november om 15:00", with the year when it is another year. Clock time of `zone`.
 */
export function sayMoment(at: Instant, zone: ZoneName, language: Language, now: Instant): string {
  const words = WORDS[language]
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const ahead = dayOf(zone, at) - dayOf(zone, now)
  if (ahead === 0) return `${words.today} ${words.at} ${time}`
  if (ahead === 1) return `${words.tomorrow} ${words.at} ${time}`
  const thisYear = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year
  return `${sayDate(local, language, local.year !== thisYear)} ${words.at} ${time}`
}

function sayDate(local: Temporal.ZonedDateTime, language: Language, withYear: boolean): string {
  const day = local.toPlainDate()
  const weekday = day.toLocaleString(WORDS[language].locale, { weekday: 'long' })
  const month = day.toLocaleString(WORDS[language].locale, { month: 'long' })
  return `${weekday} ${day.day} ${month}${withYear ? ` ${day.year}` : ''}`
}
