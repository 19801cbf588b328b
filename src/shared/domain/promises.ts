import type { CaseId } from './case.ts'
import type { ContactId } from './contact.ts'
import type { CustomerId, StaffId } from './people.ts'
import type { CustomerPromise, KeptHow, PromiseId, PromiseOrigin } from './promise.ts'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'
import { MINUTE } from './time.ts'
import type { Instant } from './time.ts'

// How a promise lives (docs: "How a promise lives"). Each step takes the promise as it is and returns the promise as it
// becomes; nothing is changed in place. Every step first lets the promise break if its moment has passed, so it makes no
// difference whether the sweep or a person comes first: a moment that passed counts as broken, always.

/** Why a step is refused. All of them are failure codes of the contract. */
export type PromiseRefusal = 'promise-ended' | 'due-in-past' | 'too-late-to-correct' | 'reason-needed'

export interface NewPromise {
  readonly id: PromiseId
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly ownerId: StaffId
  readonly text: string
  readonly dueAt: Instant
  readonly origin: PromiseOrigin
  readonly contactId: ContactId | null
}

/** How long after making it a slip of the hand may be put right. */
export const CORRECTION_WINDOW = 10 * MINUTE

/** Still work to do: open, or broken and not yet made good. */
export function isLive(promise: Pick<CustomerPromise, 'state'>): boolean {
  return promise.state === 'open' || promise.state === 'broken'
}

/** How many milliseconds a live promise is past its moment, or an ended one was when it ended; 0 when in time. */
export function lateness(promise: CustomerPromise, now: Instant): number {
  return Math.max(0, (promise.endedAt ?? now) - promise.dueAt)
}

/** Opens a promise. Refused: due-in-past. */
export function makePromise(facts: NewPromise, now: Instant): Result<CustomerPromise, PromiseRefusal> {
  return open(facts, null, now)
}

/** The promise as it stands at `now`: broken from its due moment on. Returns the very same object when nothing changed. */
export function breakWhenDue(promise: CustomerPromise, now: Instant): CustomerPromise {
  if (promise.state !== 'open' || now < promise.dueAt) return promise
  // It broke at its due moment, however much later the program noticed.
  return { ...promise, state: 'broken', brokenAt: promise.dueAt }
}

/** Ends it as kept, or as kept late when its moment has passed. Refused: promise-ended. */
export function keepPromise(
  promise: CustomerPromise,
  how: KeptHow,
  note: string | null,
  now: Instant,
): Result<CustomerPromise, PromiseRefusal> {
  const current = breakWhenDue(promise, now)
  if (!isLive(current)) return fail('promise-ended')
  const state = current.state === 'broken' ? 'kept-late' : 'kept'
  return ok({ ...current, state, endedAt: now, keptHow: how, endNote: note })
}

/**
 * The customer was told of a new moment: the old promise ends as renegotiated (in time when `ended.brokenAt` is null) and
 * a new one takes its place and points back. Refused: promise-ended, due-in-past.
 */
export function renegotiatePromise(
  promise: CustomerPromise,
  successor: Omit<NewPromise, 'caseId' | 'customerId'>,
  now: Instant,
): Result<{ readonly ended: CustomerPromise; readonly successor: CustomerPromise }, PromiseRefusal> {
  const current = breakWhenDue(promise, now)
  if (!isLive(current)) return fail('promise-ended')
  const { caseId, customerId } = current
  const opened = open({ ...successor, caseId, customerId }, current.id, now)
  if (!opened.ok) return opened
  return ok({ ended: { ...current, state: 'renegotiated', endedAt: now }, successor: opened.value })
}

/** Ends it without keeping it, which takes a reason. Refused: promise-ended, reason-needed. */
export function withdrawPromise(
  promise: CustomerPromise,
  reason: string,
  now: Instant,
): Result<CustomerPromise, PromiseRefusal> {
  const current = breakWhenDue(promise, now)
  if (!isLive(current)) return fail('promise-ended')
  const endNote = reason.trim()
  if (endNote === '') return fail('reason-needed')
  return ok({ ...current, state: 'withdrawn', endedAt: now, endNote })
}

/**
 * The mail that kept or replaced it never left: it stands again as it was, broken by now when its moment has passed.
 * Refused: promise-ended, when it ended in another way.
 */
export function resumePromise(promise: CustomerPromise, now: Instant): Result<CustomerPromise, PromiseRefusal> {
  const { state, brokenAt } = promise
  if (state !== 'kept' && state !== 'kept-late' && state !== 'renegotiated') return fail('promise-ended')
  const live: CustomerPromise = {
    ...promise,
    state: brokenAt === null ? 'open' : 'broken',
    endedAt: null,
    keptHow: null,
    endNote: null,
  }
  return ok(breakWhenDue(live, now))
}

/**
 * Puts a wrongly entered due moment right: only within ten minutes of making it, and only while its moment has not passed.
 * Refused: promise-ended, too-late-to-correct, due-in-past.
 */
export function correctPromise(
  promise: CustomerPromise,
  dueAt: Instant,
  now: Instant,
): Result<CustomerPromise, PromiseRefusal> {
  const current = breakWhenDue(promise, now)
  if (!isLive(current)) return fail('promise-ended')
  if (current.state === 'broken' || now - current.madeAt > CORRECTION_WINDOW) return fail('too-late-to-correct')
  if (dueAt <= now) return fail('due-in-past')
  return ok({ ...current, dueAt })
}

/** Gives it to a colleague, who owns it from now on. Its moment stays. Refused: promise-ended. */
export function handOverPromise(
  promise: CustomerPromise,
  ownerId: StaffId,
  now: Instant,
): Result<CustomerPromise, PromiseRefusal> {
  const current = breakWhenDue(promise, now)
  return isLive(current) ? ok({ ...current, ownerId }) : fail('promise-ended')
}

function open(
  facts: NewPromise,
  predecessorId: PromiseId | null,
  now: Instant,
): Result<CustomerPromise, PromiseRefusal> {
  if (facts.dueAt <= now) return fail('due-in-past')
  return ok({
    ...facts,
    madeAt: now,
    state: 'open',
    brokenAt: null,
    endedAt: null,
    keptHow: null,
    endNote: null,
    predecessorId,
  })
}
