import type { TFunction } from 'i18next'
import type { Instant, ZoneName } from '../../shared/domain/time.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/time.ts'

// Moments as a person would say them, in the business's own zone. Pure: now and zone are arguments.

const formatters = new Map<string, Intl.DateTimeFormat>()

function format(at: Instant, language: string, zone: ZoneName, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : language
  const key = `${language} ${zone} ${JSON.stringify(options)}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formatters.set(key, formatter)
  return formatter.format(at)
}

/** Days from `from` to `at` on the calendar of `zone`: 0 is the same day, -1 the day before. */
export function daysBetween(from: Instant, at: Instant, zone: ZoneName): number {
  return Math.round((dayNumber(at, zone) - dayNumber(from, zone)) / DAY)
}

function dayNumber(at: Instant, zone: ZoneName): number {
  return Date.parse(format(at, 'en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }))
}

/** How pressing a due moment is; the only thing that colour ever says. */
export type Urgency = 'late' | 'today' | 'fine'
export function urgency(dueAt: Instant, now: Instant, zone: ZoneName): Urgency {
  if (dueAt <= now) return 'late'
  return daysBetween(now, dueAt, zone) === 0 ? 'today' : 'fine'
}

export interface TimeWords {
  /** 15:00 */
  clock(at: Instant): string
  /** vandaag 15:00, morgen 12:00, donderdag 10:00, 14 november 10:00 */
  moment(at: Instant, now: Instant): string
  /** The same without a time for days that have passed: 10:42, gisteren, maandag, 3 november */
  since(at: Instant, now: Instant): string
  /** zaterdag 21 november */
  date(at: Instant): string
  /** vandaag, gisteren, maandag 3 november */
  day(at: Instant, now: Instant): string
  /** 5 minuten, 2 uur, 3 dagen: the largest unit that says enough */
  duration(milliseconds: number): string
  /** te laat, 2 uur · over 40 minuten · vandaag 15:00 */
  due(at: Instant, now: Instant): string
}

export function timeWords(t: TFunction, language: string, zone: ZoneName): TimeWords {
  const clock = (at: Instant): string =>
    format(at, language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const weekday = (at: Instant): string => format(at, language, zone, { weekday: 'long' })
  const date = (at: Instant, now: Instant): string =>
    format(at, language, zone, {
      day: 'numeric',
      month: 'long',
      ...(Math.abs(at - now) > 300 * DAY ? { year: 'numeric' } : {}),
    })

  const nearDay = (at: Instant, now: Instant): string | null => {
    const days = daysBetween(now, at, zone)
    if (days === 0) return t('common:time.today')
    if (days === 1) return t('common:time.tomorrow')
    if (days === -1) return t('common:time.yesterday')
    return null
  }
  const dayName = (at: Instant, now: Instant): string => {
    const days = daysBetween(now, at, zone)
    return nearDay(at, now) ?? (days > -7 && days < 7 ? weekday(at) : date(at, now))
  }
  const duration = (milliseconds: number): string => {
    const minutes = Math.round(Math.abs(milliseconds) / MINUTE)
    if (minutes < 60) return t('common:time.minutes', { count: minutes })
    if (minutes < 24 * 60) return t('common:time.hours', { count: Math.round((minutes * MINUTE) / HOUR) })
    return t('common:time.days', { count: Math.round((minutes * MINUTE) / DAY) })
  }
  const moment = (at: Instant, now: Instant): string => `${dayName(at, now)} ${clock(at)}`

  return {
    clock,
    moment,
    since: (at, now) => (daysBetween(now, at, zone) === 0 ? clock(at) : dayName(at, now)),
    date: (at) => format(at, language, zone, { weekday: 'long', day: 'numeric', month: 'long' }),
    day: (at, now) => nearDay(at, now) ?? `${weekday(at)} ${date(at, now)}`,
    duration,
    due(at, now) {
      if (at <= now)
        return now - at < MINUTE ? t('common:time.now') : t('common:time.late', { duration: duration(now - at) })
      if (at - now < HOUR) return t('common:time.in', { duration: duration(at - now) })
      return moment(at, now)
    },
  }
}
