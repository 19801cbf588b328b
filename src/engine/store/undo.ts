import type { CaseId } from '../../shared/domain/case.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Moved, MovedCustomer } from './moves.ts'
import type { CaseDecision } from './cases.ts'
import type { Db } from './database.ts'

/** What staff decided about a case before they decided otherwise. */
export type Decided = Required<Omit<CaseDecision, 'kind'>> & { readonly caseId: CaseId }

/** Everything that is needed to make a change at the desk undone. */
export type UndoData =
  | { readonly kind: 'decisions'; readonly before: readonly Decided[]; readonly after: readonly Decided[] }
  | { readonly kind: 'case-merge'; readonly from: Decided; readonly into: Decided; readonly moved: Moved }
  | { readonly kind: 'case-split'; readonly caseId: CaseId; readonly newCaseId: CaseId; readonly moved: Moved }
  | {
      readonly kind: 'customer-merge'
      readonly customerId: CustomerId
      readonly into: CustomerId
      readonly moved: MovedCustomer
      readonly before: { readonly company: string | null; readonly notes: string }
      readonly after: { readonly company: string | null; readonly notes: string }
    }

/** In the transaction of the change itself. */
export async function rememberUndo(trx: Db, id: string, at: Instant, data: UndoData): Promise<void> {
  await trx
    .insertInto('undo')
    .values({ id, at, data_json: JSON.stringify(data) })
    .execute()
}

export async function undoById(db: Db, id: string): Promise<UndoData | null> {
  const row = await db.selectFrom('undo').select('data_json').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.data_json) as UndoData)
}

export async function forgetUndo(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('undo').where('id', '=', id).execute()
}

/** After an erasure nothing from before it can be undone: what is remembered here may hold words of the customer. */
export async function forgetAllUndo(trx: Db): Promise<void> {
  await trx.deleteFrom('undo').execute()
}
