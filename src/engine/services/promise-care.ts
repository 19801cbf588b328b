import type { PromiseAtRisk, Workload } from '../../shared/contract/promise-care.ts'
import { absenceAt } from '../../shared/domain/absences.ts'
import type { Away } from '../../shared/domain/absences.ts'
import { loadOf, risksOf } from '../../shared/domain/at-risk.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { dateOf, blocksOn } from '../../shared/domain/opening-hours.ts'
import { ok } from '../../shared/domain/result.ts'
import { DAY } from '../../shared/domain/time.ts'
import { promisesPerDay } from '../../shared/domain/workload.ts'
import type { Context, Handlers } from '../context.ts'
import { absencesFrom } from '../store/absences.ts'
import { livePromises, watchedPromises } from '../store/promise-watch.ts'
import { listStaff } from '../store/staff.ts'
import { readCalendar } from './business.ts'
import { readRules } from './rules.ts'

/** How far ahead risks are looked for. */
const HORIZON = 30 * DAY
const MOST_RISKS = 500
const WORKLOAD_DAYS = 14

export const promiseCareHandlers: Handlers<'promise.find' | 'moment.check' | 'promise.risks' | 'promise.workload'> = {
  async 'promise.find'(context, { text, language }) {
    // The reader of dates is large and needed once somebody types.
    const { findPromisesWithWords } = await import('../../shared/domain/typed-promises.ts')
    return ok(findPromisesWithWords(text, language, context.clock.now(), await readCalendar(context)))
  },

  async 'moment.check'(context, { ownerId, at }) {
    if (ownerId === null) return ok({ awayUntil: null, crowded: null })
    const { calendar, absences } = await around(context)
    const { mostPerHalfDay } = await readRules(context.db)
    const held = loadOf(await livePromises(context.db), calendar)(ownerId, at)
    const away = absenceAt(absences, ownerId, at, calendar.zone)
    return ok({ awayUntil: away?.until ?? null, crowded: held >= mostPerHalfDay ? held : null })
  },

  async 'promise.risks'(context) {
    const { db, clock } = context
    const now = clock.now()
    const { calendar, absences } = await around(context)
    const load = loadOf(await livePromises(db), calendar)
    const rules = await readRules(db)
    const found: PromiseAtRisk[] = []
    for (const { promise, facts } of await watchedPromises(db, now, now + HORIZON)) {
      const risks = risksOf(promise, facts, { absences, load, rules, calendar }, now)
      if (risks.length === 0) continue
      const { id, caseId, ownerId, ownerName, customerName, text, dueAt } = promise
      found.push({ promiseId: id, caseId, ownerId, ownerName, customerName, text, dueAt, risks })
      if (found.length === MOST_RISKS) break
    }
    return ok(found)
  },

  async 'promise.workload'(context) {
    const { db, clock } = context
    const now = clock.now()
    const { calendar, absences } = await around(context)
    const { mostPerHalfDay } = await readRules(db)
    const active = (await listStaff(db)).filter((person) => person.active)
    const { days, counts } = promisesPerDay(await livePromises(db), calendar, now, WORKLOAD_DAYS)
    const workload: Workload = {
      days: days.map((date) => ({ date, open: blocksOn(calendar, date).length > 0 })),
      people: active.map(({ id }) => ({
        staffId: id,
        promises: days.map((_, i) => counts.get(id)?.[i] ?? 0),
        away: days.map((date) => absences.some((one) => one.staffId === id && one.from <= date && date <= one.until)),
      })),
      mostPerDay: 2 * mostPerHalfDay,
    }
    return ok(workload)
  },
}

/** When we are open and who is away from today on. */
async function around(
  context: Context,
): Promise<{ readonly calendar: BusinessCalendar; readonly absences: readonly Away[] }> {
  const calendar = await readCalendar(context)
  return { calendar, absences: await absencesFrom(context.db, dateOf(context.clock.now(), calendar.zone)) }
}
