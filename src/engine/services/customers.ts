import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min'
import type { CustomerView } from '../../shared/contract/cases.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { addressKey } from '../../shared/domain/mail-facts.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import { normalisePhone } from '../../shared/domain/phone.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { casesOfCustomer } from '../store/cases.ts'
import {
  customerById,
  customersByAddressStart,
  customersByIds,
  findCustomerByAddress,
  reindexCustomer,
  saveCustomer,
  setCustomerAddresses,
} from '../store/customers.ts'
import type { CustomerAddress } from '../store/customers.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import { moveToCustomer, thingsOfCustomer } from '../store/moves.ts'
import { promisesOfCustomer } from '../store/promises.ts'
import { findCustomersByText } from '../store/search.ts'
import { rememberUndo, undoById } from '../store/undo.ts'
import { readBusiness } from './business.ts'
import { sortPromises } from './case-view.ts'
import { commit } from './commit.ts'
import { moving, record } from './desk-changes.ts'
import { badInput } from './promise-steps.ts'

const MOST_FOUND = 8
const MOST_OPEN = 50

export const customerHandlers: Handlers<'customer.find' | 'customer.open' | 'customer.save' | 'customer.merge'> = {
  'customer.find': async ({ db }, { text }) => ok(await findCustomers(db, text)),

  async 'customer.open'({ db }, { customerId }) {
    const cases = await casesOfCustomer(db, customerId, MOST_OPEN)
    const promises = sortPromises((await promisesOfCustomer(db, customerId)).filter(isLive))
    return ok({
      cases: cases
        .filter(({ state }) => state === 'open' || state === 'waiting')
        .sort((a, b) => b.lastContactAt - a.lastContactAt)
        .map(({ id, number, subject, state, lastContactAt }) => ({
          caseId: id,
          number,
          subject,
          state,
          lastContactAt,
        })),
      promises,
    })
  },

  async 'customer.save'(context, { customerId, name, company, notes, ...reached }, actor) {
    const { country } = await readBusiness(context.db)
    const result = await commit(context, async (trx) => {
      const before = await customerById(trx, customerId)
      if (before === null) return fail({ code: 'not-found' })
      await saveCustomer(trx, customerId, { name, company, notes })
      const addresses = addressesOf({ ...before, ...reached }, country)
      if (!addresses.ok) return addresses
      for (const address of addresses.value) {
        const owner = await findCustomerByAddress(trx, address)
        if (owner === null || owner === customerId) continue
        const other = await customerById(trx, owner)
        return fail({ code: 'address-taken', detail: { address: address.value, name: other?.name ?? '' } })
      }
      await setCustomerAddresses(trx, customerId, addresses.value, context.clock.now())
      if (before.name === name && before.company === company) return ok(null)
      const [newest] = await casesOfCustomer(trx, customerId, 1)
      const data = { from: before.name, to: name }
      const at = context.clock.now()
      const about = { caseId: newest?.id ?? null, promiseId: null, data }
      await insertEvents(trx, [{ at, staffId: actor, kind: 'customer-changed', ...about }])
      return ok(null)
    })
    if (result.ok) context.changed(['customers', 'cases'])
    return result
  },

  'customer.merge': (context, { undoId, customerId, into }, actor) =>
    moving(context, async (trx) => {
      if ((await undoById(trx, undoId)) !== null) return ok(null)
      const from = await customerById(trx, customerId)
      const target = await customerById(trx, into)
      if (from === null || target === null || customerId === into) return fail({ code: 'not-found' })
      const moved = await thingsOfCustomer(trx, customerId)
      await moveToCustomer(trx, moved, into)
      const { company: oldCompany, notes: oldNotes } = target
      const company = oldCompany ?? from.company
      const notes = [oldNotes, from.notes].filter((part) => part.trim() !== '').join('\n')
      await saveCustomer(trx, into, { name: target.name, company, notes })
      await reindexCustomer(trx, customerId)
      const data = { from: from.name, to: target.name }
      for (const caseId of moved.cases) await record(context, trx, actor, caseId, { kind: 'customer-merged', data })
      await rememberUndo(trx, undoId, context.clock.now(), {
        kind: 'customer-merge',
        ...{ customerId, into, moved },
        before: { company: oldCompany, notes: oldNotes },
        after: { company, notes },
      })
      return ok(null)
    }),
}

type Reached = { readonly emails?: readonly string[] | undefined; readonly phones?: readonly string[] | undefined }

/** How a customer is reached, each once and normalised. Fails with bad-input on what is no number. */
function addressesOf({ emails = [], phones = [] }: Reached, country: string): Result<CustomerAddress[], Failure> {
  const addresses: CustomerAddress[] = emails.map((email) => ({ kind: 'email', value: addressKey(email) }))
  for (const phone of phones) {
    const value = normalisePhone(phone, country)
    if (value === null) return fail(badInput('phones'))
    addresses.push({ kind: 'phone', value })
  }
  return ok([...new Map(addresses.map((one) => [`${one.kind} ${one.value}`, one])).values()])
}

/** Who this may be: a whole number or address first, then the beginning of one, then names. */
async function findCustomers(db: Db, text: string): Promise<CustomerView[]> {
  const query = text.trim()
  if (query === '') return []
  const found = new Set<CustomerId>()
  const { country } = await readBusiness(db)
  const phone = normalisePhone(query, country)
  const exact = phone === null ? null : await findCustomerByAddress(db, { kind: 'phone', value: phone })
  if (exact !== null) found.add(exact)
  for (const id of await customersByAddressStart(db, 'email', addressKey(query), MOST_FOUND)) found.add(id)
  const digits = query.replace(/[^\d+]/g, '')
  for (const start of digits.length >= 4 ? phoneStarts(digits, country) : []) {
    for (const id of await customersByAddressStart(db, 'phone', start, MOST_FOUND)) found.add(id)
  }
  if (found.size < MOST_FOUND) for (const id of await findCustomersByText(db, query, MOST_FOUND)) found.add(id)
  return customersByIds(db, [...found].slice(0, MOST_FOUND))
}

/** While a number is being typed it is not one yet: in the Netherlands 0612 begins +31612…, and 0031 is +31. */
function phoneStarts(digits: string, country: string): string[] {
  if (digits.startsWith('+')) return [digits]
  if (digits.startsWith('00')) return [`+${digits.slice(2)}`]
  if (!digits.startsWith('0') || !isSupportedCountry(country)) return [`+${digits}`]
  return [`+${getCountryCallingCode(country)}${digits.slice(1)}`]
}
