import { says } from './rules.ts'

export const WE = '(?:we|wij|ik)'
export const YOU = '(?:u|je|jij|jullie)'
export const YOUR = '(?:uw|je|jouw|jullie)'

const MONTH =
  '(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni|juli|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const HOUR = '(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\\d{1,2})'

/** A moment that a customer can write in a diary. */
export const MOMENT = [
  '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond|morgen)?',
  '(?<!goede )(?:morgen(?:ochtend|middag|avond)?|overmorgen)',
  'van(?:middag|avond|ochtend|morgen)',
  '(?:nog|voor|vóór|uiterlijk|in de loop van|later) vandaag|vandaag nog',
  '\\d{1,2}[:.]\\d\\d',
  `(?:om|voor|vóór|rond|tussen|uiterlijk|tot|vanaf) (?:half |kwart (?:voor|over) )?${HOUR} uur`,
  `(?:om|vóór|rond|tot) (?:half |kwart (?:voor|over) )${HOUR}`,
  `(?:om|rond) ${HOUR}(?=[.,!]|$)`,
  `\\d{1,2} ${MONTH}|\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}`,
  '(?:binnen|over) (?:een|één|twee|drie|1|2|3) (?:werkdag(?:en)?|dag(?:en)?)',
  '(?:binnen|over) (?:een half|een|één|het|anderhalf|twee|drie|vier|\\d{1,2}) ?(?:uur(?:tje)?|halfuur|kwartier)|(?:binnen|over) (?:\\d{1,2}|vijf|tien|vijftien|twintig|dertig) minuten',
  '(?:voor|vóór|aan het|tegen het) eind(?:e)? van (?:de|deze) (?:dag|middag|ochtend|week|werkdag)|(?:voor|vóór) (?:sluitingstijd|de lunch|het weekend)',
]
export const IN_DIARY = says(...MOMENT, 'vandaag')

export const NUMBERS: Readonly<Record<string, number>> = {
  een: 1,
  één: 1,
  anderhalve: 1.5,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  veertien: 14,
  vijftien: 15,
  twintig: 20,
  dertig: 30,
  zestig: 60,
  negentig: 90,
}
export const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
/** "4 tot 6 weken", "drie werkdagen". */
export const TERM = `${NUMBER}(?:(?:\\s?[-–/]\\s?| (?:tot|à|a|of|tot en met|en) )${NUMBER})? (?:werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|uur)`

export function workingDaysIn(term: string): number {
  if (term.endsWith('uur')) return 1 / 24
  if (/werkdag(?:en)?$/.test(term)) return 1
  if (/dag(?:en)?$/.test(term)) return 5 / 7
  return /we(?:ek|ken)$/.test(term) ? 5 : 21
}
