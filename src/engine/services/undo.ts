import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase } from '../store/cases.ts'
import { customerById, reindexCustomer, saveCustomer } from '../store/customers.ts'
import type { Db } from '../store/database.ts'
import { moveToCase, moveToCustomer, setMergedInto } from '../store/moves.ts'
import { forgetUndo, undoById } from '../store/undo.ts'
import type { Decided, UndoData } from '../store/undo.ts'
import { decidedOf, holdsOnly, moving, record, refreshBoth } from './desk-changes.ts'

/** Undoes what was changed at the desk, once. Whatever somebody decided about it since then is left as it is. */
export const undoHandlers: Handlers<'change.undo'> = {
  'change.undo': (context, { undoId }, actor) =>
    moving(context, async (trx) => {
      const undo = await undoById(trx, undoId)
      if (undo === null) return fail({ code: 'not-found' })
      const undone = await undoIn(trx, context, undo, actor)
      if (undone.ok) await forgetUndo(trx, undoId)
      return undone
    }),
}

async function undoIn(trx: Db, context: Context, undo: UndoData, actor: Actor): Promise<Result<null, Failure>> {
  const say = (caseId: string | null, what: string): Promise<void> =>
    record(context, trx, actor, caseId, { kind: 'change-undone', data: { what } })
  switch (undo.kind) {
    case 'decisions':
      for (const [i, before] of undo.before.entries()) {
        if (await restore(trx, before, undo.after[i]!)) await say(before.caseId, undo.kind)
      }
      return ok(null)
    case 'case-merge': {
      const { from, into, moved } = undo
      if ((await caseById(trx, from.caseId))?.setAsideReason !== 'merged') return fail({ code: 'changed-since' })
      await moveToCase(trx, moved, from.caseId)
      await setMergedInto(trx, from.caseId, null)
      await decideCase(trx, from.caseId, from)
      // A case into which something came since the merge goes on as it stands.
      if (await holdsNothingNewer(trx, into)) await decideCase(trx, into.caseId, into)
      await refreshBoth(trx, from.caseId, into.caseId)
      await say(from.caseId, undo.kind)
      await say(into.caseId, undo.kind)
      return ok(null)
    }
    case 'case-split': {
      const { caseId, newCaseId, moved } = undo
      if (!(await holdsOnly(trx, newCaseId, moved.contacts, moved.promises))) return fail({ code: 'changed-since' })
      await moveToCase(trx, moved, caseId)
      // Its number was said to somebody, perhaps: it leads to where the words are.
      await setMergedInto(trx, newCaseId, caseId)
      await decideCase(trx, newCaseId, { setAsideReason: 'merged' })
      await refreshBoth(trx, caseId, newCaseId)
      await say(caseId, undo.kind)
      return ok(null)
    }
    case 'customer-merge': {
      const { customerId, into, moved, before, after } = undo
      const now = await customerById(trx, into)
      if (now === null) return fail({ code: 'not-found' })
      await moveToCustomer(trx, moved, customerId)
      const untouched = now.notes === after.notes && now.company === after.company
      await saveCustomer(trx, into, untouched ? { ...now, ...before } : now)
      await reindexCustomer(trx, customerId)
      for (const caseId of moved.cases) await say(caseId, undo.kind)
      return ok(null)
    }
  }
}

/** Puts one decision back; false when somebody decided something else since. */
async function restore(trx: Db, before: Decided, after: Decided): Promise<boolean> {
  const now = await caseById(trx, before.caseId)
  if (now === null || JSON.stringify(decidedOf(now)) !== JSON.stringify(after)) return false
  await decideCase(trx, before.caseId, before)
  await refreshCase(trx, before.caseId)
  return true
}

async function holdsNothingNewer(trx: Db, before: Decided): Promise<boolean> {
  const now = await caseById(trx, before.caseId)
  return now !== null && now.closedAt === null && now.setAsideReason === null
}
