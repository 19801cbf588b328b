import { safeAttachmentName } from '../../shared/domain/attachment-name.ts'
import type { Bounce } from '../../shared/domain/bounce.ts'
import type { CaseId, CaseState, SetAsideReason } from '../../shared/domain/case.ts'
import type { ContactId } from '../../shared/domain/contact.ts'
import type { Sender } from '../../shared/domain/mail-judgement.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import { normalisePhone } from '../../shared/domain/phone.ts'
import { joinDecision } from '../../shared/domain/threading.ts'
import type { JoinDecision, SubjectCandidate } from '../../shared/domain/threading.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { newId } from '../ids.ts'
import type { ReadMail } from '../mail/types.ts'
import type { ArrivedCase } from '../store/cases.ts'
import type { Contact, NewAttachment } from '../store/contacts.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { NewMail } from '../store/mails.ts'
import type { NewRawMail } from '../store/raw-mail.ts'
import type { Copies } from './intake-copies.ts'

const LONGEST_LINE = 1_000

/** A mail that was fetched and read, and is not in the database yet. */
export interface ArrivedMail extends ReadMail {
  readonly uid: number
  readonly receivedAt: Instant
}

/** A contact that a mail may be a copy of or an answer to. */
export interface KnownContact {
  readonly contactId: ContactId
  readonly messageId: string
  readonly caseId: CaseId
  readonly caseState: CaseState
  readonly customerId: CustomerId
  readonly ours: boolean
}

/** What the database knows of the mails that are coming in. */
export interface Known {
  /** By hash. */
  readonly rawIds: Map<string, string>
  /** What mails with these bytes became, by raw id. */
  readonly contactsByRaw: Map<string, ContactId>
  /** Mails that differ from one we have only in what servers add on the way. */
  readonly copies: Copies
  readonly contacts: Map<string, KnownContact[]>
  readonly customers: Map<string, CustomerId>
  readonly candidates: SubjectCandidate[]
}

export interface Joining {
  readonly caseId: CaseId
  readonly because: JoinDecision['because']
  readonly contact: Contact
  /** Why it needs no answer; null when it is a question. */
  readonly reason: SetAsideReason | null
  readonly bounce: Bounce | null
}

/** Everything that one batch writes. */
export interface IntakePlan {
  readonly rawMails: NewRawMail[]
  readonly customers: NewCustomer[]
  readonly cases: ArrivedCase[]
  readonly contacts: Contact[]
  readonly attachments: NewAttachment[]
  readonly mails: NewMail[]
  /** Contacts on cases that were there before, or were opened earlier in this batch. */
  readonly joined: Joining[]
}

/** What is written into the data, in the language in which the business writes. */
export interface IntakeWords {
  /** What a sender without name and address is called. */
  readonly unknownSender: string
  /** What an attachment without a name is called. */
  readonly attachment: string
}

export interface PlanInput {
  readonly mailboxId: string
  readonly path: string
  readonly uidValidity: string
  readonly firstSync: boolean
  readonly mails: readonly ArrivedMail[]
  readonly now: Instant
  /** For phone numbers without a country code. */
  readonly country: string
  readonly words: IntakeWords
  readonly firstNumber: number
}

/** What becomes of each mail, in their order. Adds what it decides to `known`, so that a later mail of the batch sees it. */
export function planIntake(input: PlanInput, known: Known): IntakePlan {
  const plan: IntakePlan = {
    ...{ rawMails: [], customers: [], cases: [], contacts: [], attachments: [], mails: [], joined: [] },
  }
  const { ofContacts, ofMails } = known.copies
  const planned = new Map<number, ContactId>()
  for (const mail of input.mails) {
    const rawId = keepRaw(mail, known, plan)
    const copied =
      known.contactsByRaw.get(rawId) ?? ofContacts.get(mail.uid) ?? planned.get(ofMails.get(mail.uid) ?? -1)
    const contactId = copied ?? planContact(mail, rawId, input, known, plan)
    known.contactsByRaw.set(rawId, contactId)
    planned.set(mail.uid, contactId)
    const { mailboxId, path, uidValidity } = input
    const { uid, receivedAt, judgement } = mail
    const { messageId } = judgement.headers
    plan.mails.push({ id: newId(), mailboxId, path, uidValidity, uid, messageId, rawId, contactId, receivedAt })
  }
  return plan
}

function keepRaw({ raw }: ArrivedMail, known: Known, plan: IntakePlan): string {
  const before = known.rawIds.get(raw.sha256)
  if (before !== undefined) return before
  const id = newId()
  known.rawIds.set(raw.sha256, id)
  plan.rawMails.push({ id, ...raw })
  return id
}

function planContact(mail: ArrivedMail, rawId: string, input: PlanInput, known: Known, plan: IntakePlan): ContactId {
  const { sender, ids, subjectKey } = mail.judgement
  const parents = ids.flatMap((id) => known.contacts.get(id) ?? [])
  const reason = reasonOf(mail, parents)
  const customerId = sender.email === null ? null : (known.customers.get(sender.email) ?? null)
  const decision = joinDecision({
    parentIds: ids,
    parents,
    customerId,
    // A robot's subject says nothing about what it belongs to.
    subjectKey: reason === null ? subjectKey : '',
    receivedAt: mail.receivedAt,
    sameCustomer: known.candidates.filter((candidate) => candidate.customerId === customerId),
  })
  // A robot's answer is about the customer of the case; it makes nobody a customer.
  const about = reason === null ? undefined : parents.find(({ caseId }) => caseId === decision?.caseId)
  const contact = contactFrom(mail, rawId, {
    ...{ reason, now: input.now, caseId: decision?.caseId ?? newId() },
    customerId: about?.customerId ?? customerId ?? planCustomer(sender, input, known, plan),
  })
  plan.contacts.push(contact)
  if (decision === null) planCase(contact, mail, reason, input, plan)
  else plan.joined.push({ ...decision, contact, reason, bounce: mail.judgement.bounce })
  planAttachments(contact, mail, input, plan)
  remember(contact, subjectKey, reason, known)
  return contact.id
}

function reasonOf({ judgement }: ArrivedMail, parents: readonly KnownContact[]): SetAsideReason | null {
  const ours = parents.filter((parent) => parent.ours)
  if (ours.some(({ messageId }) => messageId === judgement.headers.messageId)) return 'own-mail'
  return ours.length === 0 ? judgement.reason : judgement.reasonAsAnswer
}

function planAttachments(
  { id: contactId }: Contact,
  mail: ArrivedMail,
  { words }: PlanInput,
  plan: IntakePlan,
): void {
  for (const { position, name, extension, mediaType, size } of mail.attachments) {
    const unnamed = `${words.attachment}-${position + 1}.${extension}`
    plan.attachments.push({
      id: newId(),
      contactId,
      position,
      name: safeAttachmentName(name ?? '', unnamed),
      mediaType,
      size,
    })
  }
}

function planCustomer(sender: Sender, input: PlanInput, known: Known, plan: IntakePlan): CustomerId {
  const phone = sender.phone === null ? null : normalisePhone(sender.phone, input.country)
  const id = newId()
  const name = sender.name.slice(0, LONGEST_LINE)
  plan.customers.push({
    id,
    name: name === '' ? input.words.unknownSender : name,
    company: sender.company?.slice(0, LONGEST_LINE) ?? null,
    notes: '',
    createdAt: input.now,
    addresses: [
      ...(sender.email === null ? [] : [{ kind: 'email' as const, value: sender.email }]),
      ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone }]),
    ],
  })
  if (sender.email !== null) known.customers.set(sender.email, id)
  return id
}

interface Placing {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly reason: SetAsideReason | null
  readonly now: Instant
}

function contactFrom({ judgement, receivedAt }: ArrivedMail, rawId: string, placing: Placing): Contact {
  const { sender, headers, fresh, quoted, hasHtml, isUnreadable } = judgement
  const { caseId, customerId, reason, now } = placing
  return {
    ...{ id: newId(), caseId, customerId, kind: 'mail-in', at: receivedAt, recordedAt: now, staffId: null },
    ...{ fromAddress: sender.answerTo, to: headers.to, subject: headers.subject },
    ...{ text: fresh, quoted, hasHtml, unreadable: isUnreadable, automatic: reason !== null },
    ...{ mood: null, outcome: null, rawId, messageId: headers.messageId, references: headers.references },
  }
}

function planCase(
  contact: Contact,
  { judgement, receivedAt }: ArrivedMail,
  reason: SetAsideReason | null,
  input: PlanInput,
  plan: IntakePlan,
): void {
  // What somebody answered before Belofte was there is history, not work.
  const answered = input.firstSync && reason === null && judgement.isAnswered
  plan.cases.push({
    id: contact.caseId,
    number: input.firstNumber + plan.cases.length,
    customerId: contact.customerId,
    subject: judgement.subject,
    subjectKey: judgement.subjectKey,
    kind: 'question',
    channel: 'mail',
    ownerId: null,
    mailboxId: input.mailboxId,
    openedAt: receivedAt,
    setAsideReason: reason,
    closedAt: answered ? input.now : null,
    snippet: judgement.snippet,
  })
}

function remember(contact: Contact, key: string, reason: SetAsideReason | null, known: Known): void {
  const { caseId, customerId, messageId, id, at } = contact
  if (messageId !== null) {
    const caseState = reason === null ? 'open' : 'set-aside'
    const same = known.contacts.get(messageId) ?? []
    known.contacts.set(messageId, [...same, { contactId: id, messageId, caseId, caseState, customerId, ours: false }])
  }
  if (reason === null) known.candidates.push({ caseId, customerId, subjectKey: key, state: 'open', lastContactAt: at })
}
