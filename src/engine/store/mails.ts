import type { ContactId } from '../../shared/domain/contact.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'

/** Where a mail is on its server. */
export interface MailPlace {
  readonly mailboxId: string
  readonly path: string
  readonly uidValidity: string
  readonly uid: number
}

export interface NewMail extends MailPlace {
  readonly id: string
  /** Without angle brackets. */
  readonly messageId: string | null
  readonly rawId: string
  readonly contactId: ContactId
  readonly receivedAt: Instant
}

export async function insertMails(trx: Db, mails: readonly NewMail[]): Promise<void> {
  const rows = mails.map((mail) => ({
    id: mail.id,
    mailbox_id: mail.mailboxId,
    folder_path: mail.path,
    uid_validity: mail.uidValidity,
    uid: mail.uid,
    message_id: mail.messageId,
    raw_id: mail.rawId,
    contact_id: mail.contactId,
    received_at: mail.receivedAt,
  }))
  await insertRows(trx, 'mail', rows)
}

/** Which of these UIDs of a folder are here already, or were here and have been erased. */
export async function knownUids(
  db: Db,
  { mailboxId, path, uidValidity }: Omit<MailPlace, 'uid'>,
  uids: readonly number[],
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('mail')
    .select('uid')
    .where('mailbox_id', '=', mailboxId)
    .where('folder_path', '=', path)
    .where('uid_validity', '=', uidValidity)
    .where('uid', 'in', uids)
    .execute()
  const erased = await db
    .selectFrom('erased_mail')
    .select('uid')
    .where('mailbox_id', '=', mailboxId)
    .where('folder_path', '=', path)
    .where('uid_validity', '=', uidValidity)
    .where('uid', 'in', uids)
    .execute()
  return new Set([...rows, ...erased].map((row) => row.uid))
}

/** What the mails with these bytes became, by raw id. */
export async function contactsOfRawMails(db: Db, rawIds: readonly string[]): Promise<Map<string, ContactId>> {
  if (rawIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('mail')
    .select(['raw_id', 'contact_id'])
    .where('raw_id', 'in', rawIds)
    .where('contact_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.raw_id, row.contact_id!]))
}

/** The mail that a contact came in as, for \Answered; null when it was no mail. */
export async function mailOfContact(
  db: Db,
  contactId: ContactId,
): Promise<{ mailId: string; messageId: string | null } | null> {
  const row = await db
    .selectFrom('mail')
    .select(['id', 'message_id'])
    .where('contact_id', '=', contactId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { mailId: row.id, messageId: row.message_id }
}

export async function mailPlace(db: Db, mailId: string): Promise<MailPlace | null> {
  const row = await db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirst()
  if (row === undefined) return null
  return { mailboxId: row.mailbox_id, path: row.folder_path, uidValidity: row.uid_validity, uid: row.uid }
}
