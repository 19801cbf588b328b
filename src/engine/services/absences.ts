import type { EndangeredPromise } from '../../shared/contract/absences.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { absenceAt, dayBefore, endangeredBy } from '../../shared/domain/absences.ts'
import type { Absence, Away } from '../../shared/domain/absences.ts'
import { loadOf } from '../../shared/domain/at-risk.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { dateOf } from '../../shared/domain/opening-hours.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { PromiseId } from '../../shared/domain/promise.ts'
import { handOverPromise } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { DAY } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import {
  absenceById,
  absencesFrom,
  endAbsence,
  handedOverFor,
  insertAbsence,
  markAbsenceSeen,
  unseenAbsence,
} from '../store/absences.ts'
import { refreshCase } from '../store/case-standing.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import { livePromises } from '../store/promise-watch.ts'
import type { LivePromise } from '../store/promise-watch.ts'
import { promiseById } from '../store/promises.ts'
import { listStaff, staffById } from '../store/staff.ts'
import { readCalendar } from './business.ts'
import { commit } from './commit.ts'
import { activeOwner, ownerAt, recordChange, refusal } from './promise-steps.ts'

/** A summary of an absence that was over longer ago is no news any more. */
const NEWS_FOR = 14 * DAY

export const absenceHandlers: Handlers<
  'absence.list' | 'absence.endangers' | 'absence.set' | 'absence.end' | 'absence.summary' | 'absence.seen'
> = {
  async 'absence.list'(context) {
    const { zone } = await readCalendar(context)
    return ok(await absencesFrom(context.db, dateOf(context.clock.now(), zone)))
  },

  async 'absence.endangers'(context, away) {
    const { db } = context
    const now = context.clock.now()
    const calendar = await readCalendar(context)
    const absences = await absencesFrom(db, dateOf(now, calendar.zone))
    const promises = await livePromises(db)
    const load = loadOf(promises, calendar)
    const colleagues = (await listStaff(db)).filter(({ id, active }) => active && id !== away.staffId)
    const endangered = endangeredBy(away, absences, promises, calendar, now)
    return ok(
      endangered.map((promise): EndangeredPromise => {
        const { id, caseId, customerName, text, dueAt, state } = promise
        const there = colleagues
          .filter((colleague) => absenceAt(absences, colleague.id, Math.max(dueAt, now), calendar.zone) === null)
          .sort((a, b) => load(a.id, dueAt) - load(b.id, dueAt))
        return { promiseId: id, caseId, customerName, text, dueAt, state, colleagues: there.map(({ id }) => id) }
      }),
    )
  },

  async 'absence.set'(context, { absenceId, handovers, ...away }, actor) {
    const now = context.clock.now()
    const calendar = await readCalendar(context)
    const result = await commit(context, async (trx) => {
      if ((await absenceById(trx, absenceId)) !== null) return ok(null)
      const who = await activeOwner(trx, away.staffId)
      if (!who.ok) return who
      const endangered = await endangeredIn(trx, away, calendar, now)
      const byPromise = new Map(handovers.map((one) => [one.promiseId, one]))
      const open = endangered.filter(({ id }) => !byPromise.has(id))
      if (open.length > 0) return fail({ code: 'absence-open', detail: { count: open.length } })
      for (const { id } of endangered) {
        const handed = await handOver(trx, away.staffId, byPromise.get(id)!, actor, now)
        if (!handed.ok) return handed
      }
      const ids = endangered.map(({ id }) => id)
      await insertAbsence(trx, { id: absenceId, ...away }, ids, { at: now, by: actor })
      const data = { ownerName: who.value, from: away.from, until: away.until }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'absence-set', caseId: null, promiseId: null, data }])
      for (const caseId of new Set(endangered.map((promise) => promise.caseId))) await refreshCase(trx, caseId)
      return ok(null)
    })
    if (result.ok) absencesChanged(context)
    return result
  },

  async 'absence.end'(context, { absenceId }, actor) {
    const now = context.clock.now()
    const { zone } = await readCalendar(context)
    const result = await commit(context, async (trx) => {
      const one = await absenceById(trx, absenceId)
      if (one === null) return fail({ code: 'not-found' })
      await endAbsence(trx, absenceId, dayBefore(dateOf(now, zone)), now)
      const data = { ownerName: (await staffById(trx, one.staffId))?.name ?? '', from: one.from, until: one.until }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'absence-ended', caseId: null, promiseId: null, data }])
      return ok(null)
    })
    if (result.ok) absencesChanged(context)
    return result
  },

  async 'absence.summary'(context, { staffId }) {
    const { db, clock } = context
    const { zone } = await readCalendar(context)
    const now = clock.now()
    const absence = await unseenAbsence(db, staffId, dateOf(now - NEWS_FOR, zone), dateOf(now, zone))
    // Who went on from one absence into the next is not back yet.
    const away = absenceAt(await absencesFrom(db, dateOf(now, zone)), staffId, now, zone) !== null
    if (absence === null || away) return ok(null)
    const promises = await handedOverFor(db, absence.id)
    const { id, from, until } = absence
    return ok(promises.length === 0 ? null : { absenceId: id, from, until, promises })
  },

  async 'absence.seen'(context, { absenceId }) {
    await markAbsenceSeen(context.db, absenceId, context.clock.now())
    context.changed(['staff'])
    return ok(null)
  },
}

function absencesChanged(context: Context): void {
  context.changed(['staff', 'promises', 'cases'])
  context.poke('nagging')
}

async function endangeredIn(
  trx: Db,
  away: Away,
  calendar: BusinessCalendar,
  now: Instant,
): Promise<readonly LivePromise[]> {
  const absences: readonly Absence[] = await absencesFrom(trx, dateOf(now, calendar.zone))
  return endangeredBy(away, absences, await livePromises(trx), calendar, now)
}

/** One promise to a named colleague who is there at its moment, with its line in the history. */
async function handOver(
  trx: Db,
  fromId: StaffId,
  { promiseId, ownerId, note }: { readonly promiseId: PromiseId; readonly ownerId: StaffId; readonly note: string },
  actor: Actor,
  now: Instant,
): Promise<Result<null, Failure>> {
  const before = (await promiseById(trx, promiseId))!
  // What is overdue already is for now, whenever it was due.
  const owner = await ownerAt(trx, ownerId, Math.max(before.dueAt, now))
  if (!owner.ok) return owner
  if (ownerId === fromId) return fail({ code: 'owner-absent', detail: { name: owner.value } })
  const after = handOverPromise(before, ownerId, now)
  if (!after.ok) return refusal(after.error)
  const { text, dueAt, ownerName: fromName } = before
  const data = { text, dueAt, fromName, ownerName: owner.value, note }
  await recordChange(trx, before, after.value, { at: now, staffId: actor, kind: 'promise-handed-over', data })
  return ok(null)
}
