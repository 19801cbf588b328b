import { isNoReplySender, isSystemSender } from './automatic-mail.ts'
import { readBounce } from './bounce.ts'
import type { Bounce } from './bounce.ts'
import type { SetAsideReason } from './case.ts'
import { readContactForm } from './contact-form.ts'
import type { ContactForm } from './contact-form.ts'
import { addressKey, isAddress } from './mail-facts.ts'
import type { MailFacts } from './mail-facts.ts'
import { splitQuoted } from './quoted-text.ts'
import { customerName, snippetOf } from './sender-name.ts'
import { whyNoAnswerNeeded } from './set-aside.ts'
import { cleanSubject, subjectKey } from './subjects.ts'
import { findParentIds } from './threading.ts'

/** Beyond this nobody reads or searches; the raw mail keeps it all. */
const MOST_TEXT = 200_000
const LONGEST_LINE = 1_000
const MOST_REFERENCES = 60
const MOST_RECIPIENTS = 100

/** Who asks something in a mail. */
export interface Sender {
  /** As shown; empty when the mail says nothing. */
  readonly name: string
  readonly company: string | null
  /** Lower case; null when there is none, or when several may be meant. */
  readonly email: string | null
  /** As typed in a form. */
  readonly phone: string | null
  /** Where an answer goes, as written; null when that is not clear. */
  readonly answerTo: string | null
}

/** What one mail says by itself, before anything is known of what we have. Plain and small: it travels between threads. */
export interface MailJudgement {
  readonly sender: Sender
  /** Why it needs no answer; null when it is a question. */
  readonly reason: SetAsideReason | null
  /** The same, when it turns out to answer a mail that we sent. */
  readonly reasonAsAnswer: SetAsideReason | null
  /** Message-IDs by which it may belong to something that we have: its own, its parents', and what a bounce brings back. */
  readonly ids: readonly string[]
  readonly bounce: Bounce | null
  /** Without Re: and the like; its first words when it has none. */
  readonly subject: string
  readonly subjectKey: string
  /** What is new in it, and the history and signature below. */
  readonly fresh: string
  readonly quoted: string
  readonly snippet: string
  readonly headers: {
    /** One line, as it came. */
    readonly subject: string
    readonly messageId: string | null
    /** In-Reply-To and References, oldest first. */
    readonly references: readonly string[]
    /** To and Cc. */
    readonly to: readonly string[]
  }
  readonly hasHtml: boolean
  readonly isUnreadable: boolean
  /** Another mail program has marked it as answered. */
  readonly isAnswered: boolean
}

/** A mail of which nothing is known. */
export const NO_FACTS: MailFacts = {
  ...{ headers: new Map(), from: null, replyTo: [], to: [], cc: [], subject: '', date: null, text: '', html: null },
  ...{ messageId: null, inReplyTo: [], references: [], contentType: 'text/plain', contentTypeParameters: new Map() },
  ...{ returnPath: null, parts: [], keywords: [] },
}

/** @param own our mailboxes and their aliases, in lower case */
export function judgeMail(facts: MailFacts, isUnreadable: boolean, own: ReadonlySet<string>): MailJudgement {
  // SQLite ends a text at NUL.
  const { fresh, quoted } = splitQuoted(facts.text.replaceAll('\0', '').slice(0, MOST_TEXT))
  const bounce = mayBeBounce(facts) ? readBounce(facts) : null
  const parents = findParentIds(facts)
  const snippet = snippetOf(fresh)
  const reason = isUnreadable ? null : whyNoAnswerNeeded(facts, { addresses: own, messageIds: new Set() })
  return {
    sender: senderOf(facts, readContactForm(facts), own),
    reason,
    reasonAsAnswer:
      isUnreadable || parents.length === 0
        ? reason
        : whyNoAnswerNeeded(facts, { addresses: own, messageIds: new Set(parents) }),
    ids: [...new Set([...(facts.messageId === null ? [] : [facts.messageId]), ...parents, ...(bounce?.originalIds ?? [])])],
    bounce,
    subject: cleanSubject(facts.subject).slice(0, LONGEST_LINE) || snippet,
    subjectKey: subjectKey(facts.subject).slice(0, LONGEST_LINE),
    ...{ fresh, quoted, snippet },
    headers: headersOf(facts),
    hasHtml: facts.html !== null,
    isUnreadable,
    isAnswered: facts.keywords.includes('\\Answered'),
  }
}

function headersOf({ subject, messageId, references, inReplyTo, to, cc }: MailFacts): MailJudgement['headers'] {
  const chain = [...references, ...inReplyTo.filter((id) => !references.includes(id))]
  return {
    subject: oneLine(subject),
    messageId: messageId === null ? null : oneLine(messageId),
    references: chain.slice(-MOST_REFERENCES),
    to: [...to, ...cc].slice(0, MOST_RECIPIENTS).map(({ address }) => oneLine(address)),
  }
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, LONGEST_LINE)
}

function mayBeBounce(facts: MailFacts): boolean {
  const isReport = facts.contentType === 'multipart/report' || facts.headers.has('x-failed-recipients')
  return isReport || facts.returnPath === '' || isSystemSender(facts.from?.address ?? '')
}

/**
 * The sender, but the visitor when it is the notification of a contact form, and whoever Reply-To names when the mail was
 * sent in our own name or from an address that nobody reads.
 */
export function senderOf(facts: MailFacts, form: ContactForm | null, own: ReadonlySet<string>): Sender {
  if (form !== null) {
    const { name, email, phone, company } = form.visitor
    const shown = name !== '' ? name : email === null ? '' : customerName({ name: '', address: email })
    return { name: shown, company, email, phone, answerTo: email }
  }
  const [reply, ...others] = facts.replyTo.filter(({ address }) => isAddress(address))
  const from = facts.from
  const isReachable = from !== null && isAddress(from.address)
  const standsIn = !isReachable || own.has(addressKey(from.address)) || isNoReplySender(from.address)
  const person = reply !== undefined && others.length === 0 && standsIn ? reply : from
  if (person === null) return { name: '', company: null, email: null, phone: null, answerTo: null }
  const address = isAddress(person.address) ? person.address : null
  return {
    name: customerName(person),
    company: null,
    email: address === null ? null : addressKey(address),
    phone: null,
    answerTo: others.length === 0 && reply !== undefined ? reply.address : address,
  }
}
