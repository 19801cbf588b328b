import type { Selectable } from 'kysely'
import type { CaseId, CaseState } from '../../shared/domain/case.ts'
import type { CallOutcome, ContactId, ContactKind, Mood } from '../../shared/domain/contact.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'
import { indexRows } from './search.ts'

/** One moment of contact as it is kept. */
export interface Contact {
  readonly id: ContactId
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly kind: ContactKind
  /** When it happened. */
  readonly at: Instant
  /** When we wrote it down. */
  readonly recordedAt: Instant
  readonly staffId: StaffId | null
  readonly fromAddress: string | null
  readonly to: readonly string[]
  readonly subject: string | null
  readonly text: string
  readonly quoted: string
  readonly hasHtml: boolean
  readonly unreadable: boolean
  /** Sent or received by a program. */
  readonly automatic: boolean
  readonly mood: Mood | null
  readonly outcome: CallOutcome | null
  readonly rawId: string | null
  /** Without angle brackets. */
  readonly messageId: string | null
  /** In-Reply-To and References, oldest first, without angle brackets. */
  readonly references: readonly string[]
  /** The template that the reply began with. */
  readonly templateId?: string | null
}

/** Inserts it and makes it findable. refreshCase afterwards makes its case agree with it. */
export async function insertContact(trx: Db, contact: Contact): Promise<void> {
  await insertContacts(trx, [contact])
}

export async function insertContacts(trx: Db, contacts: readonly Contact[]): Promise<void> {
  await insertRows(trx, 'contact', contacts.map(toRow))
  await indexRows(
    trx,
    contacts.map(({ subject, text, caseId, customerId }) => ({
      text: [subject ?? '', text].filter((part) => part !== '').join('\n'),
      caseId,
      customerId,
    })),
  )
}

function toRow(contact: Contact) {
  const { id, kind, at, subject, text, quoted, mood, outcome } = contact
  return {
    id,
    case_id: contact.caseId,
    customer_id: contact.customerId,
    kind,
    at,
    recorded_at: contact.recordedAt,
    staff_id: contact.staffId,
    from_address: contact.fromAddress,
    to_json: JSON.stringify(contact.to),
    subject,
    text,
    quoted,
    has_html: contact.hasHtml ? 1 : 0,
    unreadable: contact.unreadable ? 1 : 0,
    automatic: contact.automatic ? 1 : 0,
    mood,
    outcome,
    raw_id: contact.rawId,
    message_id: contact.messageId,
    references_json: JSON.stringify(contact.references),
    template_id: contact.templateId ?? null,
  } as const
}

/** What a mail carries; the bytes are read from the raw mail when asked for. */
export interface NewAttachment {
  readonly id: string
  readonly contactId: ContactId
  /** Among the mail's attachments, from 0: its bytes are read from the raw mail by it. */
  readonly position: number
  /** A plain base name. */
  readonly name: string
  readonly mediaType: string
  /** Bytes after decoding. */
  readonly size: number
}

export async function insertAttachments(trx: Db, attachments: readonly NewAttachment[]): Promise<void> {
  const rows = attachments.map(({ id, contactId, position, name, mediaType, size }) => ({
    ...{ id, contact_id: contactId, position, name, media_type: mediaType, size },
  }))
  await insertRows(trx, 'attachment', rows)
}

/** Where the bytes of an attachment are. */
export async function attachmentById(
  db: Db,
  id: string,
): Promise<{ contactId: ContactId; position: number; name: string } | null> {
  const row = await db
    .selectFrom('attachment')
    .select(['contact_id as contactId', 'position', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function contactById(db: Db, id: ContactId): Promise<Contact | null> {
  const row = await db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toContact(row)
}

/** Oldest first. */
export async function contactsOfCase(db: Db, caseId: CaseId): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contact')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toContact)
}

/** The mail of the customer that an answer answers: the newest mail in that no program sent, or else the newest at all. */
export async function mailToAnswer(db: Db, caseId: CaseId): Promise<Contact | null> {
  const row = await db
    .selectFrom('contact')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', '=', 'mail-in')
    .orderBy('automatic')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toContact(row)
}

/** Attachments of these contacts, in the order of their mails. */
export async function attachmentsOf(
  db: Db,
  contactIds: readonly ContactId[],
): Promise<{ contactId: ContactId; id: string; name: string; mediaType: string; size: number }[]> {
  if (contactIds.length === 0) return []
  return db
    .selectFrom('attachment')
    .select(['contact_id as contactId', 'id', 'name', 'media_type as mediaType', 'size'])
    .where('contact_id', 'in', contactIds)
    .orderBy('contact_id')
    .orderBy('position')
    .execute()
}

/** Mails that we have, by Message-ID: the parents of a mail that comes in. */
export async function findContactsByMessageIds(
  db: Db,
  messageIds: readonly string[],
): Promise<
  {
    contactId: ContactId
    messageId: string
    caseId: CaseId
    customerId: CustomerId
    ours: boolean
    caseState: CaseState
  }[]
> {
  if (messageIds.length === 0) return []
  const rows = await db
    .selectFrom('contact')
    .innerJoin('case', 'case.id', 'contact.case_id')
    .select([
      'contact.id',
      'contact.message_id',
      'contact.case_id',
      'contact.customer_id',
      'contact.kind',
      'case.state',
    ])
    .where('contact.message_id', 'in', messageIds)
    .execute()
  return rows.map((row) => ({
    contactId: row.id,
    messageId: row.message_id!,
    caseId: row.case_id,
    customerId: row.customer_id,
    ours: row.kind === 'mail-out',
    caseState: row.state,
  }))
}

function toContact(row: Selectable<Tables['contact']>): Contact {
  const { id, kind, at, subject, text, quoted, mood, outcome } = row
  return {
    id,
    caseId: row.case_id,
    customerId: row.customer_id,
    kind,
    at,
    recordedAt: row.recorded_at,
    staffId: row.staff_id,
    fromAddress: row.from_address,
    to: JSON.parse(row.to_json) as string[],
    subject,
    text,
    quoted,
    hasHtml: row.has_html === 1,
    unreadable: row.unreadable === 1,
    automatic: row.automatic === 1,
    mood,
    outcome,
    rawId: row.raw_id,
    messageId: row.message_id,
    references: JSON.parse(row.references_json) as string[],
  }
}
