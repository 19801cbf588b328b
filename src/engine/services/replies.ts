import type { Reply } from '../../shared/contract/mail.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { ContactId } from '../../shared/domain/contact.ts'
import { safeAttachmentName } from '../../shared/domain/attachment-name.ts'
import { isAddress } from '../../shared/domain/mail-facts.ts'
import { isLive, resumePromise, withdrawPromise } from '../../shared/domain/promises.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { unfilledFields } from '../../shared/domain/templates.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import { newId } from '../ids.ts'
import type { ComposedMail, ComposeMail, DraftAttachment } from '../mail/types.ts'
import { refreshCase } from '../store/case-standing.ts'
import { caseById, decideCase } from '../store/cases.ts'
import type { CaseRecord } from '../store/cases.ts'
import { contactById, insertAttachments, insertContact, mailToAnswer } from '../store/contacts.ts'
import type { Contact } from '../store/contacts.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import { mailboxById } from '../store/mailboxes.ts'
import { mailOfContact } from '../store/mails.ts'
import { insertOutbox, outboxOfContact, withdrawOutbox } from '../store/outbox.ts'
import { promisesEndedIn, promisesOfContact, setEndedIn } from '../store/promises.ts'
import { staffById } from '../store/staff.ts'
import { readBusiness } from './business.ts'
import { hasLivePromise } from './cases.ts'
import { commit } from './commit.ts'
import { applyPromiseSteps, recordChange, refusal } from './promise-steps.ts'
import { promisesChanged } from './promises.ts'

/** Milliseconds in which a reply can be taken back before it goes out. */
const UNDO_WINDOW = 10_000

export function replyHandlers(compose: ComposeMail): Handlers<'reply.send' | 'reply.undo'> {
  return {
    'reply.send': (context, reply, actor) => sendReply(context, compose, reply, actor),
    'reply.undo': (context, { contactId }, actor) => takeBackReply(context, contactId, actor),
  }
}

type Sent = { readonly outboxId: string; readonly sendAt: Instant }

/** Contact, promise and the mail itself in one transaction: there is never one without the other. */
async function sendReply(
  context: Context,
  compose: ComposeMail,
  reply: Reply,
  actor: Actor,
): Promise<Result<Sent, Failure>> {
  const { db, clock } = context
  const odd = [...reply.to, ...reply.cc].find((address) => !isAddress(address))
  if (odd !== undefined) return fail({ code: 'bad-address' })
  const [unfilled] = unfilledFields(`${reply.subject}\n${reply.text}`)
  if (unfilled !== undefined) return fail({ code: 'unfilled-field', detail: { field: unfilled } })
  const answered = await mailToAnswer(db, reply.caseId)
  const mail = await composeReply(context, compose, reply, answered, actor)
  if (!mail.ok) return mail
  const now = clock.now()
  const result = await commit<Sent>(context, async (trx) => {
    const before = await outboxOfContact(trx, reply.contactId)
    if (before !== null) return ok({ outboxId: before.id, sendAt: before.sendAt })
    const one = await caseById(trx, reply.caseId)
    if (one === null) return fail({ code: 'not-found' })
    const contact = await recordReply(trx, reply, mail.value, one, answered, actor, now)
    if (!contact.ok) return contact
    const sendAt = now + UNDO_WINDOW
    const outboxId = newId()
    const { messageId, envelope, raw } = mail.value
    await insertOutbox(trx, {
      id: outboxId,
      contactId: reply.contactId,
      caseId: reply.caseId,
      mailboxId: reply.mailboxId,
      messageId,
      envelopeFrom: envelope.from,
      recipients: envelope.recipients,
      raw,
      sendAt,
      createdAt: now,
      answersMailId: answered === null ? null : ((await mailOfContact(trx, answered.id))?.mailId ?? null),
    })
    await refreshCase(trx, reply.caseId)
    return ok({ outboxId, sendAt })
  })
  if (!result.ok) return result
  promisesChanged(context, reply.caseId)
  context.changed(['status'])
  context.poke('sending')
  return result
}

/** The final bytes. Fails with no-mailbox. */
async function composeReply(
  { db, clock }: Context,
  compose: ComposeMail,
  reply: Reply,
  answered: Contact | null,
  actor: Actor,
): Promise<Result<ComposedMail & { readonly signature: string }, Failure>> {
  const mailbox = await mailboxById(db, reply.mailboxId)
  if (mailbox === null || !mailbox.active) return fail({ code: 'no-mailbox' })
  const business = await readBusiness(db)
  const staff = actor === null ? null : await staffById(db, actor)
  const signature = [staff?.signature ?? '', business.signature]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n')
  const composed = await compose({
    contactId: reply.contactId,
    from: { name: mailbox.fromName === '' ? business.name : mailbox.fromName, address: mailbox.address },
    to: reply.to,
    cc: reply.cc,
    subject: reply.subject,
    text: signature === '' ? reply.text : `${reply.text.trimEnd()}\n\n${signature}`,
    date: clock.now(),
    zone: business.zone,
    inReplyTo: answered?.messageId ?? null,
    references: answered === null ? [] : chainOf(answered),
    automatic: false,
    attachments: filesOf(reply),
  })
  return ok({ ...composed, signature })
}

/** What goes along, under names that every file system takes. */
function filesOf({ attachments = [] }: Reply): DraftAttachment[] {
  return attachments.map(({ name, mediaType, base64 }) => ({
    name: safeAttachmentName(name),
    mediaType: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mediaType) ? mediaType : 'application/octet-stream',
    bytes: Buffer.from(base64, 'base64'),
  }))
}

function chainOf({ references, messageId }: Contact): string[] {
  return messageId === null ? [...references] : [...references.filter((id) => id !== messageId), messageId]
}

async function recordReply(
  trx: Db,
  reply: Reply,
  mail: ComposedMail & { readonly signature: string },
  one: CaseRecord,
  answered: Contact | null,
  actor: Actor,
  now: Instant,
): Promise<Result<null, Failure>> {
  const { contactId, caseId, subject, text } = reply
  const { customerId } = one
  await insertContact(trx, {
    id: contactId,
    caseId,
    customerId,
    kind: 'mail-out',
    at: now,
    recordedAt: now,
    staffId: actor,
    fromAddress: mail.envelope.from,
    to: [...reply.to, ...reply.cc],
    subject,
    text,
    quoted: mail.signature,
    hasHtml: false,
    unreadable: false,
    automatic: false,
    mood: null,
    outcome: null,
    rawId: null,
    messageId: mail.messageId,
    references: answered === null ? [] : chainOf(answered),
    templateId: reply.templateId,
  })
  await insertAttachments(
    trx,
    filesOf(reply).map(({ name, mediaType, bytes }, position) => ({
      ...{ id: newId(), contactId, position, name, mediaType, size: bytes.byteLength },
    })),
  )
  const data = { kind: 'mail-out', to: reply.to.join(', '), subject }
  await insertEvents(trx, [{ at: now, staffId: actor, kind: 'contact-added', caseId, promiseId: null, data }])
  const telling = { caseId, customerId, contactId, actor, now, origin: 'mail', keptHow: 'answered' } as const
  const steps = await applyPromiseSteps(trx, { ...telling, customerKnows: 'not-yet' }, reply)
  if (!steps.ok) return steps
  if (reply.closes && (await hasLivePromise(trx, caseId))) return fail({ code: 'promise-live' })
  await decideCase(trx, caseId, {
    setAsideReason: null,
    ownerId: one.ownerId ?? reply.promise?.ownerId ?? actor,
    ...(reply.closes && { closedAt: now }),
  })
  return ok(null)
}

/**
 * Takes back a mail that has not left: its promise is withdrawn, the promises that it kept or replaced stand again, and a
 * case that it closed is open again. Fails with not-found, or already-sent when the server may have it.
 */
export async function takeBackReply(
  context: Context,
  contactId: ContactId,
  actor: Actor,
): Promise<Result<null, Failure>> {
  const now = context.clock.now()
  const result = await commit<CaseId>(context, async (trx) => {
    const contact = await contactById(trx, contactId)
    const outbox = await outboxOfContact(trx, contactId)
    if (contact === null || outbox === null) return fail({ code: 'not-found' })
    if (outbox.state === 'withdrawn') return ok(contact.caseId)
    if (!(await withdrawOutbox(trx, contactId))) return fail({ code: 'already-sent' })
    const undone = await undoPromises(trx, contactId, actor, now)
    if (!undone.ok) return undone
    const one = await caseById(trx, contact.caseId)
    if (one?.closedAt === contact.at) await decideCase(trx, contact.caseId, { closedAt: null })
    const data = { subject: contact.subject, to: contact.to.join(', ') }
    const about = { caseId: contact.caseId, promiseId: null, data }
    await insertEvents(trx, [{ at: now, staffId: actor, kind: 'mail-withdrawn', ...about }])
    await refreshCase(trx, contact.caseId)
    return ok(contact.caseId)
  })
  if (!result.ok) return result
  promisesChanged(context, result.value)
  context.changed(['status'])
  return ok(null)
}

async function undoPromises(trx: Db, contactId: ContactId, actor: Actor, now: Instant): Promise<Result<null, Failure>> {
  const { replyLanguage } = await readBusiness(trx)
  const reason = replyLanguage === 'nl' ? 'Het bericht is niet verstuurd.' : 'The message was not sent.'
  for (const made of (await promisesOfContact(trx, contactId)).filter(isLive)) {
    const after = withdrawPromise(made, reason, now)
    if (!after.ok) return refusal(after.error)
    const data = { text: made.text, dueAt: made.dueAt, reason }
    await recordChange(trx, made, after.value, { at: now, staffId: actor, kind: 'promise-withdrawn', data })
  }
  for (const ended of await promisesEndedIn(trx, contactId)) {
    const after = resumePromise(ended, now)
    if (!after.ok) return refusal(after.error)
    const data = { text: ended.text, dueAt: ended.dueAt }
    await recordChange(trx, ended, after.value, { at: now, staffId: actor, kind: 'promise-resumed', data })
    await setEndedIn(trx, ended.id, null)
  }
  return ok(null)
}
