import { snoozeUntil } from './nagging.ts'
import type { CustomerPromise } from './promise.ts'
import { MINUTE } from './time.ts'
import type { Instant } from './time.ts'

/** Minutes that can be asked for, before the due moment and after it. */
const BEFORE = [15, 30, 60]
const AFTER = [5, 10, 15]

/** Until when the next nag can be put off, each moment once, soonest first. Empty when it can't any more. */
export function snoozeChoices(promise: CustomerPromise, snoozesBefore: number, now: Instant): readonly Instant[] {
  const asked = now < promise.dueAt ? BEFORE : AFTER
  const allowed = asked.map((minutes) => snoozeUntil(promise, now + minutes * MINUTE, snoozesBefore, now))
  return [...new Set(allowed.filter((at) => at !== null))]
}
