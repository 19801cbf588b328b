import type { Instant } from '../domain/time.ts'
import { nothing, query, returns } from './define.ts'
import type { Failure } from './failure.ts'

/** Counts for badge, tray and title. */
export interface Attention {
  readonly overdue: number
  readonly dueToday: number
  readonly firstAnswer: number
}

export interface MailboxStatus {
  readonly mailboxId: string
  readonly name: string
  /** off: switched off by a person. asleep: waiting to try again. stopped: a person must do something first. */
  readonly phase: 'off' | 'connecting' | 'syncing' | 'up-to-date' | 'asleep' | 'stopped'
  readonly upToDateAt: Instant | null
  readonly nextTryAt: Instant | null
  /** Mails still to fetch in the present round, when known. */
  readonly remaining: number | null
  readonly failure: Failure | null
}

export interface EngineStatus {
  readonly mailboxes: readonly MailboxStatus[]
  readonly outbox: { readonly waiting: number; readonly uncertain: number; readonly failed: number }
  /** Something is wrong with the disk or the database; fetching and sending pause meanwhile. */
  readonly storage: Failure | null
  /** Why no backup can be made, or that the second folder has been away for a week. */
  readonly backup: Failure | null
  /** A practice business: nothing leaves this PC. */
  readonly practice: boolean
}

export const statusEntries = {
  'status.get': query(nothing, returns<EngineStatus>()),
  'attention.get': query(nothing, returns<Attention>()),
}
