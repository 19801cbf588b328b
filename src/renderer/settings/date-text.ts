import type { IsoDate } from '../../shared/domain/time.ts'

/**
 * The calendar day in what a person types, day first: 24-12-2026, 24/12/26, 24.12. Without a year it is the next such
 * day from `today` on. Also 2026-12-24, as the calendar itself writes it. Null when there is no such day.
 */
export function readDate(text: string, today: IsoDate): IsoDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?\.?$/.exec(text.trim())
  if (parts === null) return null
  const [day, month] = [Number(parts[1]), Number(parts[2])]
  if (parts[3] !== undefined) return dayOf(Number(parts[3].padStart(4, '20')), month, day)
  const year = Number(today.slice(0, 4))
  const thisYear = dayOf(year, month, day)
  return thisYear !== null && thisYear >= today ? thisYear : dayOf(year + 1, month, day)
}

function dayOf(year: number, month: number, day: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  // 31 April becomes 1 May, and a 13th month no day at all.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}
