import { addressKey, headerWord } from './mail-facts.ts'
import type { MailFacts } from './mail-facts.ts'

// What a machine's mail looks like. Each rule says one thing; set-aside.ts and may-acknowledge.ts weigh them.

const SYSTEM_SENDER = /^(?:mailer-daemon|mail-daemon|mailerdaemon|postmaster|maildaemon|mta-?daemon)$/
const NO_REPLY_SENDER =
  /^(?:.*[._+-])?(?:no-?_?reply|do-?_?not-?_?reply|noreplies|geen-?antwoord|geen-?reactie|niet-?(?:be)?antwoorden|noresponse|nicht-?antworten|ne-?pas-?repondre)(?:[._+-].*)?\d*$/

export function localPart(address: string): string {
  const key = addressKey(address)
  const at = key.lastIndexOf('@')
  return (at < 0 ? key : key.slice(0, at)).slice(0, 200)
}

/** mailer-daemon and its kind: the mail system itself speaks. */
export function isSystemSender(address: string): boolean {
  return SYSTEM_SENDER.test(localPart(address))
}

/** The address itself says that nobody reads what is sent to it. */
export function isNoReplySender(address: string): boolean {
  return NO_REPLY_SENDER.test(localPart(address))
}

/** 'auto-replied' of `Auto-Submitted: auto-replied (vacation)`; null when missing or `no`. */
export function autoSubmitted(facts: MailFacts): string | null {
  const word = /^[a-z-]*/.exec(headerWord(facts, 'auto-submitted') ?? '')![0]
  return word === '' || word === 'no' ? null : word
}

export function hasAutoResponderHeader(facts: MailFacts): boolean {
  return AUTO_RESPONDER_HEADERS.some((name) => facts.headers.has(name))
}
const AUTO_RESPONDER_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-auto-reply-from',
]

export function hasListHeader(facts: MailFacts): boolean {
  return [...facts.headers.keys()].some((name) => name.startsWith('list-'))
}

/** bulk, list, junk or auto_reply; null for anything else. */
export function precedence(facts: MailFacts): 'bulk' | 'list' | 'junk' | 'auto_reply' | null {
  const word = (headerWord(facts, 'precedence') ?? headerWord(facts, 'x-precedence'))?.replace('-', '_')
  return word === 'bulk' || word === 'list' || word === 'junk' || word === 'auto_reply' ? word : null
}

/** A filter on the way, the server or a person called it spam. */
export function isMarkedSpam(facts: MailFacts): boolean {
  const words = facts.keywords.map((keyword) => keyword.toLowerCase())
  if (words.some((word) => word === '$notjunk' || word === 'nonjunk' || word === 'notjunk')) return false
  if (words.some((word) => word === '$junk' || word === 'junk')) return true
  if (startsWithYes(headerWord(facts, 'x-spam-flag')) || startsWithYes(headerWord(facts, 'x-spam-status'))) return true
  if (startsWithYes(headerWord(facts, 'x-spam'))) return true
  // Exchange: 5 and up goes to the junk folder.
  if (/^[5-9]$/.test(headerWord(facts, 'x-ms-exchange-organization-scl') ?? '')) return true
  return /^(?:\*{2,5} ?spam ?\*{2,5}|\[spam\])/i.test(facts.subject.trimStart())
}

function startsWithYes(word: string | null): boolean {
  return word !== null && /^(?:yes|true)\b/.test(word)
}

/** multipart/report of the given type, or that part in a mail that is a report without saying which. */
export function isReport(
  facts: MailFacts,
  type: 'delivery-status' | 'disposition-notification' | 'feedback-report',
): boolean {
  if (facts.contentType === `message/${type}`) return true
  if (facts.contentType !== 'multipart/report') return false
  const said = facts.contentTypeParameters.get('report-type')?.toLowerCase()
  return said === type || facts.parts.some((part) => part.mediaType === `message/${type}`)
}

export function isCalendarReply(facts: MailFacts): boolean {
  const method = facts.contentTypeParameters.get('method')?.toUpperCase()
  if (facts.contentType === 'text/calendar' && method === 'REPLY') return true
  return facts.parts.some((part) => part.mediaType === 'text/calendar' && part.method === 'REPLY')
}

// Said by mail programs only. Anchored at the start: "Re: Automatisch antwoord" was written by a person.
const AUTO_REPLY_SUBJECT =
  /^(?:automatisch (?:antwoord|bericht|beantwoord)|automatic (?:reply|response)|automated (?:reply|response)|auto(?:matic)?[- ]?(?:reply|response|responder|antwoord)|autoreply|out of office(?: auto-?reply)?|out-of-office|automatische (?:antwort|afwezigheidsmelding)|r[ée]ponse automatique|abwesenheitsnotiz|abwesenheits(?:meldung|benachrichtigung)|afwezigheids(?:bericht|melding|assistent)|message d['’]absence|autosvar) ?(?:[:：]|$|\()/iu
const AUTO_REPLY_TAG = /[[(]auto[- ]?(?:reply|respon(?:se|der)|matisch antwoord)[\])]/i
// People write these too: they count only together with a text that says so.
const ABSENCE_SUBJECT =
  /\b(?:afwezig|afwezigheid|niet aanwezig|niet op kantoor|buiten kantoor|met vakantie|op vakantie|vakantie|out of (?:the )?office|on (?:leave|holiday|vacation)|away from|abwesend|abwesenheit|au[ßs]er haus|urlaub|absence|absente?|hors du bureau|en cong[ée]s?|automatisch|automatic|automatique|automatische|ontvangstbevestiging|wij hebben uw (?:e-?mail|bericht) ontvangen|we(?: have)? received your)\b/iu
const ABSENCE_TEXT =
  /(?:\bik ben (?:momenteel |op dit moment |tot (?:en met )?[^\n]{1,40}|van [^\n]{1,60}|vanaf [^\n]{1,60})?(?:afwezig|niet aanwezig|niet bereikbaar|niet op kantoor|op vakantie|met vakantie|met verlof)|\b(?:dit is een|this is an?) (?:automatisch|automated|automatic)\w* |\bautomatisch gegenereerd|\bi(?:'m| am|’m) (?:currently |now )?(?:out of (?:the )?office|away from (?:the office|my desk|my email)|on (?:annual |parental |sick )?(?:leave|holiday|vacation))|\bi will be out of (?:the )?office|\bich bin (?:derzeit |zurzeit |momentan |bis [^\n]{1,40})?(?:nicht im (?:büro|haus)|abwesend|im urlaub)|\bdies ist eine automatische|\bje suis (?:actuellement )?(?:absente?|en cong[ée]s?|hors du bureau)|\bceci est (?:un message|une r[ée]ponse) automatique)/iu

/** An auto-reply without the headers that should say so, told by its subject and text (nl, en, de, fr). */
export function readsAsAutoReply(facts: MailFacts): boolean {
  const subject = facts.subject.trim().slice(0, 300)
  if (AUTO_REPLY_SUBJECT.test(subject) || AUTO_REPLY_TAG.test(subject)) return true
  return ABSENCE_SUBJECT.test(subject) && ABSENCE_TEXT.test(facts.text.slice(0, 3_000))
}

const BOUNCE_SUBJECT =
  /^(?:undeliver(?:able|ed)\b|undelivered mail|onbestelbaar|unzustellbar|non remis|non distribuable|delivery (?:status )?(?:notification|failure|report)|delivery has failed|mail delivery (?:failed|failure|system|subsystem)|mail could not be delivered|message (?:not|could not be) delivered|returned mail|returned to sender|failure notice|nondeliverable|warning: (?:could not send|message)|niet bezorgd|bezorging (?:mislukt|vertraagd)|bericht niet bezorgd|fout bij (?:de )?bezorging|delayed mail|delivery delayed|rejected posting)/iu
const SMTP_REPLY =
  /(?:\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:4[25]\d|5[0-7]\d)[ -](?:[45]\.\d|requested|user|mailbox|no such|unknown|message|sorry|relay|recipient|address|invalid|not|access|spam|denied))/i

export function hasBounceSubject(facts: MailFacts): boolean {
  return BOUNCE_SUBJECT.test(facts.subject.trim())
}

export function quotesSmtpReply(facts: MailFacts): boolean {
  return SMTP_REPLY.test(facts.text.slice(0, 20_000))
}
