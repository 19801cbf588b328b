import { says } from './rules.ts'

export const WE = '(?:we|i)'
/** The end of a negated verb, with either apostrophe: don't, can’t. */
export const NT = "n['’]t"

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})'

/** A moment that a customer can write in a diary. */
export const MOMENT = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
  'tomorrow|tonight|this (?:morning|afternoon|evening)|(?:later|by the end of|by|before|during) today',
  "\\d{1,2}[:.]\\d\\d|\\d{1,2} ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o['’]clock)|noon|midday",
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?`,
  `(?:at|by|before|until|around) (?:half past |quarter (?:past|to) )?${HOUR}(?=[.,!]|$| o)`,
  '(?:within|in) (?:a|one|two|three|1|2|3) (?:working |business )?days?',
  '(?:within|in) (?:an|one|two|three|four|half an|\\d{1,2}) hours?|(?:within|in) (?:\\d{1,2}|ten|fifteen|twenty|thirty) minutes|within the hour',
  '(?:by|before) (?:the end of (?:the|this) (?:day|week|morning|afternoon)|close of business|closing time|lunch)',
]
export const IN_DIARY = says(...MOMENT, 'today')

export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
}
export const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
/** "5-7 working days", "a three-week wait". */
export const TERM = `${NUMBER}(?:(?:\\s?[-–/]\\s?| (?:to|or|and) )${NUMBER})?[ -](?:working |business )?(?:days?|weeks?|months?|hours?)`

export function workingDaysIn(term: string): number {
  if (/hours?$/.test(term)) return 1 / 24
  if (/weeks?$/.test(term)) return 5
  if (/months?$/.test(term)) return 21
  return /working|business/.test(term) ? 1 : 5 / 7
}
