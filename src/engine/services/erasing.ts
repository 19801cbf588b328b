import type { ErasureReport } from '../../shared/contract/privacy.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Context } from '../context.ts'
import { refreshCase } from '../store/case-standing.ts'
import { decideCase } from '../store/cases.ts'
import type { Db } from '../store/database.ts'
import {
  customersWithout,
  eraseCases,
  eraseCustomers,
  insertErasedMails,
  mailsOfCases,
  tidyPages,
  withdrawLivePromises,
} from '../store/erasure.ts'
import type { CaseToErase } from '../store/erasure.ts'
import { insertEvents } from '../store/events.ts'
import { forgetAllUndo } from '../store/undo.ts'
import { profileOf } from './backup-files.ts'
import { readBusiness } from './business.ts'
import { knownErasures, noteErasure } from './erasure-ledger.ts'
import type { Erasure } from './erasure-ledger.ts'

// Erasing: who it was and what was said goes everywhere; kinds, channels and moments stay, since months that are over are
// counted from them. It is noted in the ledger first, so that it also happens when the PC goes out in the middle.

const NAMES = { nl: 'Gewist', en: 'Erased' } as const

/** Erases these cases, and each of `customerIds` of whom no other case is left. */
export async function erase(
  context: Context,
  cases: readonly CaseToErase[],
  customerIds: readonly CustomerId[],
  actor: Actor,
): Promise<ErasureReport> {
  const { db, clock, log } = context
  const at = clock.now()
  const caseIds = cases.map((one) => one.id)
  const gone = await customersWithout(db, customerIds, new Set(caseIds))
  const mails = await mailsOfCases(db, caseIds)
  noteErasure(profileOf(context), { at, customerIds: gone, caseIds, mails })
  const report = await db
    .transaction()
    .execute((trx) => eraseInside(trx, { at, customerIds: gone, caseIds, mails }, actor))
  try {
    await tidyPages(db)
  } catch (error) {
    // A full disk can't be tidied; the pages are overwritten as they are used again.
    log.error('tidying after an erasure', error)
  }
  context.changed(['cases', 'customers', 'promises', 'improvements', 'status'])
  return report
}

/** Does what was noted and not done, because the PC went out in between. Only the last one can be that. */
export async function finishErasure(context: Context): Promise<void> {
  const last = knownErasures(profileOf(context), null, '').at(-1)
  if (last === undefined || (await presentCases(context.db, last.caseIds)).length === 0) return
  await context.db.transaction().execute((trx) => eraseInside(trx, last, null))
  await tidyPages(context.db)
  context.changed(['cases', 'customers', 'promises', 'improvements', 'status'])
}

/** The same in a database that is being put back: what it holds of an earlier erasure is erased again. */
export async function eraseInside(trx: Db, erasure: Erasure, actor: Actor): Promise<ErasureReport> {
  const { at, customerIds } = erasure
  const name = NAMES[(await readBusiness(trx)).replyLanguage]
  const present = await presentCases(trx, erasure.caseIds)
  const caseIds = present.map((one) => one.id)
  const ended = await withdrawLivePromises(trx, caseIds, at)
  const report = await eraseCases(trx, caseIds, name, at)
  await insertErasedMails(trx, erasure.mails)
  await eraseCustomers(trx, customerIds, name, at)
  await forgetAllUndo(trx)
  for (const { id, closedAt } of present) {
    // What was closed keeps its moments: figures are counted from them.
    if (closedAt !== null && !ended.some(({ caseId }) => caseId === id)) continue
    await decideCase(trx, id, { closedAt: at })
    await refreshCase(trx, id)
  }
  await insertEvents(
    trx,
    caseIds.map((caseId) => ({ at, staffId: actor, kind: 'data-erased' as const, caseId, promiseId: null, data: {} })),
  )
  return report
}

async function presentCases(trx: Db, caseIds: readonly CaseId[]): Promise<{ id: CaseId; closedAt: Instant | null }[]> {
  const rows: { id: CaseId; closedAt: Instant | null }[] = []
  for (const id of caseIds) {
    const row = await trx
      .selectFrom('case')
      .select(['id', 'state', 'closed_at', 'last_contact_at', 'erased_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined || row.erased_at !== null) continue
    const isOver = row.state === 'done' || row.state === 'set-aside'
    rows.push({ id, closedAt: row.closed_at ?? (isOver ? row.last_contact_at : null) })
  }
  return rows
}
