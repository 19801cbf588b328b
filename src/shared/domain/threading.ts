import type { CaseId, CaseState } from './case.ts'
import type { MailFacts } from './mail-facts.ts'
import type { CustomerId } from './people.ts'
import { DAY } from './time.ts'
import type { Instant } from './time.ts'

/** More than any honest thread needs; a hostile mail may name thousands. */
const MOST_PARENTS = 50
const SAME_SUBJECT_DAYS = 30

/** Message-IDs this mail may answer, likeliest first: In-Reply-To, then References from the newest to the oldest. */
export function findParentIds(facts: Pick<MailFacts, 'inReplyTo' | 'references' | 'messageId'>): string[] {
  const newestFirst = [...facts.inReplyTo, ...facts.references.slice(-MOST_PARENTS).reverse()]
  const ids = newestFirst.filter((id) => id !== '' && id !== facts.messageId)
  return [...new Set(ids)].slice(0, MOST_PARENTS)
}

/** A contact that we have, found by one of the parent ids. */
export interface ParentContact {
  readonly messageId: string
  readonly caseId: CaseId
  /** We sent it. */
  readonly ours: boolean
}

/** A case of the same customer. */
export interface SubjectCandidate {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly subjectKey: string
  readonly state: CaseState
  readonly lastContactAt: Instant
}

export interface JoinQuestion {
  /** From findParentIds. */
  readonly parentIds: readonly string[]
  readonly parents: readonly ParentContact[]
  /** Null while we don't know the sender. */
  readonly customerId: CustomerId | null
  readonly subjectKey: string
  readonly receivedAt: Instant
  readonly sameCustomer: readonly SubjectCandidate[]
}

export interface JoinDecision {
  readonly caseId: CaseId
  readonly because: 'own-message' | 'reference' | 'subject'
}

/**
 * The case this mail continues, or null for a new one: a reply to something we sent, else a reference to a mail we have,
 * else the same customer with the same subject on a live case in the last 30 days. Text alone never joins two customers.
 */
export function joinDecision(question: JoinQuestion): JoinDecision | null {
  const order = new Map(question.parentIds.map((id, index) => [id, index]))
  const parents = question.parents
    .filter((parent) => order.has(parent.messageId))
    .sort((a, b) => order.get(a.messageId)! - order.get(b.messageId)!)
  const own = parents.find((parent) => parent.ours)
  if (own) return { caseId: own.caseId, because: 'own-message' }
  const other = parents[0]
  if (other) return { caseId: other.caseId, because: 'reference' }
  const same = question.sameCustomer
    .filter((candidate) => isSameSubject(candidate, question))
    .sort((a, b) => b.lastContactAt - a.lastContactAt)[0]
  return same ? { caseId: same.caseId, because: 'subject' } : null
}

function isSameSubject(candidate: SubjectCandidate, question: JoinQuestion): boolean {
  return (
    question.subjectKey !== '' &&
    candidate.subjectKey === question.subjectKey &&
    candidate.customerId === question.customerId &&
    (candidate.state === 'open' || candidate.state === 'waiting') &&
    question.receivedAt - candidate.lastContactAt <= SAME_SUBJECT_DAYS * DAY
  )
}
