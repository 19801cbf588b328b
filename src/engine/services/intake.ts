import type { Topic } from '../../shared/contract/events.ts'
import { judgeMail, NO_FACTS } from '../../shared/domain/mail-judgement.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import type { MailAdapters, ReadMail } from '../mail/types.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase, insertArrivedCases, nextCaseNumber, subjectCandidates } from '../store/cases.ts'
import { findContactsByMessageIds, insertAttachments, insertContacts } from '../store/contacts.ts'
import { findCustomersByEmail, insertCustomers } from '../store/customers.ts'
import { storageFailure } from '../store/database.ts'
import type { Db } from '../store/database.ts'
import { erasedHashes } from '../store/erasure.ts'
import { insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { saveFolderCursor } from '../store/folders.ts'
import type { FolderCursor } from '../store/folders.ts'
import { contactsOfRawMails, insertMails, knownUids } from '../store/mails.ts'
import { findRawMails, insertRawMails } from '../store/raw-mail.ts'
import { readBusiness } from './business.ts'
import { findCopies } from './intake-copies.ts'
import { recordBounce } from './intake-bounces.ts'
import { planIntake } from './intake-plan.ts'
import type { ArrivedMail, IntakePlan, Joining, Known, KnownContact } from './intake-plan.ts'

/** A batch of mails of one folder, ascending, with where its cursor stands after it. */
export interface Arrival {
  readonly mailboxId: string
  readonly path: string
  readonly firstSync: boolean
  readonly cursor: FolderCursor
  readonly mails: readonly ArrivedMail[]
}

/**
 * Stores a batch in one transaction: the mails as they came, what they became, and the cursor that passes them. Storing the
 * same mails again changes nothing.
 */
export async function storeArrival(
  context: Context,
  mail: Pick<MailAdapters, 'read'>,
  arrival: Arrival,
): Promise<void> {
  const { db, sqlite } = context
  const stored = await db.connection().execute(async (connection) => {
    // Nothing is lost with a power cut: the cursor is in the same transaction, so the mails are fetched again.
    sqlite.pragma('synchronous = NORMAL')
    try {
      return await connection.transaction().execute((trx) => store(trx, context, mail, arrival))
    } finally {
      sqlite.pragma('synchronous = FULL')
    }
  })
  if (stored > 0) context.changed(['cases', 'customers', 'promises', 'status'] satisfies Topic[])
}

/**
 * After a batch that could not be stored because of one mail: the others as always, that one as an unreadable mail, so that
 * it is there for a person and the next mail goes on.
 */
export async function storeOneByOne(
  context: Context,
  mail: Pick<MailAdapters, 'read'>,
  arrival: Arrival,
): Promise<void> {
  for (const one of arrival.mails) {
    const cursor = { ...arrival.cursor, lastUid: one.uid }
    const alone = { ...arrival, cursor, mails: [one] }
    try {
      await storeArrival(context, mail, alone)
    } catch (error) {
      if (storageFailure(error, '') !== null) throw error
      context.log.error('a mail is kept unread', error)
      await storeArrival(context, mail, { ...alone, mails: [{ ...one, ...UNREAD }] })
    }
  }
}

const UNREAD: Omit<ReadMail, 'raw'> = {
  fingerprint: '',
  attachments: [],
  judgement: judgeMail(NO_FACTS, true, new Set()),
}

async function store(trx: Db, context: Context, mail: Pick<MailAdapters, 'read'>, arrival: Arrival): Promise<number> {
  const { mailboxId, path, cursor, firstSync } = arrival
  const place = { mailboxId, path, uidValidity: cursor.uidValidity }
  const before = await knownUids(
    trx,
    place,
    arrival.mails.map(({ uid }) => uid),
  )
  const erased = await erasedHashes(
    trx,
    arrival.mails.map(({ raw }) => raw.sha256),
  )
  const mails = arrival.mails.filter(({ uid, raw }) => !before.has(uid) && !erased.has(raw.sha256))
  if (mails.length > 0) {
    const { country, replyLanguage } = await readBusiness(trx)
    const now = context.clock.now()
    const known = await gather(trx, mail, mails)
    const firstNumber = await nextCaseNumber(trx)
    const plan = planIntake(
      { ...place, firstSync, mails, now, country, words: WORDS[replyLanguage], firstNumber },
      known,
    )
    await write(trx, plan, now)
    for (const joining of plan.joined) await join(trx, joining, now)
  }
  await saveFolderCursor(trx, mailboxId, path, cursor)
  return mails.length
}

const WORDS = {
  nl: { unknownSender: 'Onbekende afzender', attachment: 'bijlage' },
  en: { unknownSender: 'Unknown sender', attachment: 'attachment' },
} as const

/** Everything that the plan needs to know, in a handful of questions for the whole batch. */
async function gather(trx: Db, mail: Pick<MailAdapters, 'read'>, mails: readonly ArrivedMail[]): Promise<Known> {
  const rawIds = await findRawMails(
    trx,
    mails.map(({ raw }) => raw.sha256),
  )
  const contacts = new Map<string, KnownContact[]>()
  const ids = new Set(mails.flatMap(({ judgement }) => judgement.ids))
  for (const contact of await findContactsByMessageIds(trx, [...ids])) {
    contacts.set(contact.messageId, [...(contacts.get(contact.messageId) ?? []), contact])
  }
  const emails = mails.flatMap(({ judgement }) => judgement.sender.email ?? [])
  const customers = await findCustomersByEmail(trx, [...new Set(emails)])
  return {
    rawIds,
    contactsByRaw: await contactsOfRawMails(trx, [...rawIds.values()]),
    copies: await findCopies(trx, mail, mails, rawIds, contacts),
    contacts,
    customers,
    candidates: await subjectCandidates(trx, [...new Set(customers.values())]),
  }
}

async function write(trx: Db, plan: IntakePlan, now: Instant): Promise<void> {
  await insertRawMails(trx, plan.rawMails)
  await insertCustomers(trx, plan.customers)
  await insertArrivedCases(trx, plan.cases)
  await insertContacts(trx, plan.contacts)
  await insertAttachments(trx, plan.attachments)
  await insertMails(trx, plan.mails)
  await insertEvents(
    trx,
    plan.cases.flatMap((one): NewEvent[] => {
      const about = { at: now, staffId: null, caseId: one.id, promiseId: null }
      const opened: NewEvent = { ...about, kind: 'case-opened', data: { subject: one.subject, channel: 'mail' } }
      if (one.setAsideReason !== null) {
        return [opened, { ...about, kind: 'case-set-aside', data: { reason: one.setAsideReason } }]
      }
      return one.closedAt === null
        ? [opened]
        : [opened, { ...about, kind: 'case-state', data: { from: 'open', to: 'done' } }]
    }),
  )
}

/** What a mail does to the case that it goes on with. */
async function join(trx: Db, { caseId, contact, reason, bounce }: Joining, now: Instant): Promise<void> {
  const one = (await caseById(trx, caseId))!
  const about = { at: now, staffId: null, caseId, promiseId: null }
  const data = { kind: contact.kind, subject: contact.subject, reason }
  const events: NewEvent[] = [{ ...about, kind: 'contact-added', data }]
  if (reason === null && one.setAsideReason !== null) {
    // A person writes in what was set aside: now it is a question.
    await decideCase(trx, caseId, { setAsideReason: null, closedAt: null })
    events.push({ ...about, kind: 'case-made-question', data: { reason: one.setAsideReason } })
  }
  if (reason === 'bounce' && bounce !== null) events.push(...(await recordBounce(trx, bounce, caseId, now)))
  const state = await refreshCase(trx, caseId)
  if (one.state === 'done' && state === 'open')
    events.push({ ...about, kind: 'case-state', data: { from: 'done', to: 'open' } })
  await insertEvents(trx, events)
}
