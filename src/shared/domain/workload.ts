import type { BusinessCalendar } from './calendar.ts'
import { dayOf, isoOf } from './local-days.ts'
import type { StaffId } from './people.ts'
import type { CustomerPromise } from './promise.ts'
import { isLive } from './promises.ts'
import type { Instant, IsoDate } from './time.ts'

/** Live promises per person and day for `length` days from today. What is overdue is work of today; later days are left out. */
export function promisesPerDay(
  promises: readonly Pick<CustomerPromise, 'ownerId' | 'dueAt' | 'state'>[],
  { zone }: BusinessCalendar,
  now: Instant,
  length: number,
): { readonly days: readonly IsoDate[]; readonly counts: ReadonlyMap<StaffId, readonly number[]> } {
  const today = dayOf(zone, now)
  const counts = new Map<StaffId, number[]>()
  for (const promise of promises.filter(isLive)) {
    const day = Math.max(0, dayOf(zone, promise.dueAt) - today)
    if (day >= length) continue
    const own = counts.get(promise.ownerId) ?? Array.from({ length }, () => 0)
    own[day]! += 1
    counts.set(promise.ownerId, own)
  }
  return { days: Array.from({ length }, (_, i) => isoOf(today + i)), counts }
}
