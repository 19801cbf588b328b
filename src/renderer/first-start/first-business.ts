import type { Business } from '../../shared/contract/business.ts'
import { USUAL_DAY } from '../settings/week.ts'

/** The country that goes with a time zone, where that is beyond doubt. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Luxembourg': 'LU',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Vienna': 'AT',
  'America/Paramaribo': 'SR',
  'America/Curacao': 'CW',
  'America/Aruba': 'AW',
}

/**
 * What a new business begins with: shop hours on weekdays, and place and time of this PC. A PC that runs on UTC says
 * nothing about where the shop is.
 */
export function firstBusiness(business: Business, zoneOfPc: string): Business {
  const isPlace = /^(?!Etc\/)[A-Za-z_]+\/./.test(zoneOfPc)
  const weekly: Business['weekly'] = [USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, [], []]
  return {
    ...business,
    weekly,
    zone: isPlace ? zoneOfPc : business.zone,
    country: COUNTRIES[zoneOfPc] ?? business.country,
  }
}
