import type { Failure } from '../../shared/contract/failure.ts'
import type { PromiseInput } from '../../shared/contract/promises.ts'
import { absenceAt } from '../../shared/domain/absences.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { ContactId } from '../../shared/domain/contact.ts'
import { dateOf } from '../../shared/domain/opening-hours.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { CustomerPromise, KeptHow, PromiseId, PromiseOrigin } from '../../shared/domain/promise.ts'
import { isLive, keepPromise, makePromise, renegotiatePromise } from '../../shared/domain/promises.ts'
import type { PromiseRefusal } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor } from '../context.ts'
import { absencesFrom } from '../store/absences.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { insertPromise, promiseById, savePromise, setEndedIn } from '../store/promises.ts'
import type { CustomerKnows, KeptPromise } from '../store/promises.ts'
import { staffById } from '../store/staff.ts'
import { readBusiness } from './business.ts'

// What a contact with the customer does to promises, inside the transaction of that contact: it keeps some, replaces one,
// makes one. Every change leaves a line in the history.

/** The contact that is being recorded. */
export interface Telling {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly contactId: ContactId
  readonly origin: PromiseOrigin
  readonly keptHow: KeptHow
  readonly customerKnows: CustomerKnows
  readonly actor: Actor
  readonly now: Instant
}

export interface PromiseSteps {
  readonly promise: PromiseInput | null
  readonly keeps: readonly PromiseId[]
  readonly renegotiates: PromiseId | null
  /** Why the one that is replaced could not be kept. */
  readonly cause: string | null
}

/** Fails with not-found, promise-ended, due-in-past, owner-unknown or bad-input; the caller's transaction then rolls back. */
export async function applyPromiseSteps(
  trx: Db,
  telling: Telling,
  { promise, keeps, renegotiates, cause }: PromiseSteps,
): Promise<Result<null, Failure>> {
  for (const id of keeps) {
    const kept = await keepInContact(trx, telling, id)
    if (!kept.ok) return kept
  }
  if (promise === null) return renegotiates === null ? ok(null) : fail(badInput('promise'))
  const owner = await ownerAt(trx, promise.ownerId, promise.dueAt)
  if (!owner.ok) return owner
  if (await promiseById(trx, promise.promiseId)) return fail(badInput('promiseId'))
  return renegotiates === null
    ? makeInContact(trx, telling, promise, owner.value)
    : replaceInContact(trx, telling, promise, owner.value, { replacedId: renegotiates, cause })
}

/** The name of a staff member who works here now. Fails with owner-unknown. */
export async function activeOwner(db: Db, ownerId: StaffId): Promise<Result<string, Failure>> {
  const owner = await staffById(db, ownerId)
  return owner?.active === true ? ok(owner.name) : fail({ code: 'owner-unknown' })
}

/**
 * The name of a staff member who works here and is there at `at`. Fails with owner-unknown, or with owner-absent: what
 * nobody is there to keep is not promised.
 */
export async function ownerAt(db: Db, ownerId: StaffId, at: Instant): Promise<Result<string, Failure>> {
  const owner = await activeOwner(db, ownerId)
  if (!owner.ok) return owner
  const { zone } = await readBusiness(db)
  const away = absenceAt(await absencesFrom(db, dateOf(at, zone)), ownerId, at, zone)
  return away === null ? owner : fail({ code: 'owner-absent', detail: { name: owner.value } })
}

/** A promise that ended meanwhile needs no keeping: a colleague was faster. */
async function keepInContact(trx: Db, telling: Telling, id: PromiseId): Promise<Result<null, Failure>> {
  const { now, actor, contactId, keptHow } = telling
  const before = await promiseById(trx, id)
  if (before === null || before.caseId !== telling.caseId) return fail({ code: 'not-found' })
  if (!isLive(before)) return ok(null)
  const after = must(keepPromise(before, keptHow, null, now))
  await recordChange(trx, before, after, { at: now, staffId: actor, kind: 'promise-kept', data: keptData(after) })
  await setEndedIn(trx, id, contactId)
  return ok(null)
}

async function makeInContact(
  trx: Db,
  telling: Telling,
  { promiseId, ownerId, text, dueAt }: PromiseInput,
  ownerName: string,
): Promise<Result<null, Failure>> {
  const { caseId, customerId, contactId, origin, now } = telling
  const made = makePromise({ id: promiseId, caseId, customerId, ownerId, text, dueAt, origin, contactId }, now)
  if (!made.ok) return refusal(made.error)
  await recordNew(trx, telling, made.value, ownerName)
  return ok(null)
}

async function replaceInContact(
  trx: Db,
  telling: Telling,
  { promiseId, ownerId, text, dueAt }: PromiseInput,
  ownerName: string,
  { replacedId, cause }: { readonly replacedId: PromiseId; readonly cause: string | null },
): Promise<Result<null, Failure>> {
  const { contactId, origin, actor, now } = telling
  const before = await promiseById(trx, replacedId)
  if (before === null || before.caseId !== telling.caseId) return fail({ code: 'not-found' })
  const step = renegotiatePromise(before, { id: promiseId, ownerId, text, dueAt, origin, contactId }, now)
  if (!step.ok) return refusal(step.error)
  const { ended, successor } = step.value
  const because = cause === null || cause.trim() === '' ? null : cause.trim()
  const inTime = ended.brokenAt === null
  const data = { text: before.text, dueAt: before.dueAt, newDueAt: dueAt, inTime, note: because }
  await recordChange(
    trx,
    before,
    { ...ended, endNote: because },
    { at: now, staffId: actor, kind: 'promise-renegotiated', data },
  )
  await setEndedIn(trx, replacedId, contactId)
  await recordNew(trx, telling, successor, ownerName)
  return ok(null)
}

async function recordNew(trx: Db, telling: Telling, promise: CustomerPromise, ownerName: string): Promise<void> {
  const { actor, customerKnows, now } = telling
  await insertPromise(trx, promise, { madeBy: actor, customerKnows })
  await insertEvents(trx, [
    {
      at: now,
      staffId: actor,
      kind: 'promise-made',
      caseId: promise.caseId,
      promiseId: promise.id,
      data: { text: promise.text, dueAt: promise.dueAt, ownerName },
    },
  ])
}

/** Saves what a step made of a promise with its line in the history, and the line that it broke, if nobody wrote that yet. */
export async function recordChange(
  trx: Db,
  before: KeptPromise,
  after: CustomerPromise,
  event: Omit<NewEvent, 'caseId' | 'promiseId'> | null,
): Promise<void> {
  await savePromise(trx, after)
  const about = { caseId: after.caseId, promiseId: after.id }
  const events: NewEvent[] = []
  if (before.brokenAt === null && after.brokenAt !== null) {
    const data = { text: after.text, dueAt: after.dueAt, ownerName: before.ownerName }
    events.push({ at: after.brokenAt, staffId: null, kind: 'promise-broken', ...about, data })
  }
  if (event !== null) events.push({ ...event, ...about })
  await insertEvents(trx, events)
}

export function keptData(kept: CustomerPromise): NewEvent['data'] {
  return { text: kept.text, dueAt: kept.dueAt, how: kept.keptHow, note: kept.endNote, late: kept.state === 'kept-late' }
}

/** The rules' refusals are codes of the contract. */
export function refusal(code: PromiseRefusal): Result<never, Failure> {
  return fail({ code })
}

export function badInput(field: string): Failure {
  return { code: 'bad-input', detail: { field } }
}

/** For a step of which we just made sure that it is allowed. */
function must<T>(result: Result<T, PromiseRefusal>): T {
  if (result.ok) return result.value
  throw new Error(`a step of a live promise was refused: ${result.error}`)
}
