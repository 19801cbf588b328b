import { en, nl } from 'chrono-node'
import type { BusinessCalendar } from './calendar.ts'
import { dayOf, instantOf, isoOf, startOfDay } from './local-days.ts'
import type { DayNumber } from './local-days.ts'
import { dateWithoutYear, findAtoms, isWorkingDay } from './moment-atoms.ts'
import type { Atom, DayPart, Here } from './moment-atoms.ts'
import { ENGLISH, ENGLISH_LEFTOVERS } from './moment-words-en.ts'
import { DUTCH, DUTCH_LEFTOVERS } from './moment-words-nl.ts'
import { closingOf, isWithinHours, openingOf } from './opening-hours.ts'
import type { Language } from './people.ts'
import { DAY, HOUR, MINUTE } from './time.ts'
import type { Instant } from './time.ts'

// Finds moments in running text. Our own rules know how a shop speaks ("binnen twee werkdagen", "voor sluitingstijd",
// "half drie"); chrono-node reads the dates on the calendar. Chrono alone would read "zo snel mogelijk" as Sunday.

export interface FoundMoment {
  /** Where the words stand, those that bind it included ("voor", "uiterlijk", "by"). */
  readonly from: number
  /** Where the day or time itself begins. */
  readonly core: number
  readonly to: number
  readonly at: Instant
}

const RULES = {
  nl: { rules: DUTCH, leftovers: DUTCH_LEFTOVERS, dates: nl.strict },
  en: { rules: ENGLISH, leftovers: ENGLISH_LEFTOVERS, dates: en.GB },
} as const

/** Words that may stand between the parts of one moment, or before it. */
const BINDING = {
  nl: `om|op|voor|vóór|uiterlijk|tegen|rond|omstreeks|in|de|het|'s|van|tot|nog|al|dus|zeker|uur|ergens|direct|meteen|loop|ongeveer|rondom|klokslag|precies|en wel|dan|a\\.s\\.|aanstaande|eind|einde|aan|bij`,
  en: `at|by|before|on|around|about|in|the|of|no later than|at the latest|latest|sometime|until|for|from|this|exactly|sharp|that|end|or before`,
} as const
const between = (language: Language): RegExp =>
  new RegExp(`^(?:[\\s,()–-]|(?<![\\p{L}])(?:${BINDING[language]})(?![\\p{L}]))*$`, 'u')
const BINDING_WORDS = {
  nl: new RegExp(`(?<![\\p{L}])(?:${BINDING.nl})(?![\\p{L}])`, 'gu'),
  en: new RegExp(`(?<![\\p{L}])(?:${BINDING.en})(?![\\p{L}])`, 'gu'),
} as const
const FILLERS = {
  nl: /(?<!\p{L})(?:in (?:elk|ieder) geval|hoe dan ook|sowieso|maar|wel|dan|en|dus)(?!\p{L})/gu,
  en: /(?<!\p{L})(?:in any case|at least|either way|but|then|and|so)(?!\p{L})/gu,
} as const
const BETWEEN = { nl: between('nl'), en: between('en') } as const
const BEFORE = {
  nl: /(?:^|[\s(])(?:nog\s+)?(?:voor|vóór|eerder dan)\s+$/u,
  en: /(?:^|[\s(])(?:before|prior to)\s+$/u,
} as const
const LEADING = {
  nl: /(?:(?<![\p{L}])(?:om|op|voor|vóór|uiterlijk|tegen|rond|nog|het|de|in|loop|van)\s+)+$/u,
  en: /(?:(?<![\p{L}])(?:at|by|before|on|around|no later than|the|in)\s+)+$/u,
} as const
const EITHER = {
  nl: /^\s*(?:of|à|-)\s*(?:anders\s+|uiterlijk\s+)?$/u,
  en: /^\s*(?:or|-)\s*(?:else\s+|by\s+)?$/u,
} as const

/** "Uw mail van dinsdag": a day of something else. */
const OTHER_DAY = { nl: /(?<!loop )(?:van|sinds|vanaf)\s+$/u, en: /(?:of|from|since)\s+(?:the\s+)?$/u } as const

/** One day, part and time that belong together; or something complete. */
interface Group {
  from: number
  to: number
  at: Instant | null
  day: Extract<Atom, { is: 'day' }> | null
  part: DayPart | null
  time: Extract<Atom, { is: 'time' }> | null
  strong: boolean
}

/** All moments in a text that lie in the future, in order. Of "Thursday or Friday" the later one counts. */
export function findMoments(
  text: string,
  language: Language,
  now: Instant,
  calendar: BusinessCalendar,
): readonly FoundMoment[] {
  const here: Here = { now, today: dayOf(calendar.zone, now), calendar }
  const plain = flatten(text)
  const found: FoundMoment[] = []
  let previous: Group | null = null
  for (const group of groupsOf(plain, atomsOf(plain, language, here), language)) {
    const gap = plain.slice(previous?.to ?? 0, group.from)
    const sameDay = previous?.day ?? null
    // "Ik kom morgen langs en bel om 9 uur": nine o'clock of the day that was named last.
    if (group.at === null && group.day === null && sameDay !== null && !/[.!?]/u.test(gap)) group.day = sameDay
    const before = group.day?.from === group.from && BEFORE[language].test(plain.slice(0, group.from))
    const at = resolve(group, before, here)
    const last = found.at(-1)
    const either = previous !== null && last?.to === previous.to && EITHER[language].test(gap)
    previous = OTHER_DAY[language].test(plain.slice(0, group.from)) ? null : group
    if (at === null || at <= now) continue
    const from = group.from - (LEADING[language].exec(plain.slice(0, group.from))?.[0].length ?? 0)
    if (either) found[found.length - 1] = { ...last!, to: group.to, at: Math.max(last!.at, at) }
    else found.push({ from, core: group.from, to: group.to, at })
  }
  return found
}

/** What a text says besides its moments and the words that bind them ("uiterlijk", "by"). */
export function besides(text: string, language: Language, moments: readonly FoundMoment[], offset = 0): string {
  let rest = flatten(text)
  for (const { from, to } of moments) {
    rest = rest.slice(0, from - offset) + ' '.repeat(to - from) + rest.slice(to - offset)
  }
  return rest
    .replace(FILLERS[language], ' ')
    .replace(BINDING_WORDS[language], ' ')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim()
}

/** Lower case with plain spaces and quotes, every character in its place. */
export function flatten(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/\s/gu, ' ').replace(/[’‘`´]/gu, "'")
}

function atomsOf(text: string, language: Language, here: Here): Atom[] {
  const { rules, leftovers, dates } = RULES[language]
  const first = findAtoms(text, rules, here)
  const offset = (startOfDay('UTC', here.today) - startOfDay(here.calendar.zone, here.today)) / MINUTE
  const dated: Atom[] = []
  let left = first.left
  for (const result of dates.parse(left, { instant: new Date(here.now), timezone: offset })) {
    const { start } = result
    if (!start.isCertain('day') || !start.isCertain('month') || start.isCertain('hour')) continue
    const day = start.get('day') ?? 0
    const month = start.get('month') ?? 0
    const meaning = start.isCertain('year')
      ? { is: 'day' as const, day: Math.round(Date.UTC(start.get('year') ?? 0, month - 1, day) / DAY) }
      : dateWithoutYear(day, month, here)
    const to = result.index + result.text.length
    if (meaning?.is === 'day') dated.push({ ...meaning, from: result.index, to, weak: false })
    left = left.slice(0, result.index) + ' '.repeat(result.text.length) + left.slice(to)
  }
  return [...first.atoms, ...dated, ...findAtoms(left, leftovers, here).atoms].sort((a, b) => a.from - b.from)
}

function groupsOf(text: string, atoms: readonly Atom[], language: Language): Group[] {
  const groups: Group[] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    if (last !== undefined && BETWEEN[language].test(text.slice(last.to, atom.from)) && join(last, atom)) continue
    const group: Group = { from: atom.from, to: atom.to, at: null, day: null, part: null, time: null, strong: false }
    join(group, atom)
    groups.push(group)
  }
  // A group of weak words counts when two of them make a moment ("vr 10 uur"), or when there is nothing else in the text.
  return groups.filter(({ strong, day, part, time, from, to }) => {
    const alone =
      BETWEEN[language].test(text.slice(0, from)) && BETWEEN[language].test(text.slice(to).replace(/[.!]/g, ''))
    return strong || alone || [day, part, time].filter((atom) => atom !== null).length > 1
  })
}

/** Takes the atom into the group, if there is a place for it. */
function join(group: Group, atom: Atom): boolean {
  if (group.at !== null) return false
  if (atom.is === 'at') {
    if (group.day !== null || group.part !== null || group.time !== null) return false
    group.at = atom.at
  } else if (atom.is === 'day') {
    // "donderdag 26 november" is one day said twice: the date on the calendar decides.
    if (group.day !== null && (group.time !== null || atom.from - group.day.to > 2)) return false
    group.day = { ...atom, part: atom.part ?? group.day?.part }
    group.part ??= atom.part ?? null
  } else if (atom.is === 'part') {
    if (group.part !== null && group.day?.part === undefined) return false
    group.part = atom.part
  } else {
    if (group.time !== null) return false
    group.time = atom
  }
  group.to = Math.max(group.to, atom.to)
  group.strong ||= !atom.weak
  return true
}

function resolve({ at, day, part, time }: Group, before: boolean, here: Here): Instant | null {
  if (at !== null) return at
  const moment = (on: DayNumber): Instant => (time !== null ? timeOn(on, time, part, here) : partOn(on, part, here))
  if (day === null) {
    const today = moment(here.today)
    return today > here.now ? today : nextDay(here, moment)
  }
  if (time !== null) return moment(day.day)
  // "Voor vrijdag" is Thursday at the latest, "voor vrijdagmiddag" is Friday noon.
  if (before && day.atMost !== true && (part === null || part === 'morning')) return lastClosing(day.day - 1, here)
  if (part === null && day.atMost === true) return lastClosing(day.day, here) ?? nextDay(here, moment)
  const due = partOn(day.day, (before && part !== null ? PART_BEFORE[part] : undefined) ?? part, here)
  if (due > here.now || day.day !== here.today) return due
  // Whoever says "today" after that moment, or after closing, still means today.
  const later = [partOn(here.today, 'closing', here), partOn(here.today, 'evening', here)]
  return later.find((evening) => evening > here.now) ?? null
}

/** "Voor vrijdagmiddag": by the end of the part of the day before it. */
const PART_BEFORE: { readonly [part in DayPart]?: DayPart } = { afternoon: 'noon', evening: 'afternoon' }

/** On the first day after today that is open at that time, or else tomorrow. */
function nextDay(here: Here, moment: (on: DayNumber) => Instant): Instant {
  for (let day = here.today + 1; day <= here.today + 14; day += 1) {
    if (isWorkingDay(here, day)) return moment(day)
  }
  return moment(here.today + 1)
}

/** The closing of the last open day up to `day` that is still to come; null when there is none. */
function lastClosing(day: DayNumber, { now, today, calendar }: Here): Instant | null {
  for (let open = day; open >= today; open -= 1) {
    const closing = closingOf(calendar, isoOf(open))
    if (closing !== null && closing > now) return closing
  }
  return null
}

/** A clock time on a day: of two readings the one in opening hours, "3 uur" in a shop being the afternoon. */
function timeOn(day: DayNumber, time: NonNullable<Group['time']>, part: DayPart | null, here: Here): Instant {
  const { zone } = here.calendar
  const read = (hour: number): Instant => instantOf(zone, day, hour * 60 + time.minute)
  const { hour, half } = time
  if (half === 'said') return read(hour)
  const morning = hour % 12
  const afternoon = morning + 12
  if (half !== null) return read(half === 'am' ? morning : afternoon)
  if (part === 'morning' || part === 'early-morning') return read(hour)
  if (part === 'afternoon' || part === 'early-afternoon' || part === 'evening') return read(afternoon)
  if (hour === 12) return read(12)
  const open = [morning, afternoon].map(read).filter((at) => at > here.now && isWithinHours(here.calendar, at))
  return open.length === 1 ? open[0]! : read(hour < 7 ? afternoon : morning)
}

const PART_ENDS: Readonly<Record<Exclude<DayPart, 'opening' | 'closing' | 'early-morning'>, number>> = {
  morning: 12,
  noon: 12,
  'early-afternoon': 14,
  afternoon: 17,
  evening: 21,
}

/** By when something promised for that part of the day is due: its end, within opening hours where there are any. */
function partOn(day: DayNumber, part: DayPart | null, { calendar }: Here): Instant {
  const date = isoOf(day)
  const at = (hour: number): Instant => instantOf(calendar.zone, day, hour * 60)
  const closing = closingOf(calendar, date)
  const opening = openingOf(calendar, date)
  let due: Instant
  if (part === null || part === 'closing') due = closing ?? at(17)
  else if (part === 'opening') due = opening ?? at(9)
  else if (part === 'early-morning') due = (opening ?? at(9)) + HOUR
  else due = at(PART_ENDS[part])
  if (part === 'afternoon' && closing !== null && closing > at(12)) due = Math.min(due, closing)
  return due
}
