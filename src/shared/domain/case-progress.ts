import type { CaseState } from './case.ts'
import { isChaser } from './chasers.ts'
import type { CallOutcome, ContactKind } from './contact.ts'
import type { PromiseState } from './promise.ts'
import { isLive } from './promises.ts'
import type { Instant } from './time.ts'

/** One contact of a case, as far as it decides whose turn it is. */
export interface Turn {
  readonly kind: ContactKind
  /** When it happened. */
  readonly at: Instant
  /** When we wrote it down: a mail that arrives late was not answered by what we wrote before we had it. */
  readonly recordedAt: Instant
  /** Sent or received by a program: an acknowledgement, an out-of-office reply. */
  readonly automatic: boolean
  readonly outcome: CallOutcome | null
  /** What is new in it, or the start of that. */
  readonly text: string
  /** A mail out that was taken back or refused for good: the customer never got it. */
  readonly undone: boolean
}

export interface PromiseFact {
  readonly state: PromiseState
  readonly madeAt: Instant
  readonly dueAt: Instant
  readonly endedAt: Instant | null
}

/** Everything that decides where a case stands. */
export interface CaseHistory {
  readonly openedAt: Instant
  readonly setAside: boolean
  /** When staff said that nothing is owed any more. */
  readonly closedAt: Instant | null
  /** When staff said that it is our turn all the same, or a customer came back to a closed case. What was before is settled. */
  readonly reopenedAt: Instant | null
  readonly turns: readonly Turn[]
  readonly promises: readonly PromiseFact[]
}

export interface CaseProgress {
  readonly state: CaseState
  /** Since when the customer has been waiting for us; null when it is not our turn. */
  readonly awaitingSince: Instant | null
  /** The first time a person answered. */
  readonly firstAnswerAt: Instant | null
  /** The earliest due moment among the live promises. */
  readonly nextDueAt: Instant | null
  readonly closedAt: Instant | null
  readonly reopenedAt: Instant | null
  /** How often the customer had to come back to us while we owed an answer. */
  readonly cameBack: number
}

/** The customer had one of us on the line or before them: somebody answered, even if the question stays. */
const IN_PERSON: ReadonlySet<ContactKind> = new Set(['call-in', 'counter'])
const IN: ReadonlySet<ContactKind> = new Set(['mail-in', 'call-in', 'counter', 'letter', 'social'])

/** The customer said something to us, and not by a machine. */
export function isCustomersTurn(turn: Pick<Turn, 'kind' | 'automatic'>): boolean {
  return IN.has(turn.kind) && !turn.automatic
}

/** A person of ours said something to the customer. A voicemail or an unanswered call is not an answer. */
export function isAnswer(turn: Turn): boolean {
  if (turn.automatic || turn.undone) return false
  return turn.kind === 'mail-out' || (turn.kind === 'call-out' && (turn.outcome === null || turn.outcome === 'reached'))
}

/** Where a case stands, from its whole history. The order is that in which things were written down. */
export function caseProgress(facts: CaseHistory): CaseProgress {
  const heard = facts.turns.filter(isCustomersTurn).sort((a, b) => a.recordedAt - b.recordedAt)
  const newest = Math.max(...heard.map((turn) => turn.recordedAt))
  const comesBack = facts.closedAt !== null && newest > facts.closedAt
  const reopenedAt = comesBack ? firstAfter(heard, facts.closedAt) : facts.reopenedAt
  const closedAt = comesBack ? null : facts.closedAt
  const answers = answersOf(facts)
  const live = facts.promises.filter(isLive).map((promise) => promise.dueAt)
  const nextDueAt = facts.setAside ? null : earliest(live)
  const firstAnswerAt = earliest([...answers, ...heard.filter(({ kind }) => IN_PERSON.has(kind))].map(({ at }) => at))
  const over = facts.setAside || (closedAt !== null && nextDueAt === null)
  const asked = over ? null : awaiting(heard, answers, reopenedAt)
  // Nobody of flesh and blood asked and nobody answered: somebody has to look, since it was written down.
  const untouched = !over && heard.length === 0 && answers.length === 0 ? facts.openedAt : null
  const awaitingSince = asked ?? untouched
  return {
    state: facts.setAside
      ? 'set-aside'
      : over
        ? 'done'
        : nextDueAt === null && awaitingSince === null
          ? 'waiting'
          : 'open',
    awaitingSince,
    firstAnswerAt,
    nextDueAt,
    closedAt: nextDueAt === null ? closedAt : null,
    reopenedAt,
    cameBack: chaserTurns(facts).length,
  }
}

/** The turns in which the customer had to come back to us while we owed an answer. */
export function chaserTurns<T extends Turn>(facts: Omit<CaseHistory, 'turns'> & { readonly turns: readonly T[] }): T[] {
  const heard = facts.turns.filter(isCustomersTurn).sort((a, b) => a.recordedAt - b.recordedAt)
  const answers = answersOf(facts)
  return heard.filter(({ kind, text, automatic, recordedAt }, i) => {
    const answeredAt = Math.max(...answers.map((answer) => answer.recordedAt).filter((at) => at < recordedAt))
    const answerOwed = heard.some((earlier, j) => j < i && earlier.recordedAt > answeredAt)
    const live = facts.promises.filter(
      ({ madeAt, endedAt }) => madeAt < recordedAt && (endedAt ?? Infinity) > recordedAt,
    )
    return isChaser({ kind, text, automatic, answerOwed, livePromises: live.length })
  })
}

interface Moment {
  readonly at: Instant
  readonly recordedAt: Instant
}

/** Keeping a promise answers the customer, however it was done. */
function answersOf(facts: CaseHistory): Moment[] {
  const kept = facts.promises.filter(({ state }) => state === 'kept' || state === 'kept-late')
  return [
    ...facts.turns.filter(isAnswer),
    ...kept.flatMap(({ endedAt }) => (endedAt === null ? [] : [{ at: endedAt, recordedAt: endedAt }])),
  ]
}

/** When the first thing was said that nobody has answered. */
function awaiting(heard: readonly Moment[], answers: readonly Moment[], reopenedAt: Instant | null): Instant | null {
  const answeredAt = Math.max(...answers.map((answer) => answer.recordedAt))
  const floor = reopenedAt ?? -Infinity
  const open = heard.filter(({ recordedAt }) => recordedAt > answeredAt && recordedAt >= floor).map(({ at }) => at)
  if (reopenedAt !== null && reopenedAt > answeredAt) open.push(reopenedAt)
  return earliest(open)
}

function firstAfter(moments: readonly Moment[], after: Instant | null): Instant | null {
  return earliest(moments.map(({ recordedAt }) => recordedAt).filter((recordedAt) => recordedAt > (after ?? -Infinity)))
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.length === 0 ? null : Math.min(...instants)
}
