import { isNoReplySender, localPart } from './automatic-mail.ts'
import { readFields } from './contact-form-fields.ts'
import type { FieldRole, FormField } from './contact-form-fields.ts'
import { htmlToText } from './html-to-text.ts'
import { addressKey, isAddress } from './mail-facts.ts'
import type { MailFacts } from './mail-facts.ts'

export interface ContactForm {
  readonly visitor: {
    /** Empty when the form names none. */
    readonly name: string
    /** Lower case. Null when there is none, or when it is not clear which one is the visitor's: then see `addresses`. */
    readonly email: string | null
    /** As typed by the visitor; null when there is none. */
    readonly phone: string | null
    readonly company: string | null
  }
  /** Every address that may be the visitor's, likeliest first. */
  readonly addresses: readonly string[]
  readonly subject: string | null
  readonly question: string
  /**
   * sure: all signs point at one visitor, so an automatic answer may go there. likely: one visitor, not confirmed.
   * ambiguous: the mail names several, or somebody else may have typed the address: a person chooses.
   */
  readonly confidence: 'sure' | 'likely' | 'ambiguous'
}

const MOST_HTML = 300_000

/** Several rules ask this of the same mail, and reading HTML takes longer than all of them together. */
const known = new WeakMap<MailFacts, ContactForm | null>()

/** Reads a notification from a website's contact form; null when the mail is no such thing. */
export function readContactForm(facts: MailFacts): ContactForm | null {
  const before = known.get(facts)
  if (before !== undefined) return before
  const form = findForm(facts)
  known.set(facts, form)
  return form
}

function findForm(facts: MailFacts): ContactForm | null {
  const fromText = formIn(facts, facts.text)
  if (fromText !== null || facts.html === null) return fromText
  return formIn(facts, htmlToText(facts.html.slice(0, MOST_HTML)))
}

function formIn(facts: MailFacts, text: string): ContactForm | null {
  const fields = readFields(text)
  if (!looksLikeForm(facts, text, fields)) return null
  const addresses = visitorAddresses(facts, fields)
  const phone = valueOf(fields, 'phone')
  if (addresses.length === 0 && phone === null) return null
  const confidence = confidenceIn(facts, fields, addresses)
  return {
    visitor: {
      name: visitorName(facts, fields),
      email: confidence === 'ambiguous' ? null : (addresses[0] ?? null),
      phone,
      company: valueOf(fields, 'company'),
    },
    addresses,
    subject: valueOf(fields, 'subject'),
    question: questionIn(fields),
    confidence,
  }
}

// --- Is it a form? -----------------------------------------------------------------------------------------------------------

/** Said by the programs themselves, below or above the fields. */
const FORM_WORDS =
  /\b(?:contact ?form(?:ulier)?|webform(?:ulier)?|form submission|formulierinzending|submitted (?:your|a|the) form|via (?:het|uw|je) (?:contact|web|aanvraag)?formulier|new (?:submission|entry)|nieuwe (?:inzending|aanvraag via)|powered by: ?elementor|jimdo|rsform|wpforms|gravity ?forms|ninja ?forms|formidable|message details|terugbelverzoek|offerte-?aanvraag|call-?back request|(?:nieuw|new) (?:bericht|message) (?:van|via|from))\b/iu
const FORM_SENDER =
  /^(?:wordpress|wp|website|web|webmaster|www-data|apache|nobody|form|forms|formulier|formulieren|contactform(?:ulier)?|mailer|notifications?|notificaties?|no-?reply-?forms?)$/

/** Weighs the signs. A customer's own mail with a signature ("Tel: …, E-mail: …") has no question under a label, so stays out. */
function looksLikeForm(facts: MailFacts, text: string, fields: readonly FormField[]): boolean {
  const first = fields[0]
  if (first === undefined || first.line > LATEST_FIRST_FIELD) return false
  const has = (role: FieldRole) => fields.some((field) => field.role === role && field.value !== '')
  const signs: readonly (readonly [boolean, number])[] = [
    [has('email'), 1],
    [has('name') || has('first-name'), 1],
    [has('phone'), 0.5],
    [has('subject'), 0.5],
    [has('message'), 1.5],
    [has('machine'), 1],
    [saysForm(facts, text), 1],
    [isFormSender(facts), 1.5],
    [replyToVisitor(facts, fields), 1],
  ]
  const weight = signs.reduce((sum, [there, counts]) => sum + (there ? counts : 0), 0)
  return weight >= (has('message') ? 3.5 : 4) && (has('email') || has('phone') || replyAddresses(facts).length > 0)
}
/** A form may start with a greeting and a sentence. */
const LATEST_FIRST_FIELD = 8

function saysForm(facts: MailFacts, text: string): boolean {
  return (
    FORM_WORDS.test(facts.subject.slice(0, 300)) ||
    FORM_WORDS.test(text.slice(0, 1_000)) ||
    FORM_WORDS.test(text.slice(-1_000))
  )
}

/** A robot, or our own site: its mail comes from the domain it goes to. */
function isFormSender(facts: MailFacts): boolean {
  const sender = addressKey(facts.from?.address ?? '')
  if (FORM_SENDER.test(localPart(sender)) || isNoReplySender(sender)) return true
  const domain = domainOf(sender)
  return domain !== '' && facts.to.some((to) => domainOf(addressKey(to.address)) === domain)
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Reply-To as far as it says something: not when it only repeats the sender or one of the recipients. */
function replyAddresses(facts: MailFacts): string[] {
  const known = new Set([facts.from?.address ?? '', ...facts.to.map((to) => to.address)].map(addressKey))
  const addresses = facts.replyTo.map((reply) => addressKey(reply.address))
  return addresses.filter((address) => isAddress(address) && !known.has(address) && !isNoReplySender(address))
}

// --- Who is the visitor? -----------------------------------------------------------------------------------------------------

const ADDRESS = /[^\s@<>,;:"'()[\]\\]{1,64}@[^\s@<>,;:"'()[\]\\]{1,190}/g

function labelledAddresses(fields: readonly FormField[]): string[] {
  const said = fields.filter((field) => field.role === 'email' || (field.role === 'name' && field.value.includes('@')))
  const found = said.flatMap((field) =>
    [...field.value.slice(0, 1_000).matchAll(ADDRESS)].map((match) => addressKey(match[0])),
  )
  return [...new Set(found.map((address) => address.replace(/\.+$/, '')).filter(isAddress))]
}

function replyToVisitor(facts: MailFacts, fields: readonly FormField[]): boolean {
  const labelled = labelledAddresses(fields)
  return replyAddresses(facts).some((address) => labelled.includes(address))
}

function visitorAddresses(facts: MailFacts, fields: readonly FormField[]): string[] {
  return [...new Set([...labelledAddresses(fields), ...replyAddresses(facts)])]
}

function confidenceIn(
  facts: MailFacts,
  fields: readonly FormField[],
  addresses: readonly string[],
): ContactForm['confidence'] {
  if (addresses.length > 1) return 'ambiguous'
  const only = addresses[0]
  if (only === undefined) return 'likely'
  const sender = addressKey(facts.from?.address ?? '')
  if (sender === only || replyToVisitor(facts, fields)) return 'sure'
  // An ordinary person's mail that names another's address: who types whose address here?
  if (!isFormSender(facts) && !saysForm(facts, '')) return 'ambiguous'
  return labelledAddresses(fields).length === 1 ? 'sure' : 'likely'
}

function visitorName(facts: MailFacts, fields: readonly FormField[]): string {
  const whole = valueOf(fields, 'name')
    ?.replace(/[<(]?[^\s<(]*@[^\s>)]*[>)]?/g, '')
    .replace(/^[\s"',]+|[\s"',]{1,200}$/g, '')
  const parts = [valueOf(fields, 'first-name'), valueOf(fields, 'last-name')].filter((part) => part !== null)
  const name = whole || parts.join(' ') || (replyAddresses(facts).length > 0 ? (facts.replyTo[0]?.name ?? '') : '')
  return name.replace(/\s+/g, ' ').slice(0, 200).trim()
}

/** First filled value of a role. */
function valueOf(fields: readonly FormField[], role: FieldRole): string | null {
  return (
    fields
      .find((field) => field.role === role && field.value !== '')
      ?.value.split('\n')[0]!
      .slice(0, 500) ?? null
  )
}

function questionIn(fields: readonly FormField[]): string {
  const messages = fields.filter((field) => field.role === 'message' && field.value !== '')
  if (messages.length === 1) return messages[0]!.value
  const said = messages.length > 0 ? messages : fields.filter((field) => field.role !== 'machine' && field.value !== '')
  return said.map((field) => `${field.label}: ${field.value}`).join('\n')
}
