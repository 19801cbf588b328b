import type { Failure } from '../../shared/contract/failure.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase } from '../store/cases.ts'
import type { CaseDecision, CaseRecord } from '../store/cases.ts'
import { contactsOfCase } from '../store/contacts.ts'
import type { Db } from '../store/database.ts'
import { caseEvents, insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { promisesOfCase } from '../store/promises.ts'
import { staffById } from '../store/staff.ts'
import { viewCase } from './case-view.ts'
import { commit } from './commit.ts'
import { activeOwner } from './promise-steps.ts'

const EVENTS_PAGE = 200

export const caseHandlers: Handlers<
  | 'case.get'
  | 'case.events'
  | 'case.set-kind'
  | 'case.set-owner'
  | 'case.close'
  | 'case.reopen'
  | 'case.set-aside'
  | 'case.make-question'
> = {
  async 'case.get'({ db }, { caseId }) {
    const view = await viewCase(db, caseId)
    return view === null ? fail({ code: 'not-found' }) : ok(view)
  },

  'case.events': async ({ db }, { caseId, before }) => ok(await caseEvents(db, caseId, before, EVENTS_PAGE)),

  'case.set-kind': (context, { caseId, kind }, actor) =>
    decide(context, caseId, actor, async (_trx, one) => {
      if (one.kind === kind) return ok(null)
      return ok({ decision: { kind }, event: { kind: 'case-kind', data: { from: one.kind, to: kind } } })
    }),

  'case.set-owner': (context, { caseId, ownerId }, actor) =>
    decide(context, caseId, actor, async (trx, one) => {
      if (one.ownerId === ownerId) return ok(null)
      const owner = ownerId === null ? ok(null) : await activeOwner(trx, ownerId)
      if (!owner.ok) return owner
      const from = one.ownerId === null ? null : await staffById(trx, one.ownerId)
      const data = { fromName: from?.name ?? null, ownerName: owner.value }
      return ok({ decision: { ownerId }, event: { kind: 'case-owner', data } })
    }),

  'case.close': (context, { caseId }, actor) =>
    decide(context, caseId, actor, async (trx, one) => {
      if (one.state === 'done') return ok(null)
      if (await hasLivePromise(trx, caseId)) return fail({ code: 'promise-live' })
      const data = { from: one.state, to: 'done' }
      return ok({ decision: { closedAt: context.clock.now() }, event: { kind: 'case-state', data } })
    }),

  'case.reopen': (context, { caseId }, actor) =>
    decide(context, caseId, actor, async (_trx, one) => {
      if (one.state === 'open' || one.state === 'set-aside') return ok(null)
      const data = { from: one.state, to: 'open' }
      const decision = { closedAt: null, reopenedAt: context.clock.now() }
      return ok({ decision, event: { kind: 'case-state', data } })
    }),

  'case.set-aside': (context, { caseId }, actor) =>
    decide(context, caseId, actor, async (trx, one) => {
      if (one.state === 'set-aside') return ok(null)
      if (await hasLivePromise(trx, caseId)) return fail({ code: 'promise-live' })
      const event = { kind: 'case-set-aside', data: { reason: 'by-hand' } } as const
      return ok({ decision: { setAsideReason: 'by-hand' }, event })
    }),

  'case.make-question': (context, { caseId }, actor) =>
    decide(context, caseId, actor, async (trx, one) => {
      if (one.state !== 'set-aside') return ok(null)
      if (one.setAsideReason === 'merged') return fail({ code: 'changed-since' })
      // A person judged that a program's mail asks something: the customer has been waiting since then.
      const contacts = await contactsOfCase(trx, caseId)
      const reopenedAt = contacts.at(-1)?.at ?? one.openedAt
      const event = { kind: 'case-made-question', data: { reason: one.setAsideReason } } as const
      return ok({ decision: { setAsideReason: null, closedAt: null, reopenedAt }, event })
    }),
}

export async function hasLivePromise(db: Db, caseId: CaseId): Promise<boolean> {
  return (await promisesOfCase(db, caseId)).some(isLive)
}

interface Decided {
  readonly decision: CaseDecision
  readonly event: Pick<NewEvent, 'kind' | 'data'>
}

/** One decision about one case with its line in the history; null when there is nothing to decide. */
async function decide(
  context: Context,
  caseId: CaseId,
  actor: string | null,
  judge: (trx: Db, one: CaseRecord) => Promise<Result<Decided | null, Failure>>,
): Promise<Result<null, Failure>> {
  const result = await commit(context, async (trx) => {
    const one = await caseById(trx, caseId)
    if (one === null) return fail({ code: 'not-found' })
    const judged = await judge(trx, one)
    if (!judged.ok || judged.value === null) return judged
    const { decision, event } = judged.value
    await decideCase(trx, caseId, decision)
    await insertEvents(trx, [{ at: context.clock.now(), staffId: actor, caseId, promiseId: null, ...event }])
    await refreshCase(trx, caseId)
    return judged
  })
  if (!result.ok) return result
  if (result.value !== null) context.changed(['cases'], caseId)
  return ok(null)
}
