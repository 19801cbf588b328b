import type { Failure } from '../../shared/contract/failure.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { CustomerPromise, PromiseId } from '../../shared/domain/promise.ts'
import {
  breakWhenDue,
  correctPromise,
  handOverPromise,
  keepPromise,
  makePromise,
  withdrawPromise,
} from '../../shared/domain/promises.ts'
import type { PromiseRefusal } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase } from '../store/cases.ts'
import { insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { insertPromise, promiseById, promisesToBreak } from '../store/promises.ts'
import type { KeptPromise } from '../store/promises.ts'
import { commit } from './commit.ts'
import { activeOwner, keptData, ownerAt, recordChange, refusal } from './promise-steps.ts'

export const promiseHandlers: Handlers<
  'promise.keep' | 'promise.withdraw' | 'promise.correct' | 'promise.hand-over' | 'promise.make'
> = {
  'promise.keep': (context, { promiseId, how, note }, actor) =>
    change(
      context,
      promiseId,
      actor,
      (promise, now) => keepPromise(promise, how, note, now),
      (_before, after) => ({
        kind: 'promise-kept',
        data: keptData(after),
      }),
    ),

  'promise.withdraw': (context, { promiseId, reason }, actor) =>
    change(
      context,
      promiseId,
      actor,
      (promise, now) => withdrawPromise(promise, reason, now),
      (_before, after) => ({
        kind: 'promise-withdrawn',
        data: { text: after.text, dueAt: after.dueAt, reason: after.endNote },
      }),
    ),

  'promise.correct': (context, { promiseId, dueAt }, actor) =>
    change(
      context,
      promiseId,
      actor,
      (promise, now) => correctPromise(promise, dueAt, now),
      (before, after) => ({
        kind: 'promise-corrected',
        data: { text: after.text, dueAt: before.dueAt, newDueAt: after.dueAt },
      }),
    ),

  async 'promise.hand-over'(context, { promiseId, ownerId, note }, actor) {
    const promise = await promiseById(context.db, promiseId)
    const owner = await (promise === null
      ? activeOwner(context.db, ownerId)
      : // What is overdue already is for now, whenever it was due.
        ownerAt(context.db, ownerId, Math.max(promise.dueAt, context.clock.now())))
    if (!owner.ok) return owner
    return change(
      context,
      promiseId,
      actor,
      (promise, now) => handOverPromise(promise, ownerId, now),
      (before) => ({
        kind: 'promise-handed-over',
        data: { text: before.text, dueAt: before.dueAt, fromName: before.ownerName, ownerName: owner.value, note },
      }),
    )
  },

  async 'promise.make'(context, { caseId, promise: { promiseId, ownerId, text, dueAt } }, actor) {
    const now = context.clock.now()
    const result = await commit(context, async (trx) => {
      if (await promiseById(trx, promiseId)) return ok(null)
      const one = await caseById(trx, caseId)
      if (one === null) return fail({ code: 'not-found' })
      const owner = await ownerAt(trx, ownerId, dueAt)
      if (!owner.ok) return owner
      const { customerId } = one
      const facts = {
        id: promiseId,
        caseId,
        customerId,
        ownerId,
        text,
        dueAt,
        origin: 'hand',
        contactId: null,
      } as const
      const made = makePromise(facts, now)
      if (!made.ok) return refusal(made.error)
      await insertPromise(trx, made.value, { madeBy: actor, customerKnows: 'yes' })
      const data = { text, dueAt, ownerName: owner.value }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'promise-made', caseId, promiseId, data }])
      await decideCase(trx, caseId, { setAsideReason: null })
      await refreshCase(trx, caseId)
      return ok(null)
    })
    if (result.ok) promisesChanged(context, caseId)
    return result
  },
}

/** After the commit: screens ask again, and the next nag may have moved. */
export function promisesChanged(context: Context, caseId: CaseId): void {
  context.changed(['promises', 'cases'], caseId)
  context.poke('nagging')
}

type Step = (promise: CustomerPromise, now: Instant) => Result<CustomerPromise, PromiseRefusal>
type Line = (before: KeptPromise, after: CustomerPromise) => Pick<NewEvent, 'kind' | 'data'>

/** One step of one promise with its line in the history. Fails with not-found or what the rule refuses. */
async function change(
  context: Context,
  id: PromiseId,
  actor: Actor,
  step: Step,
  line: Line,
): Promise<Result<null, Failure>> {
  const now = context.clock.now()
  const result = await commit<CaseId>(context, async (trx) => {
    const before = await promiseById(trx, id)
    if (before === null) return fail({ code: 'not-found' })
    const after = step(before, now)
    if (!after.ok) return refusal(after.error)
    await recordChange(trx, before, after.value, { at: now, staffId: actor, ...line(before, after.value) })
    await refreshCase(trx, before.caseId)
    return ok(before.caseId)
  })
  if (!result.ok) return result
  promisesChanged(context, result.value)
  return ok(null)
}

/** Promises in one transaction; a sweep after three weeks has many. */
const BATCH = 200

/** Breaks every open promise whose moment has come. Returns the cases concerned. */
export async function breakDuePromises(context: Context): Promise<Set<CaseId>> {
  const now = context.clock.now()
  const cases = new Set<CaseId>()
  for (;;) {
    const batch = await context.db.transaction().execute(async (trx) => {
      const due = await promisesToBreak(trx, now, BATCH)
      for (const promise of due) await recordChange(trx, promise, breakWhenDue(promise, now), null)
      return due
    })
    for (const { caseId } of batch) cases.add(caseId)
    if (batch.length < BATCH) return cases
  }
}
