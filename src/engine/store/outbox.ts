import type { Selectable } from 'kysely'
import type { Failure } from '../../shared/contract/failure.ts'
import type { OutboxRow } from '../../shared/contract/mail.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { ContactId, OutboxState } from '../../shared/domain/contact.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

export interface NewOutboxRow {
  readonly id: string
  readonly contactId: ContactId
  readonly caseId: CaseId
  readonly mailboxId: string
  /** Without angle brackets. */
  readonly messageId: string
  readonly envelopeFrom: string
  readonly recipients: readonly string[]
  /** Final: it never changes from here on. */
  readonly raw: Uint8Array
  /** The end of the undo window. */
  readonly sendAt: Instant
  readonly createdAt: Instant
  /** The mail it answers, for \Answered. */
  readonly answersMailId: string | null
}

/** A mail that we owe the wire, without its bytes. */
export interface OutboxMail {
  readonly id: string
  readonly contactId: ContactId
  readonly caseId: CaseId
  readonly mailboxId: string
  readonly messageId: string
  readonly envelopeFrom: string
  readonly recipients: readonly string[]
  readonly state: OutboxState
  readonly attempts: number
  readonly answersMailId: string | null
  readonly sentAt: Instant | null
}

/** States in which a mail may still be handed over. */
export const UNSENT = ['undo', 'waiting'] as const satisfies readonly OutboxState[]

export async function insertOutbox(trx: Db, row: NewOutboxRow): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: row.id,
      contact_id: row.contactId,
      case_id: row.caseId,
      mailbox_id: row.mailboxId,
      message_id: row.messageId,
      envelope_from: row.envelopeFrom,
      recipients_json: JSON.stringify(row.recipients),
      raw: row.raw,
      state: 'undo',
      next_try_at: row.sendAt,
      attempts: 0,
      failure_json: null,
      created_at: row.createdAt,
      sent_at: null,
      // Both become due when the mail has gone out.
      copy_state: 'none',
      answered_state: 'none',
      answers_mail_id: row.answersMailId,
    })
    .execute()
}

// --- What the screens ask -----------------------------------------------------------------------------------------------

export interface OutboxOfContact {
  readonly id: string
  readonly state: OutboxState
  readonly sendAt: Instant
  readonly failure: Failure | null
}

/** Where the mails out among these contacts are. */
export async function outboxOfContacts(
  db: Db,
  contactIds: readonly ContactId[],
): Promise<Map<ContactId, OutboxOfContact>> {
  if (contactIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'contact_id', 'state', 'next_try_at', 'failure_json'])
    .where('contact_id', 'in', contactIds)
    .execute()
  return new Map(
    rows.map(({ id, contact_id, state, next_try_at, failure_json }) => [
      contact_id,
      { id, state, sendAt: next_try_at, failure: toFailure(failure_json) },
    ]),
  )
}

export async function outboxOfContact(db: Db, contactId: ContactId): Promise<OutboxOfContact | null> {
  return (await outboxOfContacts(db, [contactId])).get(contactId) ?? null
}

export async function outboxCounts(db: Db): Promise<{ waiting: number; uncertain: number; failed: number }> {
  const rows = await db
    .selectFrom('outbox')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('state', 'in', ['undo', 'waiting', 'sending', 'uncertain', 'failed'])
    .groupBy('state')
    .execute()
  const count = (...states: OutboxState[]): number =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0)
  return { waiting: count('undo', 'waiting', 'sending'), uncertain: count('uncertain'), failed: count('failed') }
}

/** Everything that is not done with, and the newest that is; newest first. */
export async function listOutbox(db: Db, limit: number): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('case', 'case.id', 'outbox.case_id')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .innerJoin('contact', 'contact.id', 'outbox.contact_id')
    .select([
      'outbox.id',
      'outbox.contact_id',
      'outbox.case_id',
      'outbox.recipients_json',
      'outbox.state',
      'outbox.created_at',
    ])
    .select(['outbox.next_try_at', 'outbox.attempts', 'outbox.failure_json', 'outbox.refused_json'])
    .select(['customer.name as customer_name', 'contact.subject'])
    .orderBy((eb) => eb.case().when('outbox.state', 'in', ['sent', 'withdrawn']).then(1).else(0).end())
    .orderBy('outbox.created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    outboxId: row.id,
    contactId: row.contact_id,
    caseId: row.case_id,
    customerName: row.customer_name,
    subject: row.subject ?? '',
    to: JSON.parse(row.recipients_json) as string[],
    state: row.state,
    createdAt: row.created_at,
    nextTryAt: row.state === 'undo' || row.state === 'waiting' ? row.next_try_at : null,
    attempts: row.attempts,
    failure: toFailure(row.failure_json),
    refused: JSON.parse(row.refused_json) as OutboxRow['refused'],
  }))
}

// --- What sending asks and does -----------------------------------------------------------------------------------------

export async function outboxMail(db: Db, id: string): Promise<OutboxMail | null> {
  const row = await mails(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toMail(row)
}

/** What we sent under this Message-ID. */
export async function outboxMailByMessageId(db: Db, messageId: string): Promise<OutboxMail | null> {
  const row = await mails(db).where('message_id', '=', messageId).executeTakeFirst()
  return row === undefined ? null : toMail(row)
}

export async function outboxMailsIn(db: Db, state: 'sending' | 'uncertain'): Promise<OutboxMail[]> {
  const rows = await mails(db).where('state', '=', state).orderBy('created_at').execute()
  return rows.map(toMail)
}

/** Mails whose moment has come, oldest first. */
export async function dueOutboxMails(db: Db, now: Instant): Promise<OutboxMail[]> {
  const rows = await mails(db)
    .where('state', 'in', ['undo', 'waiting'])
    .where('next_try_at', '<=', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toMail)
}

/** When the next mail is due; null when none is waiting. */
export async function nextOutboxMoment(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('outbox')
    .select('next_try_at')
    .where('state', 'in', ['undo', 'waiting'])
    .orderBy('next_try_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_try_at ?? null
}

export async function outboxRaw(db: Db, contactId: ContactId): Promise<Uint8Array | null> {
  const row = await db.selectFrom('outbox').select('raw').where('contact_id', '=', contactId).executeTakeFirst()
  return row?.raw ?? null
}

export interface OutboxChange {
  readonly state: OutboxState
  readonly nextTryAt?: Instant
  readonly attempts?: number
  readonly failure?: Failure | null
  readonly refused?: OutboxRow['refused']
  readonly sentAt?: Instant
  readonly copyDue?: boolean
  readonly answeredDue?: boolean
}

/** Moves a mail on, if it still is in one of the states `from`; false when something else was faster. */
export async function moveOutboxMail(
  trx: Db,
  id: string,
  from: readonly OutboxState[],
  change: OutboxChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({
      state: change.state,
      ...(change.nextTryAt !== undefined && { next_try_at: change.nextTryAt }),
      ...(change.attempts !== undefined && { attempts: change.attempts }),
      ...(change.failure !== undefined && {
        failure_json: change.failure === null ? null : JSON.stringify(change.failure),
      }),
      ...(change.refused !== undefined && { refused_json: JSON.stringify(change.refused) }),
      ...(change.sentAt !== undefined && { sent_at: change.sentAt }),
      ...(change.copyDue === true && { copy_state: 'due' as const }),
      ...(change.answeredDue === true && { answered_state: 'due' as const }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The line may be back: whatever waits for another try is due now. The undo window stays. */
export async function retryOutboxNow(db: Db, now: Instant): Promise<void> {
  await db.updateTable('outbox').set({ next_try_at: now }).where('state', '=', 'waiting').execute()
}

/** Takes back a mail; false when the server has it, or is getting it now. A person may also give up an uncertain or failed one. */
export async function withdrawOutbox(trx: Db, contactId: ContactId): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ state: 'withdrawn' })
    .where('contact_id', '=', contactId)
    .where('state', 'in', ['undo', 'waiting', 'uncertain', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

// --- After it was sent --------------------------------------------------------------------------------------------------

export interface Aftercare extends OutboxMail {
  readonly copyDue: boolean
  readonly answeredDue: boolean
}

/** Mails that went out and of which the copy in Sent or the \Answered flag is still to be made, oldest first. */
export async function dueAftercare(db: Db): Promise<Aftercare[]> {
  const rows = await mails(db)
    .select(['copy_state', 'answered_state'])
    .where((eb) => eb.or([eb('copy_state', '=', 'due'), eb('answered_state', '=', 'due')]))
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    ...toMail(row),
    copyDue: row.copy_state === 'due',
    answeredDue: row.answered_state === 'due',
  }))
}

export async function finishAftercare(db: Db, id: string, part: 'copy_state' | 'answered_state'): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ [part]: 'done' })
    .where('id', '=', id)
    .execute()
}

function mails(db: Db) {
  return db
    .selectFrom('outbox')
    .select(['id', 'contact_id', 'case_id', 'mailbox_id', 'message_id', 'envelope_from', 'recipients_json', 'state'])
    .select(['attempts', 'answers_mail_id', 'sent_at'])
}

type MailColumns = Pick<
  Selectable<Tables['outbox']>,
  | 'id'
  | 'contact_id'
  | 'case_id'
  | 'mailbox_id'
  | 'message_id'
  | 'envelope_from'
  | 'recipients_json'
  | 'state'
  | 'attempts'
  | 'answers_mail_id'
  | 'sent_at'
>

function toMail(row: MailColumns): OutboxMail {
  return {
    id: row.id,
    contactId: row.contact_id,
    caseId: row.case_id,
    mailboxId: row.mailbox_id,
    messageId: row.message_id,
    envelopeFrom: row.envelope_from,
    recipients: JSON.parse(row.recipients_json) as string[],
    state: row.state,
    attempts: row.attempts,
    answersMailId: row.answers_mail_id,
    sentAt: row.sent_at,
  }
}

function toFailure(json: string | null): Failure | null {
  return json === null ? null : (JSON.parse(json) as Failure)
}

// --- After a backup was put back ----------------------------------------------------------------------------------------

/** Whatever had not gone out may have gone out since: it is looked for in Sent, or a person decides. Never sent by itself. */
export async function holdBackOutbox(trx: Db): Promise<void> {
  const failure: Failure = { code: 'from-backup' }
  await trx
    .updateTable('outbox')
    .set({ state: 'uncertain', failure_json: JSON.stringify(failure) })
    .where('state', 'in', ['undo', 'waiting', 'sending'])
    .execute()
}
