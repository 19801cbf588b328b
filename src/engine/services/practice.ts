import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../shared/contract/failure.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { nextOpenMoment } from '../../shared/domain/opening-hours.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { DAY } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import { insertToldCases } from '../store/case-standing.ts'
import { insertContacts } from '../store/contacts.ts'
import { insertCustomers } from '../store/customers.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import { saveMailbox } from '../store/mailboxes.ts'
import { insertPromises } from '../store/promises.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { saveStaff } from '../store/staff.ts'
import { readCalendar } from './business.ts'
import { createChance } from './practice-chance.ts'
import type { Chance } from './practice-chance.ts'
import { tell } from './practice-plots.ts'
import type { Plot, Story } from './practice-plots.ts'
import type { History } from './practice-telling.ts'
import { inventCustomer, PRACTICE_BUSINESS, PRACTICE_MAILBOX, PRACTICE_STAFF } from './practice-shop.ts'

export interface PracticeOptions {
  readonly cases: number
  readonly seed: number
}

/**
 * Fills an empty profile with the practice business. A practice business and a real one never meet in one profile:
 * fails with practice-mixed.
 */
export async function preparePractice(
  context: Context,
  practice: PracticeOptions | null,
): Promise<Result<null, Failure>> {
  const made = await readSetting(context.db, 'practice')
  if (practice === null) return made === null ? ok(null) : fail({ code: 'practice-mixed' })
  if (made !== null) return ok(null)
  if ((await readSetting(context.db, 'business')) !== null) return fail({ code: 'practice-mixed' })
  const started = context.clock.now()
  // All or nothing: a profile that was left half made would be neither.
  await context.db.transaction().execute(async (trx) => {
    await openShop({ ...context, db: trx })
    await fill({ ...context, db: trx }, practice)
    await writeSetting(trx, 'practice', { seed: practice.seed })
  })
  context.log.info('practice business made', { cases: practice.cases, took: context.clock.now() - started })
  return ok(null)
}

async function openShop({ db, clock }: Context): Promise<void> {
  await writeSetting(db, 'business', PRACTICE_BUSINESS)
  for (const member of PRACTICE_STAFF) await saveStaff(db, member, clock.now())
  await saveMailbox(db, PRACTICE_MAILBOX, clock.now())
}

/** Cases in one go. */
const BATCH = 400
/** As many stories of the last six weeks; those beyond them are load, over three years. */
const RECENT = 60

async function fill(context: Context, { cases, seed }: PracticeOptions): Promise<void> {
  const { db, clock, resources } = context
  const stories = JSON.parse(await readFile(join(resources, 'practice', 'stories.json'), 'utf8')) as Story[]
  const calendar = await readCalendar(context)
  const cast = castOf(stories, cases, calendar, clock.now(), createChance(seed))
  const known = new Set<CustomerId>()
  for (let at = 0; at < cast.length; at += BATCH) {
    await insertHistories(
      db,
      cast.slice(at, at + BATCH).map((part) => part()),
      at + 1,
      known,
    )
  }
}

/** Who comes with which story, in the order in which they came. Told only when it is their turn: a load of them is large. */
function castOf(stories: readonly Story[], cases: number, calendar: BusinessCalendar, now: Instant, chance: Chance) {
  const parts = Array.from({ length: cases }, (_, index) => {
    const story =
      index < stories.length ? stories[index]! : chance.pick(index < RECENT ? past(stories) : drawn(stories, chance))
    const days = index < RECENT ? chance.between(2, 42) : chance.between(2, 3 * 365)
    const moment = now - days * DAY - chance.below(DAY)
    return { story, index, longAgo: nextOpenMoment(calendar, moment) ?? moment }
  })
  const over = (plot: Plot): boolean => OVER.has(plot)
  parts.sort((a, b) => (over(a.story.plot) ? a.longAgo : now) - (over(b.story.plot) ? b.longAgo : now))
  const customers: NewCustomer[] = []
  return parts.map(({ story, index, longAgo }) => (): History => {
    // In a load, customers come back; among the sixty everybody is somebody else.
    const known = index >= RECENT && customers.length > 50 && chance.below(10) < 6 ? chance.pick(customers) : null
    const invented = known ?? withFacts(inventCustomer(chance, index, story.language === 'en', longAgo), story)
    if (known === null && !story.plot.startsWith('set-aside')) customers.push(invented)
    return tell({ chance, now, calendar, customer: invented, story, longAgo })
  })
}

const OVER: ReadonlySet<Plot> = new Set([
  'kept',
  'kept-late',
  'kept-by-call',
  'withdrawn',
  'answered',
  'compliment',
  'set-aside-bulk',
  'set-aside-auto',
])

function past(stories: readonly Story[]): readonly Story[] {
  return stories.filter(({ plot }) => OVER.has(plot))
}

/** In a load two of a hundred cases are still open. */
function drawn(stories: readonly Story[], chance: Chance): readonly Story[] {
  return chance.below(100) < 2 ? stories.filter(({ plot }) => !OVER.has(plot)) : past(stories)
}

function withFacts(customer: NewCustomer, { company, from }: Story): NewCustomer {
  return { ...customer, name: from ?? customer.name, company: company ?? null }
}

async function insertHistories(
  trx: Db,
  histories: readonly History[],
  firstNumber: number,
  known: Set<CustomerId>,
): Promise<void> {
  const customers = new Map(histories.map(({ customer }) => [customer.id, customer]))
  await insertCustomers(
    trx,
    [...customers.values()].filter(({ id }) => !known.has(id)),
  )
  for (const id of customers.keys()) known.add(id)
  await insertToldCases(
    trx,
    histories.map(({ told }, i) => ({ ...told, number: firstNumber + i })),
  )
  await insertContacts(
    trx,
    histories.flatMap(({ contacts }) => contacts),
  )
  await insertPromises(
    trx,
    histories.flatMap(({ promises }) => promises),
  )
  await insertEvents(
    trx,
    histories.flatMap(({ events }) => events),
  )
}
