import { sql } from 'kysely'
import type { CaseId, CaseState } from '../../shared/domain/case.ts'
import { caseProgress, isCustomersTurn } from '../../shared/domain/case-progress.ts'
import type { CaseHistory, PromiseFact, Turn } from '../../shared/domain/case-progress.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { NewCase } from './cases.ts'
import type { Db } from './database.ts'

// Where a case stands follows from its contacts, promises and outbox. It is kept in columns of the case, so that the queue
// is a range scan; here is the only place that writes them.

const SNIPPET_LENGTH = 160
/** As much of a contact as snippet and chaser rule need. */
const TEXT_READ = 400

/** A case of which the whole history is known at once. */
export interface ToldCase extends NewCase {
  readonly closedAt: Instant | null
  readonly reopenedAt: Instant | null
  /** Oldest first. */
  readonly turns: readonly Turn[]
  readonly promises: readonly StoredPromise[]
}

export async function insertToldCases(trx: Db, cases: readonly ToldCase[]): Promise<void> {
  const rows = cases.map((one) => ({
    id: one.id,
    number: one.number,
    customer_id: one.customerId,
    subject: one.subject,
    subject_key: one.subjectKey,
    kind: one.kind,
    channel: one.channel,
    set_aside_reason: one.setAsideReason,
    owner_id: one.ownerId,
    mailbox_id: one.mailboxId,
    opened_at: one.openedAt,
    ...derivedColumns({ ...one, setAside: one.setAsideReason !== null }, one.turns, one.promises),
  }))
  await insertRows(trx, 'case', rows)
}

/**
 * Makes the derived columns of a case agree with its contacts, promises and outbox: state, whose turn it is, first answer,
 * next due moment, warning, snippet. Called at the end of every transaction that touched any of them.
 */
export async function refreshCase(trx: Db, id: CaseId): Promise<CaseState> {
  const row = await trx
    .selectFrom('case')
    .select(['opened_at', 'closed_at', 'reopened_at', 'set_aside_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const turns = await readTurns(trx, id)
  const promises = await trx
    .selectFrom('promise')
    .leftJoin('outbox', 'outbox.contact_id', 'promise.contact_id')
    .select(['promise.state', 'promise.due_at as dueAt', 'promise.ended_at as endedAt', 'promise.made_at as madeAt'])
    .select(isUntold().as('untold'))
    .where('promise.case_id', '=', id)
    .execute()
  const columns = derivedColumns(
    {
      openedAt: row.opened_at,
      setAside: row.set_aside_reason !== null,
      closedAt: row.closed_at,
      reopenedAt: row.reopened_at,
    },
    turns,
    promises,
  )
  await trx.updateTable('case').set(columns).where('id', '=', id).execute()
  return columns.state
}

interface StoredPromise extends PromiseFact {
  /** Live, but the customer can't know of it. */
  readonly untold: 0 | 1
}

function derivedColumns(
  facts: Omit<CaseHistory, 'turns' | 'promises'>,
  turns: readonly Turn[],
  promises: readonly StoredPromise[],
) {
  const progress = caseProgress({ ...facts, turns, promises })
  return {
    state: progress.state,
    awaiting_since: progress.awaitingSince,
    first_answer_at: progress.firstAnswerAt,
    next_due_at: progress.nextDueAt,
    closed_at: progress.closedAt,
    reopened_at: progress.reopenedAt,
    came_back: progress.cameBack,
    customer_unaware: promises.some(({ untold }) => untold === 1) ? 1 : 0,
    last_contact_at: Math.max(facts.openedAt, ...turns.map((turn) => turn.at)),
    snippet: snippetOf(turns),
  } as const
}

/** Oldest first. */
async function readTurns(trx: Db, caseId: CaseId): Promise<Turn[]> {
  const rows = await trx
    .selectFrom('contact')
    .leftJoin('outbox', 'outbox.contact_id', 'contact.id')
    .select(['contact.kind', 'contact.at', 'contact.recorded_at', 'contact.automatic', 'contact.outcome'])
    .select(['outbox.state', sql<string>`substr(contact.text, 1, ${TEXT_READ})`.as('text')])
    .where('contact.case_id', '=', caseId)
    .orderBy('contact.at')
    .orderBy('contact.id')
    .execute()
  return rows.map(({ kind, at, recorded_at, automatic, outcome, state, text }) => ({
    kind,
    at,
    recordedAt: recorded_at,
    automatic: automatic === 1,
    outcome,
    undone: state === 'withdrawn' || state === 'failed',
    text,
  }))
}

/** A live promise of which the customer can't know: its mail bounced, failed, is uncertain, or keeps failing to leave. */
export function isUntold() {
  return sql<0 | 1>`promise.state IN ('open', 'broken') AND (promise.customer_knows = 'undelivered' OR
    (promise.customer_knows = 'not-yet' AND
      (outbox.state IN ('failed', 'uncertain', 'withdrawn') OR (outbox.state = 'waiting' AND outbox.attempts > 0))))`
}

/** What the customer said last, or else whatever was said last. */
function snippetOf(contacts: readonly Turn[]): string {
  const newest = contacts.findLast(isCustomersTurn) ?? contacts.at(-1)
  return (newest?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, SNIPPET_LENGTH)
}
