import {
  clock,
  coming,
  comingFriday,
  dateWithoutYear,
  dayOfMonth,
  endOfMonth,
  inMinutes,
  inWeek,
  inWorkingDays,
  nextWorkingDay,
  rule,
  weak,
} from './moment-atoms.ts'
import type { DayPart, Meaning, Rule } from './moment-atoms.ts'
import { addOpenMinutes } from './opening-hours.ts'
import type { Weekday } from './time.ts'

// Moments in English. Longest and most particular first: what one rule takes, the next does not see.

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fifteen: 15, twenty: 20, 'twenty-five': 25, thirty: 30, forty: 40, 'forty-five': 45, fifty: 50, sixty: 60,
  fourteen: 14, 'a couple of': 2, 'the next couple of': 2, 'a couple': 2,
} // prettier-ignore
const N = `\\d{1,3}|${Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|')}`
const HOUR = '[01]?\\d|2[0-4]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const number = (word = ''): number => NUMBERS[word] ?? Number(word)

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const DAY = WEEKDAYS.join('|')
const SHORT_DAYS = 'mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun'
const weekday = (word = ''): Weekday => (WEEKDAYS.findIndex((day) => day.startsWith(word.slice(0, 3))) + 1) as Weekday

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const month = (word = ''): number => 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(word.slice(0, 3)) / 3 + 1

const PARTS: Readonly<Record<string, DayPart>> = {
  morning: 'morning', lunchtime: 'noon', afternoon: 'afternoon', evening: 'evening', night: 'evening', tonight: 'evening', day: 'closing',
} // prettier-ignore
const part = (word: string | undefined): DayPart | undefined => (word === undefined ? undefined : PARTS[word])

const AM = '([ap])\\.?\\s?m\\.?'
const half = (letter: string | undefined): 'am' | 'pm' | null =>
  letter === undefined ? null : letter === 'a' ? 'am' : 'pm'
const ABOUT = `(?:(?:about|around|roughly|approximately|at most|no more than|up to|the next|the)\\s+)*`
const WITHIN = `(within|in|after|inside|no later than)\\s+${ABOUT}(?:(?:${N})\\s*(?:-|–|to|or)\\s*)?`
const TIME_OF_DAY = '(?:\\s+(morning|afternoon|evening|night))?'
const weeksAhead = (word: string | undefined): number =>
  word === 'next' || word === 'the following' || word === 'following' ? 1 : 0
const WEEK = '(this|next|the following|following|the)\\s+week'

export const ENGLISH: readonly Rule[] = [
  // not a moment but a distance to another
  rule(
    `(?:${WITHIN})?(?:${N})\\s+(?:hours?|days?|weeks?|minutes?|months?|years?)\\s+(?:in\\s+advance|beforehand|ago|earlier)`,
    () => null,
  ),
  // working time
  rule(`${WITHIN}(${N})\\s+(?:working|business|work)[\\s-]days?(?:'\\s?time|')?`, ([, n], here) =>
    inWorkingDays(number(n), here),
  ),
  rule(`(?:the\\s+)?(?:next|following)\\s+(?:working|business)\\s+day`, (_, here) => nextWorkingDay(here)),
  rule(`${WITHIN}(${N})\\s+(?:working|business|office|opening)\\s+hours?`, ([, n], { now, calendar }) => {
    const at = addOpenMinutes(calendar, now, number(n) * 60)
    return at === null ? null : { is: 'at', at }
  }),
  // clock times that hold words of duration
  rule(
    `(?:(${N})\\s+(?:minutes?\\s+)?|(?:a\\s+)?(quarter|half)\\s+)(past|to|before|after)\\s+(${HOUR})(?:\\s*${AM}|\\s+o'?clock)?`,
    ([minutes, name, side, hour, letter]) => {
      const away = name === 'half' ? 30 : name === 'quarter' ? 15 : number(minutes)
      if (away > 30 || (name === undefined && away % 5 !== 0)) return null
      const whole = number(hour) * 60 + (side === 'past' || side === 'after' ? away : -away)
      return clock(Math.floor(whole / 60), whole % 60, half(letter))
    },
  ),
  rule(
    `(?:between|from)\\s+(?:${HOUR})(?:[:.]\\d\\d)?(?:\\s*[ap]\\.?m\\.?)?\\s+(?:and|to|until|till)\\s+(${HOUR})(?:[:.](\\d\\d))?(?:\\s*${AM}|\\s+o'?clock)?`,
    ([hour, minute = '0', letter]) => clock(number(hour), Number(minute), half(letter)),
  ),
  // durations
  rule(`(?:within|in)\\s+${ABOUT}(?:half\\s+an\\s+hour|a\\s+half(?:[\\s-]an)?[\\s-]hour|half\\s+hour)`, (_, here) =>
    inMinutes(30, here),
  ),
  rule(`(?:within|in)\\s+${ABOUT}(?:an\\s+hour\\s+and\\s+a\\s+half|one\\s+and\\s+a\\s+half\\s+hours)`, (_, here) =>
    inMinutes(90, here),
  ),
  rule(`(?:within|in)\\s+${ABOUT}(?:a\\s+)?quarter\\s+of\\s+an\\s+hour`, (_, here) => inMinutes(15, here)),
  rule(
    `(?:within|inside|in)\\s+(?:the|an|one|1|the\\s+next)\\s+(?:hour|hr)(?:'s time)?|an\\s+hour\\s+from\\s+now`,
    (_, here) => inMinutes(60, here),
  ),
  rule(`(?:within|in)\\s+${ABOUT}an\\s+hour\\s+or\\s+(${N})`, ([n], here) => inMinutes(number(n) * 60, here)),
  rule(`${WITHIN}(${N})\\s+(?:hours?|hrs?)(?:'\\s*time)?|(${N})\\s+hours\\s+from\\s+now`, ([, a, b], here) =>
    inMinutes(number(a ?? b) * 60, here),
  ),
  rule(`${WITHIN}(${N})\\s+(?:minutes?|mins?)(?:'\\s*time)?`, ([, n], here) => inMinutes(number(n), here)),
  // days, weeks and months from now
  rule(
    `(?:(${DAY})|(today)|(tomorrow))\\s+(?:week|fortnight)|(?:a\\s+week\\s+(?:from|on)\\s+(?:(${DAY})|(today)|(tomorrow)))`,
    ([day, today, tomorrow, day2, today2], here) => {
      const name = day ?? day2
      const first =
        name === undefined ? here.today + ((today ?? today2) === undefined ? 1 : 0) : coming(weekday(name), here)
      return tomorrow === undefined || first > 0 ? { is: 'day', day: first + 7 } : null
    },
  ),
  rule(`(within|in)\\s+${ABOUT}(?:a\\s+)?(day|week)\\s+or\\s+(${N})`, ([how, unit, n], { today }) => ({
    is: 'day',
    day: today + number(n) * (unit === 'week' ? 7 : 1),
    atMost: how === 'within',
  })),
  rule(`${WITHIN}(${N})\\s+(days?|weeks?|fortnights?)(?:'\\s*time)?`, ([how, n, unit = ''], { today }) => ({
    is: 'day',
    day: today + number(n) * (unit.startsWith('f') ? 14 : unit.startsWith('w') ? 7 : 1),
    atMost: how !== 'in' && how !== 'after',
  })),
  rule(`(${N})\\s+(days|weeks)\\s+from\\s+(?:now|today)`, ([n, unit], { today }) => ({
    is: 'day',
    day: today + number(n) * (unit === 'weeks' ? 7 : 1),
  })),
  rule(`within\\s+(?:the|a)\\s+week`, (_, { today }) => ({ is: 'day', day: today + 7, atMost: true })),
  rule(`(?:within|in)\\s+a\\s+month`, (_, { today }) => ({ is: 'day', day: today + 30, atMost: true })),
  // weeks
  rule(
    `(?:by\\s+)?(?:the\\s+)?(end|start|beginning|middle|early|mid|late|later)(?:\\s+of)?[\\s-]${WEEK}`,
    ([where = '', which], here) => weekPart(where, weeksAhead(which), here),
  ),
  rule(`(?:the\\s+)?end\\s+of\\s+(?:business\\s+)?week`, (_, here) => ({
    is: 'day',
    day: comingFriday(here),
    atMost: true,
  })),
  rule(`(${DAY})${TIME_OF_DAY}\\s+(?:of\\s+)?${WEEK}`, ([day, time, which], here) => ({
    is: 'day',
    day: inWeek(weeksAhead(which), weekday(day), here),
    part: part(time),
  })),
  rule(`(this|next)\\s+week\\s+(?:on\\s+)?(${DAY})${TIME_OF_DAY}`, ([which, day, time], here) => ({
    is: 'day',
    day: inWeek(weeksAhead(which), weekday(day), here),
    part: part(time),
  })),
  rule(`(?:the\\s+)?(this|next|following|coming)\\s+week`, ([which], here) => ({
    is: 'day',
    day: inWeek(which === 'this' ? 0 : 1, 7, here),
    atMost: true,
  })),
  rule(`before\\s+(?:the|this)\\s+weekend`, (_, here) => ({ is: 'day', day: comingFriday(here), atMost: true })),
  rule(`after\\s+the\\s+weekend`, (_, here) => ({ is: 'day', day: coming(1, here) })),
  rule(`(?:at|over|during)\\s+the\\s+weekend|(?:this|over\\s+the|by\\s+the)\\s+weekend`, (_, here) => ({
    is: 'day',
    day: inWeek(0, 7, here),
    atMost: true,
  })),
  rule(`(?:the\\s+)?end\\s+of\\s+(?:the|this|next)?\\s*month|(this|next)\\s+month`, ([which], here) => ({
    is: 'day',
    day: endOfMonth(weeksAhead(which), here),
    atMost: true,
  })),
  // weekdays and days near today
  rule(
    `(?:last|past|previous|every|each|since)\\s+(?:${DAY}|week|month|night)|yesterday${TIME_OF_DAY}|the\\s+day\\s+before\\s+yesterday|(?:good|this|every)\\s+morning|good\\s+(?:afternoon|evening|day)`,
    () => null,
  ),
  rule(`next\\s+(${DAY})${TIME_OF_DAY}`, ([day, time], here) => ({
    is: 'day',
    day: inWeek(1, weekday(day), here),
    part: part(time),
  })),
  rule(`(?:(?:this|coming|this\\s+coming|the\\s+coming)\\s+)?(${DAY})${TIME_OF_DAY}`, ([day, time], here) => ({
    is: 'day',
    day: coming(weekday(day), here),
    part: part(time),
  })),
  rule(`(?:the\\s+)?day\\s+after\\s+tomorrow${TIME_OF_DAY}`, ([time], { today }) => ({
    is: 'day',
    day: today + 2,
    part: part(time),
  })),
  rule(
    `first\\s+thing\\s+(?:in\\s+the\\s+morning|tomorrow(?:\\s+morning)?)|tomorrow\\s+(?:morning\\s+)?first\\s+thing|early\\s+tomorrow(?:\\s+morning)?`,
    (_, { today }) => ({ is: 'day', day: today + 1, part: 'early-morning' }),
  ),
  rule(
    `(?:tomorrow|tmrw|tomorow|tommorow|tommorrow)(?:\\s+(morning|afternoon|evening|night|lunchtime))?`,
    ([time], { today }) => ({ is: 'day', day: today + 1, part: part(time) }),
  ),
  rule(`(?:later\\s+)?today|later\\s+on\\s+today`, (_, { today }) => ({ is: 'day', day: today })),
  rule(`(?:later\\s+)?this\\s+(afternoon|evening)|(tonight)`, ([a, b], { today }) => ({
    is: 'day',
    day: today,
    part: part(a ?? b),
  })),
  rule(`(${MONTHS})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\s*[:.]?\\d)`, ([name, day], here) =>
    dateWithoutYear(Number(day), month(name), here),
  ),
  rule(`(?:on\\s+)?the\\s+(\\d{1,2})(?:st|nd|rd|th)(?!\\s+(?:of\\s+)?(?:${MONTHS}))`, ([n], here) =>
    dayOfMonth(Number(n), here),
  ),
  // parts of a day
  rule(`(?:the\\s+)?(?:start|beginning)\\s+of\\s+(?:the\\s+)?(?:business\\s+)?day|first\\s+thing`, () => ({
    is: 'part',
    part: 'early-morning',
  })),
  rule(
    `(?:by\\s+)?(?:the\\s+)?(?:very\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+|our\\s+)?(?:business\\s+|working\\s+)?(morning|afternoon|evening|day|play)|eod|cob|close\\s+of\\s+(?:business|play)|end\\s+of\\s+business`,
    ([time]) => ({ is: 'part', part: part(time) ?? 'closing' }),
  ),
  rule(`(early|mid|late|later)(?:\\s+(?:in|on)\\s+the|\\s+this)?[\\s-](morning|afternoon|evening)`, ([when, time]) => ({
    is: 'part',
    part:
      when === 'early' && time !== 'evening'
        ? time === 'morning'
          ? 'early-morning'
          : 'early-afternoon'
        : (part(time) ?? 'closing'),
  })),
  rule(`closing(?:\\s+time)?|(?:we|the\\s+shop|the\\s+store)\\s+(?:are\\s+)?closes?`, () => ({
    is: 'part',
    part: 'closing',
  })),
  rule(`opening\\s+time|(?:when|once|as\\s+soon\\s+as|after)\\s+we\\s+open`, () => ({ is: 'part', part: 'opening' })),
  rule(`noon|midday|mid-day|(?:before\\s+)?(?:lunchtime|lunch)`, () => ({ is: 'part', part: 'noon' })),
  rule(`after\\s+lunch`, () => ({ is: 'part', part: 'early-afternoon' })),
  weak(`in\\s+the\\s+(morning|afternoon|evening)|at\\s+(night)`, ([a, b]) => ({
    is: 'part',
    part: part(a ?? b) ?? 'morning',
  })),
  // clock times
  rule(`([01]?\\d|2[0-4])[:.]([0-5]\\d)\\s*${AM}`, ([hour, minute, letter]) =>
    clock(Number(hour), Number(minute), half(letter)),
  ),
  rule(`(${HOUR})\\s*${AM}`, ([hour, letter]) => clock(number(hour), 0, half(letter))),
  rule(`([01]?\\d|2[0-4]):([0-5]\\d)(?:\\s*(?:hrs?|hours|h))?`, ([hour = '', minute]) =>
    clock(Number(hour), Number(minute), hour.length > 1 ? 'said' : null),
  ),
  rule(`(?<=(?:at|by|before|until|around|about)\\s)([01]?\\d|2[0-4])\\.([0-5]\\d)`, ([hour = '', minute]) =>
    clock(Number(hour), Number(minute), hour.length > 1 ? 'said' : null),
  ),
  rule(`(${HOUR})\\s*o'?clock`, ([hour]) => clock(number(hour), 0)),
  rule(`half\\s+(${HOUR})`, ([hour]) => clock(number(hour), 30)),
  rule(
    `(?<=(?:at|by|around|before|until)\\s)(${HOUR})(?=\\s*(?:$|[.,;!?)]|\\u0001|today|tomorrow|this|on|in|and|with|to|for|at|sharp|latest|or|i|i'll|we|we'll|you|you'll|he|she|my|our|your|the|someone|so|but|please|whether|if|how|what))`,
    ([hour]) => clock(number(hour), 0),
  ),
]

/** Read after the dates on the calendar were found, since "2 December" holds a number too. */
export const ENGLISH_LEFTOVERS: readonly Rule[] = [
  weak(`(${SHORT_DAYS})`, ([day], here) => ({ is: 'day', day: coming(weekday(day), here) })),
  weak(`(${HOUR})(?=\\s*(?:$|[.,;!?]))`, ([hour]) => clock(number(hour), 0)),
  weak(`(morning|afternoon|evening)`, ([time]) => ({ is: 'part', part: part(time) ?? 'morning' })),
]

function weekPart(where: string, weeks: number, here: Parameters<Rule['read']>[1]): Meaning {
  const day =
    where === 'start' || where === 'beginning' || where === 'early' ? 2 : where === 'middle' || where === 'mid' ? 3 : 5
  return { is: 'day', day: inWeek(weeks, day, here), atMost: true }
}
