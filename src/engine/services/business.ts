import type { Business, BusinessView } from '../../shared/contract/business.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { dateOf } from '../../shared/domain/opening-hours.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import type { Db } from '../store/database.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

const OFFICE_HOURS = [{ from: 9 * 60, until: 17 * 60 }]

/** What holds until somebody says otherwise. */
const DEFAULT_BUSINESS: Business = {
  name: '',
  screenLanguage: 'system',
  replyLanguage: 'nl',
  formOfAddress: 'u',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  region: null,
  weekly: [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, [], []],
  closures: [],
  openHolidays: [],
  signature: '',
}

export const businessHandlers: Handlers<'business.get' | 'business.save' | 'business.holidays'> = {
  async 'business.get'(context) {
    const saved = await readSetting(context.db, 'business')
    const view: BusinessView = {
      ...(saved ?? DEFAULT_BUSINESS),
      calendar: await readCalendar(context),
      set: saved !== null,
    }
    return ok(view)
  },

  async 'business.save'(context, business) {
    await saveBusiness(context, business)
    return ok(null)
  },

  async 'business.holidays'(context, { country, region }) {
    const { zone, screenLanguage, replyLanguage } = await readBusiness(context.db)
    const language = screenLanguage === 'system' ? replyLanguage : screenLanguage
    const { publicHolidays } = await import('../../shared/domain/holidays.ts')
    const today = dateOf(context.clock.now(), zone)
    const year = Number(today.slice(0, 4))
    const inAYear = `${year + 1}${today.slice(4)}`
    const named = publicHolidays(country, region, year, year + 1, language)
    // The same days in the same order, so the same index is the same holiday.
    const other = publicHolidays(country, region, year, year + 1, language === 'nl' ? 'en' : 'nl')
    const holidays = named.map(({ date, name }, i) => ({ date, name, names: [name, other[i]?.name ?? name] }))
    return ok(holidays.filter(({ date }) => date >= today && date < inAYear))
  },
}

export async function readBusiness(db: Db): Promise<Business> {
  return (await readSetting(db, 'business')) ?? DEFAULT_BUSINESS
}

export async function saveBusiness(context: Context, business: Business): Promise<void> {
  await writeSetting(context.db, 'business', business)
  context.changed(['business'])
  context.poke('nagging')
}

/** Two years back for what was, three ahead for what may be promised. */
const YEARS_BACK = 2
const YEARS_AHEAD = 3

/**
 * When the business is open, holidays worked out. Kept beside the facts it was made of: the rules of the world's holidays
 * take long to load, and at most starts nothing has changed.
 */
export async function readCalendar({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<BusinessCalendar> {
  const business = await readBusiness(db)
  const year = Number(dateOf(clock.now(), business.zone).slice(0, 4))
  const { zone, country, region, weekly, closures, openHolidays, replyLanguage } = business
  const madeOf = JSON.stringify({ year, zone, country, region, weekly, closures, openHolidays, replyLanguage })
  const kept = remembered.get(db) ?? (await readSetting(db, 'calendar'))
  if (kept?.madeOf === madeOf) {
    remembered.set(db, kept)
    return kept.calendar
  }
  const { buildCalendar } = await import('../../shared/domain/holidays.ts')
  const calendar = buildCalendar(business, { from: year - YEARS_BACK, to: year + YEARS_AHEAD }, replyLanguage)
  await writeSetting(db, 'calendar', { madeOf, calendar })
  remembered.set(db, { madeOf, calendar })
  return calendar
}

interface KeptCalendar {
  /** The facts it follows from, as text. */
  readonly madeOf: string
  readonly calendar: BusinessCalendar
}

/** The same object as long as nothing changes: the rules remember what they worked out of it. */
const remembered = new WeakMap<Db, KeptCalendar>()
