import type { ContactLog } from '../../shared/contract/cases.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { CaseId, Channel } from '../../shared/domain/case.ts'
import { addressKey } from '../../shared/domain/mail-facts.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import { normalisePhone } from '../../shared/domain/phone.ts'
import type { PromiseOrigin } from '../../shared/domain/promise.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { subjectKey } from '../../shared/domain/subjects.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Handlers } from '../context.ts'
import { newId } from '../ids.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase, insertCase, nextCaseNumber } from '../store/cases.ts'
import { contactById, insertContact } from '../store/contacts.ts'
import { addCustomerAddress, customerById, findCustomerByAddress, insertCustomer } from '../store/customers.ts'
import type { CustomerAddress } from '../store/customers.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import { readBusiness } from './business.ts'
import { hasLivePromise } from './cases.ts'
import { commit } from './commit.ts'
import { firstLine } from './first-line.ts'
import { applyPromiseSteps, badInput } from './promise-steps.ts'
import { promisesChanged } from './promises.ts'

const CHANNELS: Readonly<Record<ContactLog['kind'], Channel>> = {
  'call-in': 'phone',
  'call-out': 'phone',
  counter: 'counter',
  letter: 'letter',
  social: 'social',
  note: 'phone',
}
const ORIGINS: Readonly<Record<ContactLog['kind'], PromiseOrigin>> = {
  'call-in': 'call',
  'call-out': 'call',
  counter: 'counter',
  letter: 'letter',
  social: 'social',
  note: 'hand',
}

export const contactHandlers: Handlers<'contact.log'> = {
  async 'contact.log'(context, log, actor) {
    const now = context.clock.now()
    const { country } = await readBusiness(context.db)
    const result = await commit(context, async (trx) => {
      const known = await contactById(trx, log.contactId)
      if (known !== null) return ok({ caseId: known.caseId })
      const about =
        log.caseId === null ? await openCase(trx, log, actor, country, now) : await knownCase(trx, log.caseId)
      return about.ok ? recordContact(trx, log, about.value, actor, now) : about
    })
    if (!result.ok) return result
    promisesChanged(context, result.value.caseId)
    context.changed(['customers', 'cases', 'promises'])
    return result
  },
}

interface About {
  readonly caseId: CaseId
  readonly customerId: CustomerId
}

async function knownCase(trx: Db, caseId: CaseId): Promise<Result<About, Failure>> {
  const one = await caseById(trx, caseId)
  return one === null ? fail({ code: 'not-found' }) : ok({ caseId, customerId: one.customerId })
}

async function openCase(
  trx: Db,
  log: ContactLog,
  actor: Actor,
  country: string,
  now: Instant,
): Promise<Result<About, Failure>> {
  const customer = await resolveCustomer(trx, log, country, now)
  if (!customer.ok) return customer
  const caseId = newId()
  const subject = firstLine(log.text)
  await insertCase(trx, {
    id: caseId,
    number: await nextCaseNumber(trx),
    customerId: customer.value,
    subject,
    subjectKey: subjectKey(subject),
    kind: log.caseKind ?? 'question',
    channel: CHANNELS[log.kind],
    ownerId: null,
    mailboxId: null,
    openedAt: now,
    setAsideReason: null,
  })
  const data = { subject, channel: CHANNELS[log.kind] }
  await insertEvents(trx, [{ at: now, staffId: actor, kind: 'case-opened', caseId, promiseId: null, data }])
  return ok({ caseId, customerId: customer.value })
}

async function resolveCustomer(
  trx: Db,
  { customer }: ContactLog,
  country: string,
  now: Instant,
): Promise<Result<CustomerId, Failure>> {
  if (customer === null) return fail(badInput('customer'))
  if ('customerId' in customer) {
    return (await customerById(trx, customer.customerId)) ? ok(customer.customerId) : fail({ code: 'not-found' })
  }
  const phone = customer.phone === null ? null : normalisePhone(customer.phone, country)
  const addresses: CustomerAddress[] = []
  if (phone !== null) addresses.push({ kind: 'phone', value: phone })
  if (customer.email !== null) addresses.push({ kind: 'email', value: addressKey(customer.email) })
  for (const address of addresses) {
    const known = await findCustomerByAddress(trx, address)
    if (known === null) continue
    // Another way to reach somebody we know.
    for (const one of addresses) await addCustomerAddress(trx, known, one, now)
    return ok(known)
  }
  const id = newId()
  // A number that is none (an extension, a digit short) is still what the receptionist heard.
  const notes = phone === null ? (customer.phone ?? '') : ''
  await insertCustomer(trx, { id, name: customer.name, company: null, notes, createdAt: now, addresses })
  return ok(id)
}

async function recordContact(
  trx: Db,
  log: ContactLog,
  { caseId, customerId }: About,
  actor: Actor,
  now: Instant,
): Promise<Result<{ readonly caseId: CaseId }, Failure>> {
  const { contactId, kind, text, mood, outcome } = log
  await insertContact(trx, {
    id: contactId,
    caseId,
    customerId,
    kind,
    at: now,
    recordedAt: now,
    staffId: actor,
    fromAddress: null,
    to: [],
    subject: null,
    text,
    quoted: '',
    hasHtml: false,
    unreadable: false,
    automatic: false,
    mood,
    outcome,
    rawId: null,
    messageId: null,
    references: [],
  })
  const data = { kind, outcome, mood }
  await insertEvents(trx, [{ at: now, staffId: actor, kind: 'contact-added', caseId, promiseId: null, data }])
  const telling = { caseId, customerId, contactId, actor, now, origin: ORIGINS[kind], customerKnows: 'yes' } as const
  const keptHow = kind === 'note' ? 'by-hand' : kind === 'call-in' || kind === 'call-out' ? 'called' : 'answered'
  const steps = await applyPromiseSteps(trx, { ...telling, keptHow }, log)
  if (!steps.ok) return steps
  await decideCase(trx, caseId, {
    setAsideReason: null,
    ...(log.caseId === null && { ownerId: log.promise?.ownerId ?? actor }),
    ...(log.closes && { closedAt: now }),
  })
  if (log.closes && (await hasLivePromise(trx, caseId))) return fail({ code: 'promise-live' })
  await refreshCase(trx, caseId)
  return ok({ caseId })
}
