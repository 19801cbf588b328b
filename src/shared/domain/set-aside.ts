import {
  autoSubmitted,
  hasAutoResponderHeader,
  hasBounceSubject,
  hasListHeader,
  isCalendarReply,
  isMarkedSpam,
  isNoReplySender,
  isReport,
  isSystemSender,
  precedence,
  quotesSmtpReply,
  readsAsAutoReply,
} from './automatic-mail.ts'
import type { SetAsideReason } from './case.ts'
import { readContactForm } from './contact-form.ts'
import { addressKey } from './mail-facts.ts'
import type { MailFacts } from './mail-facts.ts'
import { findParentIds } from './threading.ts'

/** What is ours, as far as one mail needs it. */
export interface OwnMail {
  /** Our mailboxes and their aliases, in lower case. */
  readonly addresses: ReadonlySet<string>
  /** Of the ids this mail carries (its own and findParentIds), those of mail that we sent. */
  readonly messageIds: ReadonlySet<string>
}

/**
 * Why this mail needs no answer, or null: it is a question. When in doubt it is a question, for a newsletter in the queue costs a
 * click and a customer set aside costs the customer. So a contact form and an answer to our own mail are not set aside for
 * looking like bulk.
 */
export function whyNoAnswerNeeded(facts: MailFacts, own: OwnMail): SetAsideReason | null {
  if (isOwnMail(facts, own)) return 'own-mail'
  if (isBounce(facts)) return 'bounce'
  if (isReport(facts, 'disposition-notification')) return 'read-receipt'
  if (isAutoReply(facts, own)) return 'auto-reply'
  if (isCalendarReply(facts) && !asksSomething(facts.text)) return 'calendar-reply'
  if (findParentIds(facts).some((id) => own.messageIds.has(id))) return null
  if (isMarkedSpam(facts)) return 'spam'
  if (readContactForm(facts) !== null) return null
  if (isList(facts, own)) return 'list'
  if (isBulk(facts, own)) return 'bulk'
  return null
}

/** A form on our own site often sends in our own name, with the visitor in Reply-To: that is not our mail. */
function isOwnMail(facts: MailFacts, own: OwnMail): boolean {
  if (facts.messageId !== null && own.messageIds.has(facts.messageId)) return true
  if (facts.from === null || !own.addresses.has(addressKey(facts.from.address))) return false
  const answersGoElsewhere = facts.replyTo.some((reply) => !own.addresses.has(addressKey(reply.address)))
  return !answersGoElsewhere && readContactForm(facts) === null
}

function isBounce(facts: MailFacts): boolean {
  if (isReport(facts, 'delivery-status') || isReport(facts, 'feedback-report')) return true
  if (facts.headers.has('x-failed-recipients')) return true
  const sender = facts.from?.address ?? ''
  if (isSystemSender(sender) && (!sender.toLowerCase().startsWith('postmaster') || facts.returnPath === '')) return true
  return hasBounceSubject(facts) && (facts.returnPath === '' || isSystemSender(sender) || quotesSmtpReply(facts))
}

function isAutoReply(facts: MailFacts, own: OwnMail): boolean {
  const submitted = autoSubmitted(facts)
  if (submitted === 'auto-replied') return true
  if (hasAutoResponderHeader(facts) || precedence(facts) === 'auto_reply') return true
  // Nobody's own program sends with an empty return path; a vacation robot must.
  if (facts.returnPath === '' && findParentIds(facts).some((id) => own.messageIds.has(id))) return true
  return readsAsAutoReply(facts)
}

/** Outlook and Google let people write a line with their yes or no. */
function asksSomething(text: string): boolean {
  return text
    .slice(0, 3_000)
    .replace(/https?:\S+/g, '')
    .includes('?')
}

function isList(facts: MailFacts, own: OwnMail): boolean {
  if (isOwnGroup(facts, own)) return false
  return facts.headers.has('list-post') || facts.headers.has('mailing-list') || precedence(facts) === 'list'
}

/** Many a shop's info@ is a group at its provider, which adds list headers to every customer's mail. */
function isOwnGroup(facts: MailFacts, own: OwnMail): boolean {
  const said = ['list-post', 'list-id', 'mailing-list', 'x-original-to', 'delivered-to']
    .flatMap((name) => facts.headers.get(name) ?? [])
    .join(' ')
    .toLowerCase()
    .slice(0, 5_000)
  const post = ['list-post', 'list-id'].some((name) => facts.headers.has(name))
  return (
    post && [...own.addresses].some((address) => said.includes(address) || said.includes(address.replace('@', '.')))
  )
}

function isBulk(facts: MailFacts, own: OwnMail): boolean {
  const said = precedence(facts)
  if (said === 'junk' || said === 'bulk') return !isFromPerson(facts)
  if (hasListHeader(facts) && !isOwnGroup(facts, own)) return !isFromPerson(facts)
  const sender = facts.from?.address ?? ''
  if (!isNoReplySender(sender) || hasOtherReplyTo(facts)) return false
  return autoSubmitted(facts) !== null || RECEIPT_SUBJECT.test(facts.subject.trim())
}

/** A shop or market place passing on what a person wrote. */
function isFromPerson(facts: MailFacts): boolean {
  return hasOtherReplyTo(facts) && PERSON_SUBJECT.test(facts.subject)
}
const PERSON_SUBJECT =
  /\b(?:vraag|bericht|reactie|aanvraag|klacht|offerte\w*) (?:van|over|voor)\b|\b(?:question|message|enquiry|inquiry|request|complaint) (?:from|about|for)\b|\b(?:nieuwe? (?:vraag|bericht|reactie|aanvraag)|new (?:question|message|enquiry|inquiry))\b/iu
const RECEIPT_SUBJECT =
  /\b(?:receipt|invoice|(?:order|payment|shipping|booking) confirmation|your (?:order|payment|subscription)|has shipped|(?:bestel|order|betalings?|betaal|verzend|boekings?)bevestiging|bevestiging van (?:uw|je) (?:bestelling|betaling|boeking)|(?:uw|je) (?:factuur|bestelling|betaling|pakket|bon|kassabon)|track ?(?:&|and|en) ?trace|newsletter|nieuwsbrief)\b/iu

function hasOtherReplyTo(facts: MailFacts): boolean {
  const sender = addressKey(facts.from?.address ?? '')
  return facts.replyTo.some((reply) => addressKey(reply.address) !== sender && !isNoReplySender(reply.address))
}
