import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CaseId, CaseKind, CaseState, Channel, SetAsideReason } from '../../shared/domain/case.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { SubjectCandidate } from '../../shared/domain/threading.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

export interface NewCase {
  readonly id: CaseId
  /** From nextCaseNumber, in the same transaction. */
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
  readonly reopenedAt: Instant | null
  readonly lastContactAt: Instant
  readonly awaitingSince: Instant | null
  readonly setAsideReason: SetAsideReason | null
  readonly cameBack: number
  /** Where everything on it went; for one set aside as merged. */
  readonly mergedInto: CaseId | null
}

/** The first number that is free, and all after it. They are short, since they are said over the phone. */
export async function nextCaseNumber(trx: Db): Promise<number> {
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
  await insertRows(trx, 'case', rows)
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
    reopenedAt: row.reopened_at,
    lastContactAt: row.last_contact_at,
    awaitingSince: row.awaiting_since,
    setAsideReason: row.set_aside_reason,
    cameBack: row.came_back,
    mergedInto: row.merged_into,
  }
}
