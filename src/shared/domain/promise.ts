import type { CaseId } from './case.ts'
import type { ContactId } from './contact.ts'
import type { CustomerId, StaffId } from './people.ts'
import type { Instant } from './time.ts'

export type PromiseId = string

/** Open: still to be kept. Broken: the due moment passed; still work, and counted as broken for good. The rest have ended. */
export const PROMISE_STATES = ['open', 'broken', 'kept', 'kept-late', 'renegotiated', 'withdrawn'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** How the promise came about. */
export const PROMISE_ORIGINS = ['mail', 'call', 'counter', 'letter', 'social', 'acknowledgement', 'hand'] as const
export type PromiseOrigin = (typeof PROMISE_ORIGINS)[number]

/** How it was kept. */
export const KEPT_HOW = ['answered', 'called', 'by-hand'] as const
export type KeptHow = (typeof KEPT_HOW)[number]

/** "You will hear from us by <moment>". `CustomerPromise`, since TypeScript has a `Promise` of its own. */
export interface CustomerPromise {
  readonly id: PromiseId
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly ownerId: StaffId
  /** What we promised, in a short sentence. */
  readonly text: string
  readonly madeAt: Instant
  readonly dueAt: Instant
  readonly origin: PromiseOrigin
  /** The contact in which the customer was told; null when it was only recorded by hand. */
  readonly contactId: ContactId | null
  readonly state: PromiseState
  /** Set the moment it broke and never cleared: a broken promise counts as broken for good. */
  readonly brokenAt: Instant | null
  readonly endedAt: Instant | null
  readonly keptHow: KeptHow | null
  /** Why it ended as it did, in the words of staff (withdrawal reason, note on keeping). */
  readonly endNote: string | null
  /** The promise that this one replaces, when it was renegotiated. */
  readonly predecessorId: PromiseId | null
}
