import { sql } from 'kysely'
import type { CaseId } from '../../shared/domain/case.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import type { Db } from './database.ts'

// What hangs on a case or a customer moves to another one together, and can move back by the ids that moved.

/** What moved from one case to another. */
export interface Moved {
  readonly contacts: readonly string[]
  readonly promises: readonly string[]
  readonly notices: readonly string[]
  /** Rowids in `search`. */
  readonly found: readonly number[]
}

/** Everything on a case. */
export async function thingsOfCase(db: Db, caseId: CaseId): Promise<Moved> {
  const of = async (table: 'contact' | 'promise' | 'improvement_notice'): Promise<string[]> =>
    (await db.selectFrom(table).select('id').where('case_id', '=', caseId).execute()).map(({ id }) => id)
  const found = await db.selectFrom('search').select('rowid').where('case_id', '=', caseId).execute()
  return {
    contacts: await of('contact'),
    promises: await of('promise'),
    notices: await of('improvement_notice'),
    found: found.map(({ rowid }) => rowid),
  }
}

/** One contact of a case with the promises that were made in it. */
export async function thingsOfContact(db: Db, caseId: CaseId, contactId: string): Promise<Moved> {
  const promises = await db.selectFrom('promise').select('id').where('contact_id', '=', contactId).execute()
  const { subject, text } = await db
    .selectFrom('contact')
    .select(['subject', 'text'])
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow()
  const words = [subject ?? '', text].filter((part) => part !== '').join('\n')
  const found = await db
    .selectFrom('search')
    .select('rowid')
    .where('case_id', '=', caseId)
    .where('text', '=', words)
    .limit(1)
    .execute()
  return {
    contacts: [contactId],
    promises: promises.map(({ id }) => id),
    notices: [],
    found: found.map(({ rowid }) => rowid),
  }
}

/** refreshCase afterwards makes both cases agree with what they hold now. */
export async function moveToCase(trx: Db, { contacts, promises, notices, found }: Moved, to: CaseId): Promise<void> {
  for (const id of contacts) {
    await trx.updateTable('contact').set({ case_id: to }).where('id', '=', id).execute()
    await trx.updateTable('outbox').set({ case_id: to }).where('contact_id', '=', id).execute()
  }
  for (const id of promises) await trx.updateTable('promise').set({ case_id: to }).where('id', '=', id).execute()
  for (const id of notices) {
    await trx.updateTable('improvement_notice').set({ case_id: to }).where('id', '=', id).execute()
  }
  for (const rowid of found) await trx.updateTable('search').set({ case_id: to }).where('rowid', '=', rowid).execute()
}

export async function setMergedInto(trx: Db, caseId: CaseId, into: CaseId | null): Promise<void> {
  await trx.updateTable('case').set({ merged_into: into }).where('id', '=', caseId).execute()
}

/** What moved from one customer to another. */
export interface MovedCustomer {
  readonly addresses: readonly string[]
  readonly cases: readonly CaseId[]
  readonly contacts: readonly string[]
  readonly promises: readonly string[]
}

export async function thingsOfCustomer(db: Db, customerId: CustomerId): Promise<MovedCustomer> {
  const of = async (table: 'case' | 'contact' | 'promise'): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(table)} WHERE
      ${table === 'case' ? sql`` : sql`case_id IN (SELECT id FROM "case" WHERE customer_id = ${customerId}) AND`}
      customer_id = ${customerId}`.execute(db)
    return rows.map(({ id }) => id)
  }
  const addresses = await db
    .selectFrom('customer_address')
    .select('value')
    .where('customer_id', '=', customerId)
    .execute()
  return {
    addresses: addresses.map(({ value }) => value),
    cases: await of('case'),
    contacts: await of('contact'),
    promises: await of('promise'),
  }
}

export async function moveToCustomer(trx: Db, moved: MovedCustomer, to: CustomerId): Promise<void> {
  for (const value of moved.addresses) {
    await trx.updateTable('customer_address').set({ customer_id: to }).where('value', '=', value).execute()
  }
  for (const [table, ids] of [
    ['case', moved.cases],
    ['contact', moved.contacts],
    ['promise', moved.promises],
  ] as const) {
    for (const id of ids) await trx.updateTable(table).set({ customer_id: to }).where('id', '=', id).execute()
  }
}
