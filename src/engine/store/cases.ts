import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CaseId, CaseKind, CaseState, Channel, SetAsideReason } from '../../shared/domain/case.ts'
import { caseProgress, isCustomersTurn } from '../../shared/domain/case-progress.ts'
import type { CaseHistory, PromiseFact, Turn } from '../../shared/domain/case-progress.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { SubjectCandidate } from '../../shared/domain/threading.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

const SNIPPET_LENGTH = 160
/** As much of a contact as snippet and chaser rule need. */
const TEXT_READ = 400

export interface NewCase {
  readonly id: CaseId
  /** From nextCaseNumbers, in the same transaction. */
  readonly number: number
  readonly customerId: CustomerId
  readonly subject: string
  /** domain/subjects.ts subjectKey of it. */
  readonly subjectKey: string
  readonly kind: CaseKind
  readonly channel: Channel
  readonly ownerId: StaffId | null
  readonly mailboxId: string | null
  readonly openedAt: Instant
  readonly setAsideReason: SetAsideReason | null
}

export interface CaseRecord {
  readonly id: CaseId
  readonly number: number
  readonly customerId: CustomerId
  readonly subject: string
  readonly subjectKey: string
  readonly kind: CaseKind
  readonly channel: Channel
  readonly state: CaseState
  readonly ownerId: StaffId | null
  readonly mailboxId: string | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly lastContactAt: Instant
  readonly awaitingSince: Instant | null
  readonly setAsideReason: SetAsideReason | null
  readonly cameBack: number
}

/** The first of `count` numbers that are free. They are short, since they are said over the phone. */
export async function nextCaseNumbers(trx: Db, _count: number): Promise<number> {
  const { highest } = await trx
    .selectFrom('case')
    .select(sql<number | null>`max(number)`.as('highest'))
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** Inserts it with nothing on it; refreshCase makes it agree with its contacts once they are there. */
export async function insertCase(trx: Db, one: NewCase): Promise<void> {
  await trx
    .insertInto('case')
    .values({
      id: one.id,
      number: one.number,
      customer_id: one.customerId,
      subject: one.subject,
      subject_key: one.subjectKey,
      kind: one.kind,
      channel: one.channel,
      state: one.setAsideReason === null ? 'open' : 'set-aside',
      set_aside_reason: one.setAsideReason,
      owner_id: one.ownerId,
      mailbox_id: one.mailboxId,
      opened_at: one.openedAt,
      last_contact_at: one.openedAt,
      awaiting_since: one.openedAt,
      snippet: '',
    })
    .execute()
}

/** A case as one mail opens it: what refreshCase would find is known already. */
export interface ArrivedCase extends NewCase {
  readonly closedAt: Instant | null
  readonly snippet: string
}

export async function insertArrivedCases(trx: Db, cases: readonly ArrivedCase[]): Promise<void> {
  if (cases.length === 0) return
  const rows = cases.map((one) => {
    const state = one.setAsideReason !== null ? 'set-aside' : one.closedAt !== null ? 'done' : 'open'
    return {
      id: one.id,
      number: one.number,
      customer_id: one.customerId,
      subject: one.subject,
      subject_key: one.subjectKey,
      kind: one.kind,
      channel: one.channel,
      state,
      set_aside_reason: one.setAsideReason,
      owner_id: one.ownerId,
      mailbox_id: one.mailboxId,
      opened_at: one.openedAt,
      closed_at: one.closedAt,
      last_contact_at: one.openedAt,
      awaiting_since: state === 'open' ? one.openedAt : null,
      snippet: one.snippet,
    } as const
  })
  await trx.insertInto('case').values(rows).execute()
}

/** Live cases of these customers: what a mail with the same subject may go on with. */
export async function subjectCandidates(db: Db, customerIds: readonly CustomerId[]): Promise<SubjectCandidate[]> {
  if (customerIds.length === 0) return []
  return db
    .selectFrom('case')
    .select(['id as caseId', 'customer_id as customerId', 'subject_key as subjectKey', 'state'])
    .select('last_contact_at as lastContactAt')
    .where('customer_id', 'in', customerIds)
    .where('state', 'in', ['open', 'waiting'])
    .execute()
}

export async function caseById(db: Db, id: CaseId): Promise<CaseRecord | null> {
  const row = await db.selectFrom('case').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRecord(row)
}

export async function caseIdByNumber(db: Db, number: number): Promise<CaseId | null> {
  const row = await db.selectFrom('case').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id ?? null
}

/** Of one customer, newest first. */
export async function casesOfCustomer(db: Db, customerId: CustomerId, limit: number): Promise<CaseRecord[]> {
  const rows = await db
    .selectFrom('case')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRecord)
}

/** What staff decide about a case. What follows from its contacts and promises is refreshCase's alone. */
export interface CaseDecision {
  readonly kind?: CaseKind
  readonly ownerId?: StaffId | null
  readonly setAsideReason?: SetAsideReason | null
  /** Nothing is owed any more since then. */
  readonly closedAt?: Instant | null
  /** It is our turn since then, whatever the messages say. */
  readonly reopenedAt?: Instant | null
}

export async function decideCase(trx: Db, id: CaseId, decision: CaseDecision): Promise<void> {
  const { kind, ownerId, setAsideReason, closedAt, reopenedAt } = decision
  await trx
    .updateTable('case')
    .set({
      ...(kind !== undefined && { kind }),
      ...(ownerId !== undefined && { owner_id: ownerId }),
      ...(setAsideReason !== undefined && { set_aside_reason: setAsideReason }),
      ...(closedAt !== undefined && { closed_at: closedAt }),
      ...(reopenedAt !== undefined && { reopened_at: reopenedAt }),
    })
    .where('id', '=', id)
    .execute()
}

/** A case of which the whole history is known at once. */
export interface ToldCase extends NewCase {
  readonly closedAt: Instant | null
  readonly reopenedAt: Instant | null
  /** Oldest first. */
  readonly turns: readonly Turn[]
  readonly promises: readonly StoredPromise[]
}

export async function insertToldCases(trx: Db, cases: readonly ToldCase[]): Promise<void> {
  if (cases.length === 0) return
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
  await trx.insertInto('case').values(rows).execute()
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
function isUntold() {
  return sql<0 | 1>`promise.state IN ('open', 'broken') AND (promise.customer_knows = 'undelivered' OR
    (promise.customer_knows = 'not-yet' AND
      (outbox.state IN ('failed', 'uncertain', 'withdrawn') OR (outbox.state = 'waiting' AND outbox.attempts > 0))))`
}

/** What the customer said last, or else whatever was said last. */
function snippetOf(contacts: readonly Turn[]): string {
  const newest = contacts.filter(isCustomersTurn).at(-1) ?? contacts.at(-1)
  return (newest?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, SNIPPET_LENGTH)
}

function toRecord(row: Selectable<Tables['case']>): CaseRecord {
  const { id, number, subject, kind, channel, state } = row
  return {
    id,
    number,
    customerId: row.customer_id,
    subject,
    subjectKey: row.subject_key,
    kind,
    channel,
    state,
    ownerId: row.owner_id,
    mailboxId: row.mailbox_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    lastContactAt: row.last_contact_at,
    awaitingSince: row.awaiting_since,
    setAsideReason: row.set_aside_reason,
    cameBack: row.came_back,
  }
}
