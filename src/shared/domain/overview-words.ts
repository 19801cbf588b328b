import type { OverviewFigures } from './overview.ts'
import type { Language } from './people.ts'
import type { Month } from './overview-month.ts'

// The overview in words, for screen, paper and spreadsheet alike. `t` speaks the language asked for.

export type OverviewT = (key: string, blanks?: Record<string, string | number>) => string

/** The month in one or a few plain sentences; the first thing anybody reads. */
export function overviewSentences(figures: OverviewFigures, t: OverviewT, language: Language): string[] {
  const { questions, promises, chasers } = figures
  const { early, late, broken } = promises.endings
  const kept = early + promises.endings['on-time']
  const judged = kept + late + broken
  const busiest = busiestTime(questions.heat)
  return [
    questions.received === 0
      ? t('overview:say.noQuestions')
      : t('overview:say.questions', { count: questions.received, answered: questions.answered }),
    judged === 0
      ? t('overview:say.noPromises')
      : kept === judged
        ? t('overview:say.keptAll', { count: judged })
        : t('overview:say.kept', { count: judged, kept }),
    chasers.customers === 0
      ? t('overview:say.nobodyCameBack')
      : t('overview:say.cameBack', { count: chasers.customers }),
    ...(busiest === null
      ? []
      : [t(`overview:say.busiest.${busiest.part}`, { weekday: weekdayName(busiest.weekday, language) })]),
  ]
}

const PARTS = [
  { part: 'night', from: 0, until: 6 },
  { part: 'morning', from: 6, until: 12 },
  { part: 'afternoon', from: 12, until: 18 },
  { part: 'evening', from: 18, until: 24 },
] as const
/** Fewer than this say nothing about when people come. */
const ENOUGH = 5

/** The part of the week in which most questions came; null when there are too few or two came out alike. */
function busiestTime(heat: OverviewFigures['questions']['heat']) {
  const times = heat.flatMap((hours, day) =>
    PARTS.map(({ part, from, until }) => ({
      weekday: day + 1,
      part,
      count: hours.slice(from, until).reduce((sum, count) => sum + count, 0),
    })),
  )
  const [first, second] = times.sort((a, b) => b.count - a.count)
  return first === undefined || first.count < ENOUGH || first.count === second?.count ? null : first
}

/** Monday is 1. In Dutch it is written small. */
export function weekdayName(weekday: number, language: Language, width: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  return format(language, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}

/** maart 2026 */
export function monthName(month: Month, language: Language): string {
  const [year, number] = month.split('-').map(Number)
  return format(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year!, number! - 1, 15))
}

/** 91% */
export function shareWords(share: number | null, language: Language): string {
  return share === null
    ? '–'
    : new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** 45 min, 3 u 20 min, 2,5 dag: `clock` counts days of 24 hours from two days on, open hours stay hours. */
export function minutesWords(minutes: number | null, kind: 'open' | 'clock', t: OverviewT, language: Language): string {
  if (minutes === null) return '–'
  const whole = Math.round(minutes)
  if (whole < 60) return t('overview:minutes', { minutes: whole })
  if (kind === 'clock' && whole >= 48 * 60) {
    const days = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(whole / 60 / 24)
    return t('overview:days', { days })
  }
  const hours = Math.floor(whole / 60)
  return whole % 60 === 0 ? t('overview:hours', { hours }) : t('overview:hoursMinutes', { hours, minutes: whole % 60 })
}

const locale = (language: Language): string => (language === 'en' ? 'en-GB' : 'nl-NL')
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale(language), options)
