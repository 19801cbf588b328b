import { sql } from 'kysely'
import type { CaseId } from '../../shared/domain/case.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'

// FTS5. Every contact has a row, and every customer one; the newest rows have the highest rowid, and hits come newest
// first: what a shop looks for is nearly always recent, and ranking by relevance has to read every hit.

/** A row to be found: a contact (with its case), or a customer (`caseId` null). */
export interface NewSearchRow {
  readonly text: string
  readonly caseId: CaseId | null
  readonly customerId: CustomerId
}

/** Returns the rowid of the last one. */
export async function indexRows(trx: Db, rows: readonly NewSearchRow[]): Promise<number> {
  const values = rows.map(({ text, caseId, customerId }) => {
    const words = caseId === null ? { text: '', customer: text } : { text, customer: '' }
    return { ...words, case_id: caseId ?? '', customer_id: customerId }
  })
  return (await insertRows(trx, 'search', values)) ?? 0
}

/** Puts other words in a customer's row: whoever was renamed is no longer found under the old name. */
export async function reindexCustomerRow(trx: Db, rowid: number, customer: string): Promise<void> {
  await trx.updateTable('search').set({ customer }).where('rowid', '=', rowid).execute()
}

export interface TextHit {
  readonly rowid: number
  /** Null: the customer was found, not something said on a case. */
  readonly caseId: CaseId | null
  readonly customerId: CustomerId
  /** The words around the match, which stands between \u0001 and \u0002. */
  readonly excerpt: string
}

/** Rows that hold every word of `text`, newest first, those below `beforeRowid` only. None for a text without words. */
export async function findText(db: Db, text: string, beforeRowid: number | null, limit: number): Promise<TextHit[]> {
  const match = matchExpression(text)
  if (match === null) return []
  const rows = await db
    .selectFrom('search')
    .select(['rowid', 'case_id', 'customer_id'])
    .select(sql<string>`snippet(search, -1, char(1), char(2), '…', 14)`.as('excerpt'))
    .where(sql<boolean>`search MATCH ${match}`)
    .$if(beforeRowid !== null, (query) => query.where('rowid', '<', beforeRowid!))
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    rowid: row.rowid,
    caseId: row.case_id === '' ? null : row.case_id,
    customerId: row.customer_id,
    excerpt: row.excerpt.replace(/\s+/g, ' '),
  }))
}

/** Customers whose name, company, address, number or notes hold every word, newest first. */
export async function findCustomersByText(db: Db, text: string, limit: number): Promise<CustomerId[]> {
  const match = matchExpression(text)
  if (match === null) return []
  const rows = await db
    .selectFrom('search')
    .select('customer_id')
    .where(sql<boolean>`search MATCH ${`customer : (${match})`}`)
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.customer_id)
}

/**
 * What a person typed as an FTS5 expression: every word must occur, the last one may go on. Each word is quoted, so that
 * nothing typed is ever read as an operator. Null when there is no word in it.
 */
export function matchExpression(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 20)
  if (words === undefined) return null
  const last = words.length - 1
  // A single letter as a prefix would match half of everything ever written.
  return words.map((word, i) => `"${word}"${i === last && word.length > 1 ? '*' : ''}`).join(' ')
}
