import type { Failure } from '../../shared/contract/failure.ts'
import type { Topic } from '../../shared/contract/events.ts'
import type { CaseId, CaseState, Channel } from '../../shared/domain/case.ts'
import type { ContactKind } from '../../shared/domain/contact.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { subjectKey } from '../../shared/domain/subjects.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase, insertCase, nextCaseNumber } from '../store/cases.ts'
import type { CaseRecord } from '../store/cases.ts'
import { contactById, contactsOfCase } from '../store/contacts.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { moveToCase, setMergedInto, thingsOfCase, thingsOfContact } from '../store/moves.ts'
import { promisesOfCase } from '../store/promises.ts'
import { staffById } from '../store/staff.ts'
import { rememberUndo, undoById } from '../store/undo.ts'
import type { Decided } from '../store/undo.ts'
import { hasLivePromise } from './cases.ts'
import { commit } from './commit.ts'
import { firstLine } from './first-line.ts'
import { activeOwner } from './promise-steps.ts'

// What staff set right at the desk: many cases at once, two that are one, one that is two. Each remembers what was before.

type Call = 'case.decide-many' | 'case.merge' | 'case.split'

const CHANNELS: Readonly<Partial<Record<ContactKind, Channel>>> = {
  'mail-in': 'mail',
  'mail-out': 'mail',
  counter: 'counter',
  letter: 'letter',
  social: 'social',
}
/** What a screen must ask again: a case that moved may stand anywhere. */
const EVERYWHERE: readonly Topic[] = ['cases', 'promises', 'customers', 'status']

export const deskHandlers: Handlers<Call> = {
  async 'case.decide-many'(context, { undoId, caseIds, decision }, actor) {
    const result = await commit(context, async (trx) => {
      const known = await undoById(trx, undoId)
      if (known?.kind === 'decisions') return ok({ done: known.before.length, refused: 0 })
      const before: Decided[] = []
      const after: Decided[] = []
      let refused = 0
      const owner =
        decision.do === 'give' && decision.ownerId !== null ? await activeOwner(trx, decision.ownerId) : ok('')
      if (!owner.ok) return owner
      for (const caseId of new Set(caseIds)) {
        const one = await caseById(trx, caseId)
        const next = one === null ? 'refused' : await judge(trx, one, decision, owner.value, context.clock.now())
        if (next === 'same') continue
        if (next === 'refused' || one === null) {
          refused += 1
          continue
        }
        before.push(decidedOf(one))
        after.push({ ...decidedOf(one), ...next.decided })
        await decideCase(trx, caseId, next.decided)
        await record(context, trx, actor, caseId, next.event)
        await refreshCase(trx, caseId)
      }
      if (before.length > 0) {
        await rememberUndo(trx, undoId, context.clock.now(), { kind: 'decisions', before, after })
      }
      return ok({ done: before.length, refused })
    })
    if (result.ok && result.value.done > 0) context.changed(['cases'])
    return result
  },

  'case.merge': (context, { undoId, caseId, into }, actor) =>
    moving(context, async (trx) => {
      if ((await undoById(trx, undoId)) !== null) return ok(null)
      const from = await caseById(trx, caseId)
      const target = await caseById(trx, into)
      if (from === null || target === null || caseId === into) return fail({ code: 'not-found' })
      if (from.setAsideReason === 'merged' || target.setAsideReason === 'merged') return fail({ code: 'changed-since' })
      const moved = await thingsOfCase(trx, caseId)
      await moveToCase(trx, moved, into)
      await setMergedInto(trx, caseId, into)
      await decideCase(trx, caseId, { setAsideReason: 'merged' })
      // Whatever is open in one of the two is open in both together.
      const open = [from, target].some(({ state }) => state === 'open' || state === 'waiting')
      await decideCase(trx, into, {
        ownerId: target.ownerId ?? from.ownerId,
        ...(open && { setAsideReason: null, closedAt: null }),
      })
      await refreshBoth(trx, caseId, into)
      const names = { from: from.number, into: target.number, subject: from.subject }
      for (const id of [caseId, into]) await record(context, trx, actor, id, { kind: 'case-merged', data: names })
      const data = { kind: 'case-merge', from: decidedOf(from), into: decidedOf(target), moved } as const
      await rememberUndo(trx, undoId, context.clock.now(), data)
      return ok(null)
    }),

  'case.split': (context, { undoId, contactId, newCaseId }, actor) =>
    moving(context, async (trx) => {
      if ((await undoById(trx, undoId)) !== null) return ok({ caseId: newCaseId })
      const contact = await contactById(trx, contactId)
      const one = contact === null ? null : await caseById(trx, contact.caseId)
      if (contact === null || one === null) return fail({ code: 'not-found' })
      if ((await contactsOfCase(trx, one.id)).length < 2) return fail({ code: 'changed-since' })
      const subject = contact.subject ?? firstLine(contact.text)
      const number = await nextCaseNumber(trx)
      await insertCase(trx, {
        id: newCaseId,
        number,
        customerId: contact.customerId,
        subject,
        subjectKey: subjectKey(subject),
        kind: 'question',
        channel: CHANNELS[contact.kind] ?? 'phone',
        ownerId: one.ownerId,
        mailboxId: one.mailboxId,
        openedAt: contact.at,
        setAsideReason: null,
      })
      const moved = await thingsOfContact(trx, one.id, contactId)
      await moveToCase(trx, moved, newCaseId)
      await refreshBoth(trx, one.id, newCaseId)
      const data = { from: one.number, into: number, subject }
      for (const id of [one.id, newCaseId]) await record(context, trx, actor, id, { kind: 'case-split', data })
      const undo = { kind: 'case-split', caseId: one.id, newCaseId, moved } as const
      await rememberUndo(trx, undoId, context.clock.now(), undo)
      return ok({ caseId: newCaseId })
    }),
}

/** Runs it as one transaction, and tells every screen. */
export async function moving<T>(
  context: Context,
  work: (trx: Db) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const result = await commit(context, work)
  if (result.ok) {
    context.changed(EVERYWHERE)
    context.poke('nagging')
  }
  return result
}

export async function record(
  { clock }: Pick<Context, 'clock'>,
  trx: Db,
  actor: Actor,
  caseId: CaseId | null,
  event: Pick<NewEvent, 'kind' | 'data'>,
): Promise<void> {
  await insertEvents(trx, [{ at: clock.now(), staffId: actor, caseId, promiseId: null, ...event }])
}

export async function refreshBoth(trx: Db, a: CaseId, b: CaseId): Promise<void> {
  await refreshCase(trx, a)
  await refreshCase(trx, b)
}

export function decidedOf({ id, ownerId, setAsideReason, closedAt, reopenedAt }: CaseRecord): Decided {
  return { caseId: id, ownerId, setAsideReason, closedAt, reopenedAt }
}

interface Next {
  readonly decided: Partial<Decided>
  readonly event: Pick<NewEvent, 'kind' | 'data'>
}

/** What one of many cases becomes; `refused` when a promise stands in the way. */
async function judge(
  trx: Db,
  one: CaseRecord,
  decision: { readonly do: 'set-aside' | 'close' } | { readonly do: 'give'; readonly ownerId: string | null },
  ownerName: string,
  now: number,
): Promise<Next | 'same' | 'refused'> {
  if (decision.do === 'give') {
    if (one.ownerId === decision.ownerId) return 'same'
    const from = one.ownerId === null ? null : await staffById(trx, one.ownerId)
    const data = { fromName: from?.name ?? null, ownerName: decision.ownerId === null ? null : ownerName }
    return { decided: { ownerId: decision.ownerId }, event: { kind: 'case-owner', data } }
  }
  const wanted: CaseState = decision.do === 'close' ? 'done' : 'set-aside'
  if (one.state === wanted) return 'same'
  if (one.setAsideReason === 'merged' || (await hasLivePromise(trx, one.id))) return 'refused'
  return decision.do === 'close'
    ? {
        decided: { closedAt: now, setAsideReason: null },
        event: { kind: 'case-state', data: { from: one.state, to: 'done' } },
      }
    : { decided: { setAsideReason: 'by-hand' }, event: { kind: 'case-set-aside', data: { reason: 'by-hand' } } }
}

/** Nothing hangs on it but what was moved there. */
export async function holdsOnly(trx: Db, caseId: CaseId, contacts: readonly string[], promises: readonly string[]) {
  const others = (await contactsOfCase(trx, caseId)).filter(({ id }) => !contacts.includes(id))
  const more = (await promisesOfCase(trx, caseId)).filter(({ id }) => !promises.includes(id))
  return others.length === 0 && more.length === 0
}
