import type { CaseView, ContactView, PromiseView } from '../../shared/contract/cases.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import { chaserTurns } from '../../shared/domain/case-progress.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { replySubject } from '../../shared/domain/subjects.ts'
import { caseById, casesOfCustomer } from '../store/cases.ts'
import type { CaseRecord } from '../store/cases.ts'
import { attachmentsOf, contactsOfCase } from '../store/contacts.ts'
import type { Contact } from '../store/contacts.ts'
import { customerById } from '../store/customers.ts'
import type { Db } from '../store/database.ts'
import { listMailboxes } from '../store/mailboxes.ts'
import { outboxOfContacts } from '../store/outbox.ts'
import { promisesOfCase } from '../store/promises.ts'

const EARLIER_CASES = 20

/** A case as its screen shows it, with the customer beside it; null when there is no such case. */
export async function viewCase(db: Db, caseId: CaseId): Promise<CaseView | null> {
  const one = await caseById(db, caseId)
  if (one === null) return null
  const { id, number, subject, kind, state, channel, ownerId, openedAt, setAsideReason, cameBack } = one
  const customer = (await customerById(db, one.customerId))!
  const contacts = await contactsOfCase(db, caseId)
  const views = await viewContacts(db, contacts)
  const promises = await promisesOfCase(db, caseId)
  const earlier = await casesOfCustomer(db, one.customerId, EARLIER_CASES + 1)
  return {
    id,
    number,
    subject,
    kind,
    state,
    channel,
    ownerId,
    openedAt,
    setAsideReason,
    cameBack,
    mergedInto: await whereTo(db, one),
    lastChaser: cameBack === 0 ? null : lastChaser(one, contacts, views, promises),
    customer,
    contacts: views,
    promises: sortPromises(promises),
    earlier: earlier
      .filter((other) => other.id !== id)
      .slice(0, EARLIER_CASES)
      .map(({ id, number, subject, openedAt, state }) => ({ caseId: id, number, subject, openedAt, state })),
    reply: {
      to: replyAddresses(contacts, customer.emails),
      subject: replySubject(subject),
      mailboxId: await replyMailbox(db, one),
    },
  }
}

async function whereTo(db: Db, { setAsideReason, mergedInto }: CaseRecord): Promise<CaseView['mergedInto']> {
  const other = setAsideReason !== 'merged' || mergedInto === null ? null : await caseById(db, mergedInto)
  return other === null ? null : { caseId: other.id, number: other.number }
}

/** The last time that the customer had to come back, by the rule that counts them. */
function lastChaser(
  { openedAt, closedAt, setAsideReason }: CaseRecord,
  contacts: readonly Contact[],
  views: readonly ContactView[],
  promises: readonly PromiseView[],
): CaseView['lastChaser'] {
  const turns = contacts.map((contact, i) => {
    const state = views[i]?.outbox?.state
    return { ...contact, undone: state === 'withdrawn' || state === 'failed' }
  })
  const history = { openedAt, closedAt, reopenedAt: null, setAside: setAsideReason !== null, turns, promises }
  const last = chaserTurns(history).at(-1)
  return last === undefined ? null : { kind: last.kind, at: last.at }
}

async function viewContacts(db: Db, contacts: readonly Contact[]): Promise<ContactView[]> {
  const ids = contacts.map((contact) => contact.id)
  const attachments = await attachmentsOf(db, ids)
  const outbox = await outboxOfContacts(db, ids)
  return contacts.map((contact) => {
    const { id, kind, at, staffId, to, subject, text, quoted, hasHtml, unreadable, mood, outcome, automatic } = contact
    return {
      id,
      kind,
      at,
      staffId,
      from: contact.fromAddress,
      to,
      subject,
      text,
      quoted,
      hasHtml,
      unreadable,
      mood,
      outcome,
      automatic,
      attachments: attachments
        .filter((one) => one.contactId === id)
        .map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
      outbox: outbox.get(id) ?? null,
    }
  })
}

/** Live ones first, earliest due first; then those that ended, newest first. */
export function sortPromises(promises: readonly PromiseView[]): PromiseView[] {
  const live = promises.filter(isLive).sort((a, b) => a.dueAt - b.dueAt)
  const ended = promises.filter((promise) => !isLive(promise)).sort((a, b) => b.endedAt! - a.endedAt!)
  return [...live, ...ended]
}

/** Whoever wrote last on this case, or else the customer's first address. */
function replyAddresses(contacts: readonly Contact[], emails: readonly string[]): string[] {
  const newest = contacts.findLast(({ kind, automatic }) => kind === 'mail-in' && !automatic)
  const address = newest?.fromAddress ?? emails[0]
  return address === undefined ? [] : [address]
}

/** The mailbox in which the question came, as long as it is in use, or else the first that is. */
async function replyMailbox(db: Db, { mailboxId }: CaseRecord): Promise<string | null> {
  const active = (await listMailboxes(db)).filter((mailbox) => mailbox.active)
  return (active.find(({ id }) => id === mailboxId) ?? active[0])?.id ?? null
}
