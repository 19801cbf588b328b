import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CaseId } from '../../shared/domain/case.ts'
import type { ContactId } from '../../shared/domain/contact.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { CustomerPromise, PromiseId } from '../../shared/domain/promise.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Whether the customer has been told. not-yet: its mail is on its way; undelivered: it bounced or failed for good. */
export type CustomerKnows = Tables['promise']['customer_knows']

export interface KeptPromise extends CustomerPromise {
  readonly ownerName: string
  readonly customerKnows: CustomerKnows
  /** How often the customer was given another moment before this one. */
  readonly moved: number
}

export interface NewPromise {
  readonly promise: CustomerPromise
  readonly madeBy: StaffId | null
  readonly customerKnows: CustomerKnows
}

export async function insertPromise(
  trx: Db,
  promise: CustomerPromise,
  more: Omit<NewPromise, 'promise'>,
): Promise<void> {
  await insertPromises(trx, [{ promise, ...more }])
}

export async function insertPromises(trx: Db, promises: readonly NewPromise[]): Promise<void> {
  const rows = promises.map(({ promise, madeBy, customerKnows }) => ({
    ...toColumns(promise),
    made_by: madeBy,
    customer_knows: customerKnows,
  }))
  await insertRows(trx, 'promise', rows)
}

/** Writes what a transition of the rules made of it. */
export async function savePromise(trx: Db, promise: CustomerPromise): Promise<void> {
  await trx.updateTable('promise').set(toColumns(promise)).where('id', '=', promise.id).execute()
}

/** Remembers which contact ended it; null when that contact was taken back. */
export async function setEndedIn(trx: Db, id: PromiseId, contactId: ContactId | null): Promise<void> {
  await trx.updateTable('promise').set({ ended_contact_id: contactId }).where('id', '=', id).execute()
}

/** Promises that this contact kept or replaced. */
export async function promisesEndedIn(db: Db, contactId: ContactId): Promise<KeptPromise[]> {
  const rows = await withOwner(db).where('promise.ended_contact_id', '=', contactId).execute()
  return rows.map(toPromise)
}

export async function promiseById(db: Db, id: PromiseId): Promise<KeptPromise | null> {
  const row = await withOwner(db).where('promise.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPromise(row)
}

export async function promisesOfCase(db: Db, caseId: CaseId): Promise<KeptPromise[]> {
  const rows = await withOwner(db).where('promise.case_id', '=', caseId).orderBy('promise.due_at').execute()
  return rows.map(toPromise)
}

/** On the customer's cases of any time. */
export async function promisesOfCustomer(db: Db, customerId: CustomerId): Promise<KeptPromise[]> {
  const rows = await withOwner(db)
    .innerJoin('case', 'case.id', 'promise.case_id')
    .where('case.customer_id', '=', customerId)
    .orderBy('promise.due_at')
    .execute()
  return rows.map(toPromise)
}

export async function promisesOfContact(db: Db, contactId: ContactId): Promise<KeptPromise[]> {
  const rows = await withOwner(db).where('promise.contact_id', '=', contactId).execute()
  return rows.map(toPromise)
}

/** Open promises whose moment has come: they are about to break. Earliest first. */
export async function promisesToBreak(db: Db, now: Instant, limit: number): Promise<KeptPromise[]> {
  const rows = await withOwner(db)
    // Said in these words, so that SQLite sees that the index of live promises holds them all.
    .where(sql<boolean>`promise.state IN ('open', 'broken')`)
    .where('promise.state', '=', 'open')
    .where('promise.due_at', '<=', now)
    .orderBy('promise.due_at')
    .limit(limit)
    .execute()
  return rows.map(toPromise)
}

/** Due moments of the live promises of one owner, earliest first. */
export async function dueMomentsOf(db: Db, ownerId: StaffId): Promise<Instant[]> {
  const rows = await db
    .selectFrom('promise')
    .select('due_at')
    .where('state', 'in', ['open', 'broken'])
    .where('owner_id', '=', ownerId)
    .orderBy('due_at')
    .execute()
  return rows.map((row) => row.due_at)
}

/** What became of the mail in which they were made. Returns the promises concerned. */
export async function setCustomerKnows(
  trx: Db,
  contactId: ContactId,
  customerKnows: CustomerKnows,
): Promise<{ id: PromiseId; caseId: CaseId }[]> {
  return trx
    .updateTable('promise')
    .set({ customer_knows: customerKnows })
    .where('contact_id', '=', contactId)
    .where('customer_knows', '!=', customerKnows)
    .returning(['id', 'case_id as caseId'])
    .execute()
}

function withOwner(db: Db) {
  return db
    .selectFrom('promise')
    .innerJoin('staff', 'staff.id', 'promise.owner_id')
    .selectAll('promise')
    .select(['staff.name as owner_name', timesMoved().as('moved')])
}

/** How many promises this one came after, each in the place of the one before it. */
export function timesMoved() {
  return sql<number>`(WITH RECURSIVE earlier(id) AS (
    SELECT promise.predecessor_id UNION
    SELECT older.predecessor_id FROM earlier JOIN promise AS older ON older.id = earlier.id
  ) SELECT count(id) FROM earlier)`
}

function toColumns(promise: CustomerPromise) {
  const { id, text, origin, state } = promise
  return {
    id,
    case_id: promise.caseId,
    customer_id: promise.customerId,
    owner_id: promise.ownerId,
    text,
    made_at: promise.madeAt,
    due_at: promise.dueAt,
    origin,
    contact_id: promise.contactId,
    state,
    broken_at: promise.brokenAt,
    ended_at: promise.endedAt,
    kept_how: promise.keptHow,
    end_note: promise.endNote,
    predecessor_id: promise.predecessorId,
  }
}

function toPromise(
  row: Selectable<Tables['promise']> & { readonly owner_name: string; readonly moved: number },
): KeptPromise {
  const { owner_name: ownerName, customer_knows: customerKnows, moved } = row
  return { ...toCustomerPromise(row), ownerName, customerKnows, moved }
}

/** For a select of another store file that needs the promise beside its own. */
export const promiseColumns = [
  'promise.id',
  'promise.case_id',
  'promise.customer_id',
  'promise.owner_id',
  'promise.text',
  'promise.made_at',
  'promise.due_at',
  'promise.origin',
  'promise.contact_id',
  'promise.state',
  'promise.broken_at',
  'promise.ended_at',
  'promise.kept_how',
  'promise.end_note',
  'promise.predecessor_id',
] as const

export function toCustomerPromise(
  row: Omit<Selectable<Tables['promise']>, 'made_by' | 'customer_knows' | 'ended_contact_id'>,
): CustomerPromise {
  const { id, text, origin, state } = row
  return {
    id,
    caseId: row.case_id,
    customerId: row.customer_id,
    ownerId: row.owner_id,
    text,
    madeAt: row.made_at,
    dueAt: row.due_at,
    origin,
    contactId: row.contact_id,
    state,
    brokenAt: row.broken_at,
    endedAt: row.ended_at,
    keptHow: row.kept_how,
    endNote: row.end_note,
    predecessorId: row.predecessor_id,
  }
}
