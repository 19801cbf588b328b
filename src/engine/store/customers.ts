import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CustomerView } from '../../shared/contract/cases.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'
import { indexRows, reindexCustomerRow } from './search.ts'

export interface CustomerAddress {
  readonly kind: 'email' | 'phone'
  /** Normalised: lower-case address, or E.164 number. */
  readonly value: string
}

export interface NewCustomer {
  readonly id: CustomerId
  readonly name: string
  readonly company: string | null
  readonly notes: string
  readonly createdAt: Instant
  /** Those that belong to somebody already are left with them. */
  readonly addresses: readonly CustomerAddress[]
}

export async function insertCustomer(trx: Db, customer: NewCustomer): Promise<void> {
  await insertCustomers(trx, [customer])
}

export async function insertCustomers(trx: Db, customers: readonly NewCustomer[]): Promise<void> {
  const words = customers.map((customer) => ({ text: searchText(customer), caseId: null, customerId: customer.id }))
  const lastRowid = await indexRows(trx, words)
  const rows = customers.map(({ id, name, company, notes, createdAt }, i) => {
    // Nobody else writes meanwhile, so the rowids follow one another.
    const search_rowid = lastRowid - (customers.length - 1 - i)
    return { id, name, company, notes, created_at: createdAt, search_rowid }
  })
  await insertRows(trx, 'customer', rows)
  const addresses = customers.flatMap(({ id, createdAt, addresses }) =>
    addresses.map(({ kind, value }) => ({ kind, value, customer_id: id, created_at: createdAt })),
  )
  await insertRows(trx, 'customer_address', addresses, 'ON CONFLICT DO NOTHING')
}

/** Does nothing when the address belongs to somebody already; returns whether it was added. */
export async function addCustomerAddress(
  trx: Db,
  customerId: CustomerId,
  { kind, value }: CustomerAddress,
  at: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('customer_address')
    .values({ kind, value, customer_id: customerId, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const added = numInsertedOrUpdatedRows === 1n
  if (added) await reindexCustomer(trx, customerId)
  return added
}

export async function findCustomerByAddress(db: Db, { kind, value }: CustomerAddress): Promise<CustomerId | null> {
  const row = await db
    .selectFrom('customer_address')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst()
  return row?.customer_id ?? null
}

/** Whose these addresses are, by address; those that nobody has are left out. */
export async function findCustomersByEmail(db: Db, emails: readonly string[]): Promise<Map<string, CustomerId>> {
  if (emails.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer_address')
    .select(['value', 'customer_id'])
    .where('kind', '=', 'email')
    .where('value', 'in', emails)
    .execute()
  return new Map(rows.map((row) => [row.value, row.customer_id]))
}

/** False when there is no such customer. */
export async function saveCustomer(
  trx: Db,
  id: CustomerId,
  facts: Pick<CustomerView, 'name' | 'company' | 'notes'>,
): Promise<boolean> {
  const { name, company, notes } = facts
  const { numUpdatedRows } = await trx
    .updateTable('customer')
    .set({ name, company, notes })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await reindexCustomer(trx, id)
  return true
}

export async function customerById(db: Db, id: CustomerId): Promise<CustomerView | null> {
  const [view] = await customersByIds(db, [id])
  return view ?? null
}

/** In the order of `ids`; unknown ones are left out. */
export async function customersByIds(db: Db, ids: readonly CustomerId[]): Promise<CustomerView[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('customer')
    .selectAll()
    .select(sql<number>`(SELECT count(*) FROM "case" WHERE "case".customer_id = customer.id)`.as('case_count'))
    .select(
      sql<number>`(SELECT count(*) FROM "case" JOIN promise ON promise.case_id = "case".id
        WHERE "case".customer_id = customer.id AND promise.state IN ('open', 'broken'))`.as('open_promises'),
    )
    .where('id', 'in', ids)
    .execute()
  const addresses = await db
    .selectFrom('customer_address')
    .select(['customer_id', 'kind', 'value'])
    .where('customer_id', 'in', ids)
    .orderBy('created_at')
    .execute()
  const views = new Map(
    rows.map((row) => [
      row.id,
      toView(
        row,
        addresses.filter((one) => one.customer_id === row.id),
      ),
    ]),
  )
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** Gives a customer exactly these; those that are no longer its own are free again. */
export async function setCustomerAddresses(
  trx: Db,
  customerId: CustomerId,
  addresses: readonly CustomerAddress[],
  at: Instant,
): Promise<void> {
  const key = ({ kind, value }: CustomerAddress): string => `${kind} ${value}`
  const wanted = new Set(addresses.map(key))
  const present = await trx.selectFrom('customer_address').selectAll().where('customer_id', '=', customerId).execute()
  for (const one of present.filter((address) => !wanted.has(key(address)))) {
    await trx
      .deleteFrom('customer_address')
      .where('kind', '=', one.kind)
      .where('value', '=', one.value)
      .where('customer_id', '=', customerId)
      .execute()
  }
  for (const [i, one] of addresses.entries()) await addCustomerAddress(trx, customerId, one, at + i)
  await reindexCustomer(trx, customerId)
}

/** Customers one of whose addresses or numbers starts with `start`. */
export async function customersByAddressStart(
  db: Db,
  kind: CustomerAddress['kind'],
  start: string,
  limit: number,
): Promise<CustomerId[]> {
  const rows = await db
    .selectFrom('customer_address')
    .select('customer_id')
    .distinct()
    .where('kind', '=', kind)
    .where('value', '>=', start)
    .where('value', '<', `${start}\u{10FFFF}`)
    .limit(limit)
    .execute()
  return rows.map((row) => row.customer_id)
}

/** Makes it found by what it is called and how it is reached now; one that was merged into another isn't found at all. */
export async function reindexCustomer(trx: Db, id: CustomerId): Promise<void> {
  const row = await trx.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const addresses = await trx.selectFrom('customer_address').selectAll().where('customer_id', '=', id).execute()
  const gone = await trx
    .selectFrom('customer')
    .select('id')
    .where('id', '=', id)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('case').select('case.id').where('case.customer_id', '=', id))))
    .executeTakeFirst()
  const isMerged = gone !== undefined && addresses.length === 0
  await reindexCustomerRow(trx, row.search_rowid, isMerged ? '' : searchText({ ...row, addresses }))
}

/** A number is found by its national form too: 0612345678 beside +31612345678. */
function searchText(customer: Pick<NewCustomer, 'name' | 'company' | 'notes' | 'addresses'>): string {
  const { name, company, notes, addresses } = customer
  return [name, company ?? '', ...addresses.map((one) => one.value), notes].filter((part) => part !== '').join('\n')
}

function toView(
  row: Selectable<Tables['customer']> & { readonly case_count: number; readonly open_promises: number },
  addresses: readonly CustomerAddress[],
): CustomerView {
  const valuesOf = (kind: CustomerAddress['kind']): string[] =>
    addresses.filter((one) => one.kind === kind).map((one) => one.value)
  const { id, name, company, notes } = row
  return {
    id,
    name,
    company,
    notes,
    emails: valuesOf('email'),
    phones: valuesOf('phone'),
    since: row.created_at,
    caseCount: row.case_count,
    openPromises: row.open_promises,
  }
}
