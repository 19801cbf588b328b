import type { OpenBlock } from '../../shared/domain/calendar.ts'
import type { Business } from '../../shared/contract/business.ts'

export type Week = Business['weekly']
export type Day = Week[number]

/** What a day opens with until somebody says otherwise. */
export const USUAL_DAY: Day = [{ from: 9 * 60, until: 17 * 60 + 30 }]

/** What is wrong with a day, by the key of its wording; null when nothing is. */
export function wrongInDay(day: readonly OpenBlock[]): 'endsFirst' | 'overlap' | null {
  if (day.some(({ from, until }) => from >= until)) return 'endsFirst'
  return day.every((block, i) => i === 0 || block.from > day[i - 1]!.until) ? null : 'overlap'
}

/** The week with one day replaced; 0 is Monday. */
export function withDay(week: Week, index: number, day: Day): Week {
  return week.map((old, i) => (i === index ? day : old)) as Week
}

/** The hours of one day given to every day that is open. */
export function likeDay(week: Week, index: number): Week {
  return week.map((day) => (day.length === 0 ? day : week[index]!)) as Week
}

/** One stretch more: after a break of half an hour, or from the start of the usual day. */
export function withBlock(day: Day): Day {
  const last = day.at(-1)
  if (last === undefined) return USUAL_DAY
  const noon = 12 * 60 + 30
  // A day in one stretch around lunch is split there: that is what a second stretch nearly always means.
  if (day.length === 1 && last.from < noon && last.until > noon + 60) {
    return [
      { from: last.from, until: noon },
      { from: noon + 30, until: last.until },
    ]
  }
  const from = Math.min(last.until + 30, 23 * 60)
  return [...day, { from, until: Math.min(from + 120, 24 * 60) }]
}
