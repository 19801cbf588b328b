import type { NagAlert } from '../../shared/contract/nags.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { dueNags, nextNag, snoozeUntil } from '../../shared/domain/nagging.ts'
import type { NagLadder } from '../../shared/domain/nagging.ts'
import { dateOf, endOfDay } from '../../shared/domain/opening-hours.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import { snoozeChoices } from '../../shared/domain/snooze-choices.ts'
import { DAY } from '../../shared/domain/time.ts'
import type { Instant, IsoDate } from '../../shared/domain/time.ts'
import type { Context, Handlers, Worker } from '../context.ts'
import { newId } from '../ids.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import {
  countSnoozes,
  handoverOf,
  insertSnooze,
  markNagShown,
  nagById,
  naggingItems,
  recordNags,
  unshownNags,
} from '../store/nags.ts'
import { promiseById } from '../store/promises.ts'
import { readBusiness, readCalendar } from './business.ts'
import { commit } from './commit.ts'
import { breakDuePromises } from './promises.ts'
import { tellRound } from './rounds.ts'
import { readRules } from './rules.ts'

/** How far ahead promises are looked at for a heads-up: opening hours may put it days before the due moment. */
const HORIZON = 16 * DAY
/** Milliseconds between sweeps when nothing is known to be due: the net under timers, sleep and clock changes. */
const SWEEP = 30_000

export interface Nagging extends Worker {
  /** The first sweep; resolves when everything that was due has been recorded and told. */
  start(): Promise<void>
}

/**
 * Finds what is due by the wall clock, records it, and only then tells it. Sweeps at the next moment that anything is due,
 * at a start, a wake-up, whenever a promise changed, and every 30 seconds.
 */
export function createNagging(context: Context): Nagging {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let cancel = (): void => undefined

  let today: IsoDate | null = null

  async function round(): Promise<void> {
    do {
      again = false
      const next = Math.min(await sweep(context), await tellRound(context))
      const midnight = await greetDay()
      cancel()
      if (!stopped) cancel = context.clock.at(Math.min(next, midnight), start)
    } while (again && !stopped)
  }

  /** A new day moves cases to another section, though nothing happened to them. Returns when the day ends. */
  async function greetDay(): Promise<Instant> {
    const { zone } = await readBusiness(context.db)
    const now = context.clock.now()
    const date = dateOf(now, zone)
    if (today !== null && today !== date) context.changed(['cases', 'promises'])
    today = date
    return endOfDay(zone, now)
  }

  function start(): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running !== null) {
      again = true
      return running
    }
    running = round()
      .catch((error: unknown) => {
        context.log.error('a sweep for due promises failed', error)
        if (!stopped) cancel = context.clock.at(context.clock.now() + SWEEP, start)
      })
      .finally(() => (running = null))
    return running
  }

  return {
    start,
    poke: (what) => void (what === 'nagging' && start()),
    wake: () => void start(),
    async stop() {
      stopped = true
      cancel()
      await running
    },
  }
}

/** One look at the wall clock. Returns when to look again, at most 30 seconds from now. */
async function sweep(context: Context): Promise<Instant> {
  const { db, clock } = context
  const broken = await breakDuePromises(context)
  if (broken.size > 0) context.changed(['promises', 'cases'])
  const now = clock.now()
  const calendar = await readCalendar(context)
  const { ladder } = await readRules(db)
  const { alerts, next } = await db.transaction().execute((trx) => recordDue(trx, calendar, ladder, now))
  for (const alert of alerts) context.emit('nag', alert)
  return Math.min(now + SWEEP, next)
}

/** Records what is due before anybody hears of it: what a crash leaves untold is told by nag.unshown, and nothing twice. */
async function recordDue(
  trx: Db,
  calendar: BusinessCalendar,
  ladder: NagLadder,
  now: Instant,
): Promise<{ readonly alerts: readonly NagAlert[]; readonly next: Instant }> {
  const items = await naggingItems(trx, now + HORIZON)
  const { nags } = dueNags(items, now, calendar, ladder)
  const alerts = await recordNags(
    trx,
    nags.map((nag) => ({ id: newId(), promiseId: nag.item.promise.id, nag })),
    now,
  )
  const used = new Map(nags.map((nag) => [nag.item, { step: nag.step, at: nag.at }]))
  const coming = items.flatMap((item) => {
    const history = { ...item.history, last: used.get(item) ?? item.history.last }
    const nag = nextNag(item.promise, history, calendar, ladder)
    return [nag?.at ?? Infinity, item.promise.dueAt].filter((moment) => moment > now)
  })
  return { alerts, next: Math.min(...coming) }
}

export const nagHandlers: Handlers<'nag.unshown' | 'nag.shown' | 'nag.snooze' | 'nag.choices'> = {
  async 'nag.choices'({ db, clock }, { promiseId }) {
    const promise = await promiseById(db, promiseId)
    if (promise === null) return fail({ code: 'not-found' })
    const snoozes = snoozeChoices(promise, await countSnoozes(db, promiseId, promise.dueAt), clock.now())
    return ok({ snoozes, handover: await handoverOf(db, promiseId) })
  },

  'nag.unshown': async ({ db }) => ok(await unshownNags(db)),

  async 'nag.shown'(context, { nagId }, actor) {
    const now = context.clock.now()
    const result = await commit<string | null>(context, async (trx) => {
      const nag = await nagById(trx, nagId)
      if (nag === null) return fail({ code: 'not-found' })
      if (!(await markNagShown(trx, nagId, now))) return ok(null)
      const { caseId, promiseId, step, tone } = nag
      const data = { text: nag.promiseText, dueAt: nag.dueAt, step, tone }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'nag-shown', caseId, promiseId, data }])
      return ok(caseId)
    })
    if (!result.ok) return result
    if (result.value !== null) context.changed(['promises'], result.value)
    return ok(null)
  },

  async 'nag.snooze'(context, { promiseId, until }, actor) {
    const now = context.clock.now()
    const result = await commit(context, async (trx) => {
      const promise = await promiseById(trx, promiseId)
      if (promise === null) return fail({ code: 'not-found' })
      if (!isLive(promise)) return fail({ code: 'promise-ended' })
      const snoozedUntil = snoozeUntil(promise, until, await countSnoozes(trx, promiseId, promise.dueAt), now)
      if (snoozedUntil === null) return fail({ code: 'snooze-refused' })
      await insertSnooze(trx, { id: newId(), promiseId, at: now, until: snoozedUntil, staffId: actor })
      const { caseId, text, dueAt } = promise
      const data = { text, dueAt, until: snoozedUntil }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'nag-snoozed', caseId, promiseId, data }])
      return ok(null)
    })
    if (result.ok) context.poke('nagging')
    return result
  },
}
