import type { BusinessCalendar } from './calendar.ts'
import { findMoments } from './moment-finder.ts'
import type { Language } from './people.ts'
import type { Instant } from './time.ts'

/**
 * Reads a moment in plain language: "morgen 10:00", "binnen twee werkdagen", "Friday noon". Null when it names no moment
 * ("zo snel mogelijk") or one that has passed. A bare day means closing time of that day; `text` is the words it was read from.
 */
export function readMoment(
  text: string,
  language: Language,
  now: Instant,
  calendar: BusinessCalendar,
): { readonly at: Instant; readonly text: string } | null {
  const found = findMoments(text, language, now, calendar)[0]
  return found === undefined ? null : { at: found.at, text: text.slice(found.from, found.to).trim() }
}
