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
import type { DayPart, Rule } from './moment-atoms.ts'
import { addOpenMinutes } from './opening-hours.ts'
import type { Weekday } from './time.ts'

// Moments in Dutch. Longest and most particular first: what one rule takes, the next does not see.

const NUMBERS: Readonly<Record<string, number>> = {
  een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, elf: 11, twaalf: 12,
  dertien: 13, veertien: 14, vijftien: 15, twintig: 20, vijfentwintig: 25, dertig: 30, veertig: 40, vijfenveertig: 45,
  vijftig: 50, zestig: 60,
} // prettier-ignore
const N = `\\d{1,3}|${Object.keys(NUMBERS).reverse().join('|')}`
const HOUR = '[01]?\\d|2[0-4]|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf'
const number = (word = ''): number => NUMBERS[word] ?? Number(word)

const WEEKDAYS: readonly string[] = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const SHORT_DAYS: readonly string[] = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const DAY = WEEKDAYS.join('|')
const weekday = (word = ''): Weekday => ((WEEKDAYS.includes(word) ? WEEKDAYS : SHORT_DAYS).indexOf(word) + 1) as Weekday

const PARTS: Readonly<Record<string, DayPart>> = {
  ochtend: 'morning', morgen: 'morning', middag: 'afternoon', namiddag: 'afternoon', avond: 'evening', vroeg: 'early-morning',
  dag: 'closing', werkdag: 'closing',
} // prettier-ignore
const part = (word: string | undefined): DayPart | undefined => (word === undefined ? undefined : PARTS[word])

const ABOUT = `(?:(?:ongeveer|circa|ca\\.?|zo'n|uiterlijk|maximaal|max\\.?|hooguit|hoogstens|ruim|nu en)\\s+)*`
const WITHIN = `(binnen|over|in|na|uiterlijk|maximaal|max\\.?|hooguit)\\s+${ABOUT}(?:de\\s+)?(?:komende\\s+)?(?:(?:${N})\\s*(?:-|–|à|á|a|tot|of|tot en met)\\s*)?`
const COMING = 'aanstaande|aankomende|a\\.?s\\.?|komende|eerstkomende|eerstvolgende|deze'
const NEXT_WEEK = '(?:de\\s+)?(volgende|komende|aankomende|aanstaande|deze)\\s+week'
/** Of the week that is going on, or of the next. */
const weeksAhead = (word: string | undefined): number =>
  word === undefined || word === 'deze' || word === 'de' ? 0 : 1

/** "voor vijven" */
const ROUND_HOURS: Readonly<Record<string, number>> = {
  enen: 1, eenen: 1, tweeën: 2, drieën: 3, vieren: 4, vijven: 5, zessen: 6, zevenen: 7, achten: 8, negenen: 9, tienen: 10, elven: 11, twaalven: 12,
} // prettier-ignore
const ENDS = `\\s*(?:$|[.,;!?)]|\\u0001)`
/** Words that may follow a bare hour: "om drie terug", but not "om drie redenen" or "om een afspraak". */
const FOLLOWS = `uur|ik|we|wij|u|je|jij|bel|belt|bellen|hoor|hoort|krijg|krijgt|heb|heeft|kom|komt|komen|nog|van|terug|even|precies|'s|laat|laten|stuur|sturen|mail|mailen|dan|vandaag|op|contact|weer|langs|thuis|aan|neem|neemt|nemen|staat|is|klaar|antwoord|${DAY}`

export const DUTCH: readonly Rule[] = [
  // not a moment but a distance to another
  rule(
    `(?:${WITHIN}|(?:binnen|uiterlijk)\\s+)?(?:${N})\\s+(?:uur|uren|dag|dagen|week|weken|minuten|maand|maanden|jaar)\\s+(?:van\\s+tevoren|geleden|eerder|lang)`,
    () => null,
  ),
  // working time
  rule(`${WITHIN}(${N})\\s+(?:werkdag(?:en)?|werkbare\\s+dag(?:en)?)`, ([, n], here) => inWorkingDays(number(n), here)),
  rule(`(?:de\\s+)?(?:eerst)?volgende\\s+werkdag`, (_, here) => nextWorkingDay(here)),
  rule(`${WITHIN}(${N})\\s+(?:werkuur|werkuren|kantooruren)`, ([, n], { now, calendar }) => {
    const at = addOpenMinutes(calendar, now, number(n) * 60)
    return at === null ? null : { is: 'at', at }
  }),
  // clock times that hold words of duration
  rule(
    `(${N})\\s+(?:minuten\\s+)?(voor|over)\\s+(half\\s+)?(${HOUR})(?:\\s+uur)?|kwart\\s+(voor|over)\\s+(${HOUR})(?:\\s+uur)?`,
    ([minutes, side, half, hour, quarterSide, quarterHour]) => {
      const away = minutes === undefined ? 15 : number(minutes)
      const after = (side ?? quarterSide) === 'over' ? away : -away
      const whole = number(hour ?? quarterHour) * 60 - (half === undefined ? 0 : 30) + after
      return away > 20 ? null : clock(Math.floor(whole / 60), whole % 60)
    },
  ),
  rule(`half\\s+(${HOUR})(?:\\s+uur)?(?!\\s*(?:uur|jaar|dozijn))`, ([hour]) => clock((number(hour) || 24) - 1, 30)),
  rule(
    `(?:tussen|van|vanaf)\\s+(?:${HOUR})(?:[:.]\\d\\d)?(?:\\s+uur)?\\s+(?:en|tot)\\s+(${HOUR})(?:[:.](\\d\\d))?(?:\\s*(?:uur|u))?`,
    ([hour, minute = '0']) => clock(number(hour), Number(minute)),
  ),
  // durations
  rule(`(?:binnen|over)\\s+${ABOUT}(?:een\\s+)?uur(?:tje)?\\s+of\\s+(${N})`, ([n], here) =>
    inMinutes(number(n) * 60, here),
  ),
  rule(`(?:rond\\s+|om\\s+|tegen\\s+)?een\\s+uur\\s+of\\s+(${HOUR})`, ([hour]) => clock(number(hour), 0)),
  rule(`(?:binnen|over)\\s+${ABOUT}(?:anderhalf\\s+uur)`, (_, here) => inMinutes(90, here)),
  rule(`(?:binnen|over|in)\\s+${ABOUT}(?:een\\s+)?half\\s?uur(?:tje)?`, (_, here) => inMinutes(30, here)),
  rule(`(?:binnen|over)\\s+${ABOUT}drie\\s+kwartier`, (_, here) => inMinutes(45, here)),
  rule(`(?:binnen|over)\\s+${ABOUT}(?:een\\s+|1\\s+|het\\s+)?kwartier(?:tje)?`, (_, here) => inMinutes(15, here)),
  rule(`(?:binnen|over)\\s+${ABOUT}(?:het|een|één|1)?\\s*(?:uur|uurtje)`, (_, here) => inMinutes(60, here)),
  rule(`${WITHIN}(${N})\\s+(?:uur|uren|uurtjes)`, ([prefix, n], here) =>
    prefix === 'binnen' || prefix === 'over' ? inMinutes(number(n) * 60, here) : clock(number(n), 0),
  ),
  rule(`${WITHIN}(${N})\\s+(?:minuten|minuutjes|min)`, ([, n], here) => inMinutes(number(n), here)),
  // days, weeks and months from now
  rule(
    `(?:(${DAY})|(vandaag)|(morgen))\\s+over\\s+(?:(${N})\\s+we(?:ek|ken)|veertien\\s+dagen)`,
    ([day, today, , weeks = '2'], here) => ({
      is: 'day',
      day:
        (day === undefined ? here.today + (today === undefined ? 1 : 0) : inWeek(0, weekday(day), here)) +
        number(weeks) * 7,
    }),
  ),
  rule(
    `(binnen|over)\\s+${ABOUT}(?:de\\s+)?(?:een\\s+)?(week|dag)(?:je)?\\s+of\\s+(${N})`,
    ([how, unit, n], { today }) => ({
      is: 'day',
      day: today + number(n) * (unit === 'week' ? 7 : 1),
      atMost: how === 'binnen',
    }),
  ),
  rule(`${WITHIN}(${N})\\s+(dag|dagen|etmaal|week|weken)`, ([how, n, unit = ''], { today }) => ({
    is: 'day',
    day: today + number(n) * (unit.startsWith('we') ? 7 : 1),
    atMost: how !== 'over' && how !== 'na',
  })),
  rule(`binnen\\s+(?:de|deze)\\s+week`, (_, { today }) => ({ is: 'day', day: today + 7, atMost: true })),
  rule(`(?:binnen|over)\\s+een\\s+maand`, (_, { today }) => ({ is: 'day', day: today + 30, atMost: true })),
  // weeks
  rule(
    `(?:aan\\s+het\\s+|in\\s+het\\s+)?(begin|midden|eind(?:e)?|halverwege|medio)(?:\\s+van)?(?:\\s+(de|deze|volgende|komende))?\\s+week`,
    ([where = '', which], here) => ({
      is: 'day',
      day: inWeek(weeksAhead(which), where === 'begin' ? 2 : where.startsWith('eind') ? 5 : 3, here),
      atMost: true,
    }),
  ),
  rule(
    `${NEXT_WEEK}\\s+(?:op\\s+|al\\s+op\\s+)?(${DAY})(ochtend|morgen|middag|avond)?`,
    ([which, day, time], here) => ({ is: 'day', day: inWeek(weeksAhead(which), weekday(day), here), part: part(time) }),
  ),
  rule(`(${DAY})(ochtend|morgen|middag|avond)?\\s+(?:van\\s+|in\\s+)?${NEXT_WEEK}`, ([day, time, which], here) => ({
    is: 'day',
    day: inWeek(weeksAhead(which), weekday(day), here),
    part: part(time),
  })),
  rule(`(?:in\\s+(?:de\\s+)?(?:loop\\s+van\\s+)?)?${NEXT_WEEK}`, ([which], here) => ({
    is: 'day',
    day: inWeek(weeksAhead(which), 7, here),
    atMost: true,
  })),
  rule(`(?:voor|vóór|tot)\\s+(?:het|dit)\\s+week(?:end|einde)`, (_, here) => ({
    is: 'day',
    day: comingFriday(here),
    atMost: true,
  })),
  rule(`(?:na|direct\\s+na|meteen\\s+na)\\s+(?:het|dit)\\s+week(?:end|einde)`, (_, here) => ({
    is: 'day',
    day: coming(1, here),
  })),
  rule(`(?:in\\s+het|dit|komend)\\s+week(?:end|einde)`, (_, here) => ({
    is: 'day',
    day: inWeek(0, 7, here),
    atMost: true,
  })),
  rule(`(?:(?:het\\s+)?eind(?:e)?\\s+(?:van\\s+)?)?(?:(de|deze|volgende|komende))\\s+maand`, ([which], here) => ({
    is: 'day',
    day: endOfMonth(weeksAhead(which), here),
    atMost: true,
  })),
  // weekdays and days near today
  rule(
    `(?:afgelopen|vorige|laatste|elke|iedere|sinds|gistere?n?|eergisteren)\\s+(?:${DAY}|week|maand)(?:ochtend|middag|avond)?`,
    () => null,
  ),
  rule(`volgende\\s+(${DAY})(ochtend|morgen|middag|avond)?`, ([day, time], here) => ({
    is: 'day',
    day: inWeek(1, weekday(day), here),
    part: part(time),
  })),
  rule(
    `(?:(?:${COMING})\\s+)?(${DAY})(ochtend|morgen|middag|namiddag|avond)?(?:\\s+(?:aanstaande|a\\.?s\\.))?`,
    ([day, time], here) => ({ is: 'day', day: coming(weekday(day), here), part: part(time) }),
  ),
  rule(`overmorgen(?:(ochtend|middag|avond))?`, ([time], { today }) => ({
    is: 'day',
    day: today + 2,
    part: part(time),
  })),
  rule(
    `goede\\s?(?:morgen|middag|avond)|(?:deze|elke|iedere|de\\s+volgende)\\s+(?:ochtend|morgen)|eergisteren|gisteren(?:ochtend|middag|avond)?`,
    () => null,
  ),
  rule(`vandaag`, (_, { today }) => ({ is: 'day', day: today })),
  rule(`van(ochtend|morgen|middag|avond)|deze\\s+(middag|avond)`, ([a, b], { today }) => ({
    is: 'day',
    day: today,
    part: part(a ?? b),
  })),
  rule(`(?<!'s\\s?)morgen(?:\\s?(ochtend|vroeg|middag|avond)|-(ochtend|middag|avond))?`, ([a, b], { today }) => ({
    is: 'day',
    day: today + 1,
    part: part(a ?? b),
  })),
  rule(`(?:op\\s+)?de\\s+(\\d{1,2})(?:e|ste|de)`, ([n], here) => dayOfMonth(Number(n), here)),
  // parts of a day
  rule(
    `(?:(?:het|aan\\s+het|tegen\\s+het)\\s+)?(?:begin|vroeg)\\s+(?:van\\s+|in\\s+)?(?:de\\s+)?(ochtend|middag)`,
    ([time]) => ({ is: 'part', part: time === 'ochtend' ? 'early-morning' : 'early-afternoon' }),
  ),
  rule(
    `(?:(?:aan\\s+)?(?:het|'t)\\s+)?eind(?:e)?(?:\\s+van)?(?:\\s+(?:de|deze|onze))?\\s+(ochtend|morgen|middag|namiddag|avond|dag|werkdag)|(?:de\\s+)?(?:loop|rest)\\s+van\\s+de\\s+(ochtend|middag|avond|dag)`,
    ([end, during]) => ({ is: 'part', part: part(end ?? during) ?? 'closing' }),
  ),
  rule(
    `sluitingstijd|(?:sluit|winkel)sluiting|(?:we|wij)\\s+(?:dicht\\s*gaan|sluiten)|(?:de\\s+winkel|de\\s+zaak)\\s+(?:dicht\\s*gaat|sluit)|dagsluiting`,
    () => ({ is: 'part', part: 'closing' }),
  ),
  rule(
    `openingstijd|(?:bij|na|voor)\\s+opening|(?:we|wij)\\s+open\\s*gaan|(?:de\\s+winkel|de\\s+zaak)\\s+open\\s*gaat`,
    () => ({ is: 'part', part: 'opening' }),
  ),
  rule(`(?:het\\s+middaguur|voor\\s+(?:de\\s+)?(?:lunch(?:pauze)?|middag)|twaalf\\s+uur\\s+'s\\s?middags)`, () => ({
    is: 'part',
    part: 'noon',
  })),
  rule(`(?:na|direct\\s+na)\\s+(?:de\\s+)?lunch(?:pauze)?`, () => ({ is: 'part', part: 'early-afternoon' })),
  weak(`'s\\s?(ochtends|morgens|middags|avonds)|in\\s+de\\s+(ochtend|middag|namiddag|avond)`, ([a = '', b]) => ({
    is: 'part',
    part: part(b ?? a.slice(0, -1)) ?? 'morning',
  })),
  // clock times
  rule(`([01]?\\d|2[0-4])\\s?[:h]\\s?([0-5]\\d)(?:\\s*(?:uur|u|h))?`, ([hour = '', minute]) =>
    clock(Number(hour), Number(minute), hour.length > 1 ? 'said' : null),
  ),
  rule(`([01]?\\d|2[0-4])\\.([0-5]\\d)\\s*(?:uur|u\\.?|h)`, ([hour = '', minute]) =>
    clock(Number(hour), Number(minute), hour.length > 1 ? 'said' : null),
  ),
  rule(`(?<=(?:om|voor|vóór|tegen|rond|uiterlijk|tot)\\s)([01]?\\d|2[0-4])\\.([0-5]\\d)`, ([hour = '', minute]) =>
    clock(Number(hour), Number(minute), hour.length > 1 ? 'said' : null),
  ),
  rule(`([01]?\\d|2[0-4])\\s?u(?:\\s?([0-5]\\d))?`, ([hour, minute = '0']) => clock(Number(hour), Number(minute))),
  rule(
    `(?<=(?:om|voor|vóór|tegen|rond|uiterlijk|omstreeks|tot|na|vanaf|klokslag|precies)\\s)(${HOUR})\\s+uur`,
    ([hour]) => clock(number(hour), 0),
  ),
  weak(`(${HOUR})\\s+uur`, ([hour]) => clock(number(hour), 0)),
  rule(`(?<=(?:voor|vóór|tegen|na)\\s)(${Object.keys(ROUND_HOURS).join('|')})`, ([hour = '']) =>
    clock(ROUND_HOURS[hour] ?? 0, 0),
  ),
  rule(
    `(?<=(?:om|rond|omstreeks|klokslag)\\s)(${HOUR})(?=${ENDS}|\\s+(?:${FOLLOWS}|en|of|met|voor)(?![\\p{L}]))`,
    ([hour]) => clock(number(hour), 0),
  ),
  rule(`(?<=(?:voor|vóór|tegen|uiterlijk)\\s)(?!een)(${HOUR})(?=\\s+(?:${FOLLOWS})(?![\\p{L}]))`, ([hour]) =>
    clock(number(hour), 0),
  ),
]

/** Read after the dates on the calendar were found, since "2 december" holds a number too. */
export const DUTCH_LEFTOVERS: readonly Rule[] = [
  weak(`([0-3]?\\d)-([01]?\\d)(?!-|\\d)`, ([day, month], here) => dateWithoutYear(Number(day), Number(month), here)),
  weak(`(?<=(?:voor|vóór|tegen|uiterlijk)\\s)(${HOUR})(?=\\s*(?:$|[.,;!?]|\\u0001))`, ([hour]) =>
    clock(number(hour), 0),
  ),
  weak(`(ma|di|wo|do|vr|za|zo(?=\\s\\d))(?=[\\s.,]|$)`, ([day], here) => ({
    is: 'day',
    day: coming(weekday(day), here),
  })),
  weak(`(?!een|één)(${HOUR})(?=\\s*(?:$|[.,;!?]))`, ([hour]) => clock(number(hour), 0)),
  weak(`(ochtend|middag|namiddag|avond)`, ([time]) => ({ is: 'part', part: part(time) ?? 'morning' })),
]
