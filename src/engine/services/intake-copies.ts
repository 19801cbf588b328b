import type { ContactId } from '../../shared/domain/contact.ts'
import type { MailAdapters } from '../mail/types.ts'
import { contactById } from '../store/contacts.ts'
import type { Db } from '../store/database.ts'
import { outboxRaw } from '../store/outbox.ts'
import { readRawMail } from '../store/raw-mail.ts'
import type { ArrivedMail, KnownContact } from './intake-plan.ts'

/** Copies of mails that we have, by UID: of a contact, or of a mail earlier in the same batch. */
export interface Copies {
  readonly ofContacts: ReadonlyMap<number, ContactId>
  readonly ofMails: ReadonlyMap<number, number>
}

/**
 * Mails that we have already, but for the lines that servers add on the way: one message in two of our mailboxes, or our own
 * in a Sent folder. The Message-ID alone is no proof, for some programs use one twice and anybody can copy ours.
 */
export async function findCopies(
  db: Db,
  mail: Pick<MailAdapters, 'read'>,
  mails: readonly ArrivedMail[],
  rawIds: ReadonlyMap<string, string>,
  contacts: ReadonlyMap<string, readonly KnownContact[]>,
): Promise<Copies> {
  const ofContacts = new Map<number, ContactId>()
  const ofMails = new Map<number, number>()
  const earlier = new Map<string, ArrivedMail[]>()
  for (const arrived of mails) {
    const { uid, raw, fingerprint, judgement } = arrived
    const { messageId } = judgement.headers
    if (messageId === null || rawIds.has(raw.sha256)) continue
    const twin = earlier.get(messageId)?.find((other) => other.fingerprint === fingerprint)
    earlier.set(messageId, [...(earlier.get(messageId) ?? []), arrived])
    if (twin !== undefined) ofMails.set(uid, twin.uid)
    for (const { contactId } of contacts.get(messageId) ?? []) {
      const kept = await rawOfContact(db, contactId)
      const [read] = kept === null ? [] : await mail.read([{ raw: kept, keywords: [] }], [])
      if (read?.fingerprint === fingerprint) ofContacts.set(uid, contactId)
    }
  }
  return { ofContacts, ofMails }
}

/** A mail in or out as it went over the wire; null for a contact that was no mail. */
export async function rawOfContact(db: Db, contactId: ContactId): Promise<Uint8Array | null> {
  const contact = await contactById(db, contactId)
  if (contact === null) return null
  return contact.rawId === null ? outboxRaw(db, contactId) : readRawMail(db, contact.rawId)
}
