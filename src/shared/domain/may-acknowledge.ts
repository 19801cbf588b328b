import {
  autoSubmitted,
  hasAutoResponderHeader,
  hasListHeader,
  isCalendarReply,
  isMarkedSpam,
  isNoReplySender,
  isSystemSender,
  localPart,
  precedence,
} from './automatic-mail.ts'
import { addressKey, isAddress } from './mail-facts.ts'
import type { MailFacts } from './mail-facts.ts'
import type { OwnMail } from './set-aside.ts'
import { DAY } from './time.ts'
import type { Instant } from './time.ts'

/** Why Belofte keeps silent. Each can be shown to staff. */
export type NoAcknowledgement =
  | 'automatic'
  | 'report'
  | 'bulk'
  | 'list'
  | 'asks-no-answer'
  | 'loop-mark'
  | 'system-sender'
  | 'no-reply-sender'
  | 'own-mail'
  | 'no-one-to-answer'
  | 'bounced-lately'
  | 'not-to-us'
  | 'first-import'
  | 'too-old'
  | 'spam'
  | 'set-aside'
  | 'cap-case'
  | 'cap-address'
  | 'cap-hour'

export type AcknowledgementDecision =
  { readonly ok: true; readonly to: string } | { readonly ok: false; readonly why: NoAcknowledgement }

export interface AcknowledgementSituation {
  readonly own: OwnMail
  readonly now: Instant
  /** When it arrived by the server's clock, not by its own Date header. */
  readonly receivedAt: Instant
  /** Part of the first synchronisation of its folder. */
  readonly firstImport: boolean
  /** Set aside by hand, by rule or by a sender rule. */
  readonly setAside: boolean
  /** What a contact form says of its visitor: the address when it names exactly one; null for a mail that is no form. */
  readonly form: { readonly visitor: string | null } | null
  /** When mail to this address last bounced; null when never. */
  readonly bouncedAt: (address: string) => Instant | null
  readonly sent: AcknowledgementCounts
}

/** Acknowledgements already claimed. Read and claimed in one transaction, or two mails at once pass the same cap. */
export interface AcknowledgementCounts {
  readonly forCase: number
  readonly toAddressToday: (address: string) => number
  readonly inLastHour: number
}

const OLDEST = DAY
const BOUNCE_MEMORY = 60 * DAY
/** The circuit breaker: at this many an hour in all, a person is told and no more go out. */
export const ACKNOWLEDGEMENTS_AN_HOUR = 20

/** Whether Belofte may answer this mail by itself, and to which address; else the first reason why not. */
export function mayAcknowledge(facts: MailFacts, situation: AcknowledgementSituation): AcknowledgementDecision {
  const why = machineReason(facts, situation) ?? arrivalReason(facts, situation)
  if (why !== null) return { ok: false, why }
  const to = addressToAnswer(facts, situation)
  if (to === null) return { ok: false, why: 'no-one-to-answer' }
  const notTo = addressReason(to, situation) ?? capReason(to, situation)
  return notTo === null ? { ok: true, to } : { ok: false, why: notTo }
}

function machineReason(facts: MailFacts, { own, form }: AcknowledgementSituation): NoAcknowledgement | null {
  if (autoSubmitted(facts) !== null || hasAutoResponderHeader(facts)) return 'automatic'
  if (facts.returnPath === '') return 'automatic'
  if (facts.contentType === 'multipart/report' || isCalendarReply(facts)) return 'report'
  if (/^message\/(?:delivery-status|disposition-notification|feedback-report)$/.test(facts.contentType)) return 'report'
  const said = precedence(facts)
  if (said !== null) return said === 'list' ? 'list' : 'bulk'
  if (hasListHeader(facts)) return 'list'
  if (asksForSilence(facts)) return 'asks-no-answer'
  if (facts.headers.has('x-loop')) return 'loop-mark'
  if (isMarkedSpam(facts)) return 'spam'
  if (facts.messageId !== null && own.messageIds.has(facts.messageId)) return 'own-mail'
  // A form's sender is a robot on our own site; its visitor is weighed instead.
  return form === null ? senderReason(facts.from?.address ?? '', own) : null
}

function senderReason(address: string, own: OwnMail): NoAcknowledgement | null {
  if (own.addresses.has(addressKey(address))) return 'own-mail'
  if (isSystemSender(address) || SYSTEM_ROLE.test(localPart(address))) return 'system-sender'
  return isNoReplySender(address) ? 'no-reply-sender' : null
}
const SYSTEM_ROLE =
  /^(?:abuse|root|daemon|nobody|bounces?|listserv|majordomo)(?:[+-].*)?$|^(?:bounces?|owner)[+-]|-(?:bounces?|request|owner)$/

/** DR and RN are about receipts and say nothing of answers. */
function asksForSilence(facts: MailFacts): boolean {
  const words = (facts.headers.get('x-auto-response-suppress') ?? [])
    .join(',')
    .toLowerCase()
    .split(/[\s,;]+/)
  return words.some((word) => word === 'all' || word === 'oof' || word === 'autoreply')
}

function arrivalReason(facts: MailFacts, situation: AcknowledgementSituation): NoAcknowledgement | null {
  if (situation.setAside) return 'set-aside'
  if (situation.firstImport) return 'first-import'
  const written = Math.min(situation.receivedAt, facts.date ?? situation.receivedAt)
  if (situation.now - written > OLDEST) return 'too-old'
  const toUs = [...facts.to, ...facts.cc].some((to) => situation.own.addresses.has(addressKey(to.address)))
  return toUs ? null : 'not-to-us'
}

function addressToAnswer(facts: MailFacts, { form }: AcknowledgementSituation): string | null {
  if (form !== null) return form.visitor !== null && isAddress(form.visitor) ? addressKey(form.visitor) : null
  const wanted = facts.replyTo.length > 0 ? facts.replyTo : facts.from === null ? [] : [facts.from]
  const addresses = [...new Set(wanted.map((one) => addressKey(one.address)))]
  const only = addresses.length === 1 ? addresses[0]! : null
  return only !== null && isAddress(only) ? only : null
}

function addressReason(to: string, situation: AcknowledgementSituation): NoAcknowledgement | null {
  const sender = senderReason(to, situation.own)
  if (sender !== null) return sender
  const bounced = situation.bouncedAt(to)
  return bounced !== null && situation.now - bounced < BOUNCE_MEMORY ? 'bounced-lately' : null
}

function capReason(to: string, { sent }: AcknowledgementSituation): NoAcknowledgement | null {
  if (sent.forCase > 0) return 'cap-case'
  if (sent.toAddressToday(to) > 0) return 'cap-address'
  return sent.inLastHour >= ACKNOWLEDGEMENTS_AN_HOUR ? 'cap-hour' : null
}
