import type { RoundAlert } from '../../shared/contract/nags.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { ok } from '../../shared/domain/result.ts'
import { nextRoundAt, promisesInRound, roundAt } from '../../shared/domain/rounds.ts'
import type { Round } from '../../shared/domain/rounds.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context, Handlers } from '../context.ts'
import { newId } from '../ids.ts'
import type { Db } from '../store/database.ts'
import { livePromises } from '../store/promise-watch.ts'
import { markRoundShown, recordRound, unshownRound } from '../store/rounds.ts'
import { readCalendar } from './business.ts'
import { readRules } from './rules.ts'

/** Most promises that one round names; a shop that promises more looks at its list. */
const MOST_NAMED = 50

/** Records the round of this moment, if there is one that nobody recorded, and tells it. Returns when the next one comes. */
export async function tellRound(context: Context): Promise<Instant> {
  const { db, clock } = context
  const now = clock.now()
  const calendar = await readCalendar(context)
  const { beforeClosing } = await readRules(db)
  const round = roundAt(calendar, beforeClosing, now)
  if (round !== null) {
    const alert = await db.transaction().execute((trx) => record(trx, round, calendar, now))
    if (alert !== null && alert.promises.length > 0) context.emit('round', alert)
  }
  return nextRoundAt(calendar, beforeClosing, now) ?? Infinity
}

async function record(trx: Db, round: Round, calendar: BusinessCalendar, now: Instant): Promise<RoundAlert | null> {
  const id = newId()
  const promises = await namesOf(trx, round, calendar)
  const isNew = await recordRound(trx, round, { id, promises: promises.length, now })
  return isNew ? toAlert(id, round, promises) : null
}

type Named = RoundAlert['promises']

async function namesOf(db: Db, round: Round, calendar: BusinessCalendar): Promise<Named> {
  return promisesInRound(round, await livePromises(db), calendar).map((promise) => ({
    promiseId: promise.id,
    caseId: promise.caseId,
    customerName: promise.customerName,
    ownerName: promise.ownerName,
    dueAt: promise.dueAt,
  }))
}

const toAlert = (roundId: string, { kind }: Round, promises: Named): RoundAlert => ({
  roundId,
  kind,
  promises: promises.slice(0, MOST_NAMED),
})

export const roundHandlers: Handlers<'round.untold' | 'round.shown'> = {
  async 'round.untold'(context) {
    const { db, clock } = context
    const calendar = await readCalendar(context)
    const round = roundAt(calendar, (await readRules(db)).beforeClosing, clock.now())
    const id = round === null ? null : await unshownRound(db, round)
    if (round === null || id === null) return ok(null)
    const promises = await namesOf(db, round, calendar)
    return ok(promises.length === 0 ? null : toAlert(id, round, promises))
  },

  async 'round.shown'({ db, clock }, { roundId }) {
    await markRoundShown(db, roundId, clock.now())
    return ok(null)
  },
}
