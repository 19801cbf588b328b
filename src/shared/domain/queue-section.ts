import type { CaseState, QueueSection } from './case.ts'
import type { Instant } from './time.ts'

/** What the place of a case in the queue depends on; see the columns of the same names in the case table. */
export interface CaseFacts {
  readonly state: CaseState
  /** Earliest due moment among the live promises. */
  readonly nextDueAt: Instant | null
  /** When a person (not an acknowledgement) first answered. */
  readonly firstAnswerAt: Instant | null
}

/**
 * The one section that holds this case. `endOfToday` is the local midnight after `now`.
 * A case that only got an acknowledgement still waits for its first answer, unless that is due sooner: a promise for
 * next week does not hide that nobody has looked at the question yet.
 */
export function sectionOf(facts: CaseFacts, now: Instant, endOfToday: Instant): QueueSection {
  if (facts.state === 'set-aside') return 'set-aside'
  if (facts.state === 'done') return 'done'
  if (facts.nextDueAt !== null && facts.nextDueAt <= now) return 'overdue'
  if (facts.nextDueAt !== null && facts.nextDueAt <= endOfToday) return 'due-today'
  if (facts.state === 'open' && facts.firstAnswerAt === null) return 'first-answer'
  if (facts.nextDueAt !== null) return 'later'
  return facts.state === 'waiting' ? 'waiting' : 'answer'
}
