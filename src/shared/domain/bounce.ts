import { isSystemSender } from './automatic-mail.ts'
import { addressKey, isAddress } from './mail-facts.ts'
import type { MailFacts, MailPart } from './mail-facts.ts'

export interface FailedRecipient {
  /** Lower case. */
  readonly address: string
  /** Enhanced status code such as '5.1.1'; null when the report names none. */
  readonly status: string | null
  /** False: the server still tries, or says that trying again may help. */
  readonly permanent: boolean
  /** What the server answered, on one line, as far as the report quotes it. */
  readonly diagnostic: string
}

export interface Bounce {
  /** Message-IDs of what came back, likeliest first, without angle brackets. Empty when the report does not say. */
  readonly originalIds: readonly string[]
  /** Empty when the report names nobody, or when it reports success only. */
  readonly recipients: readonly FailedRecipient[]
}

const MOST_TEXT = 64_000
const MOST_RECIPIENTS = 50

/** What a delivery report says (RFC 3464, and the free text of servers that don't follow it). Call it on mail set aside as a bounce. */
export function readBounce(facts: MailFacts): Bounce {
  const status = facts.parts.filter((part) => part.mediaType.endsWith('delivery-status'))
  // A damaged report may carry its fields in its text.
  const blocks = status.length > 0 ? status.flatMap((part) => statusBlocks(part.text ?? '')) : statusBlocks(facts.text)
  const reported = blocks.flatMap(recipientOf)
  const saysAnything = status.length > 0 && blocks.some((block) => block.has('action') || block.has('status'))
  return {
    originalIds: originalIds(facts),
    recipients: dedupe(reported.length > 0 || saysAnything ? reported : recipientsInText(facts)).slice(
      0,
      MOST_RECIPIENTS,
    ),
  }
}

/** Header-like blocks of a delivery-status part, one a recipient after the one for the whole message. */
function statusBlocks(text: string): ReadonlyMap<string, string>[] {
  return text
    .slice(0, MOST_TEXT)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(readFields)
    .filter((fields) => fields.size > 0)
}

function readFields(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = colon < 1 ? '' : line.slice(0, colon).trim().toLowerCase()
    if (/^[a-z][a-z0-9-]*$/.test(name) && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

function recipientOf(fields: ReadonlyMap<string, string>): FailedRecipient[] {
  const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'))
  const action = (fields.get('action') ?? '').toLowerCase()
  if (address === null || /^(?:delivered|relayed|expanded)\b/.test(action)) return []
  const diagnostic = oneLine((fields.get('diagnostic-code') ?? '').replace(/^smtp ?; ?/i, ''))
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? codeIn(diagnostic)
  if (status?.startsWith('2') && action === '') return []
  return [{ address, status, permanent: isPermanent(action, status), diagnostic }]
}

function isPermanent(action: string, status: string | null): boolean {
  if (action.startsWith('delayed')) return false
  // `failed` is final, also after a temporary code: the server gave up.
  if (action.startsWith('failed')) return true
  return status === null || !status.startsWith('4')
}

/** `rfc822; <a@b.example>` and its careless spellings. */
function addressIn(value: string | undefined): string | null {
  if (value === undefined) return null
  const bare = value
    .slice(0, 1_000)
    .replace(/^[^;]*;/, '')
    .replace(/[<>"'\s]/g, '')
  return isAddress(bare) ? addressKey(bare) : null
}

const TEMPORARY_TEXT =
  /\b(?:delayed|will (?:continue to )?(?:be )?retr(?:y|ied)|still (?:being )?(?:retried|trying)|not yet been delivered|temporar(?:y|ily)|vertraagd|wordt opnieuw geprobeerd|nog niet bezorgd|verz[öo]gert)\b/i
const ADDRESS_IN_TEXT = /[^\s@<>,;:"'()[\]\\=]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi

function recipientsInText(facts: MailFacts): FailedRecipient[] {
  const text = facts.text.slice(0, MOST_TEXT).replace(/message-id[ \t]*:.{0,500}/gi, '')
  const head = text.slice(0, endOfReport(text))
  const said = (facts.headers.get('x-failed-recipients') ?? []).join(',')
  const named = [...(said === '' ? head : said).matchAll(ADDRESS_IN_TEXT)].map((match) => addressKey(match[0]))
  const own = new Set([...facts.to, ...facts.cc].map((to) => addressKey(to.address)))
  const status = codeIn(head)
  const permanent =
    status?.startsWith('4') !== true && !TEMPORARY_TEXT.test(head) && !TEMPORARY_TEXT.test(facts.subject)
  return named
    .map((address) => address.replace(/\.+$/, ''))
    .filter((address) => isAddress(address) && !own.has(address) && !isSystemSender(address))
    .map((address) => ({ address, status, permanent, diagnostic: replyLine(head) }))
}

/** Where the report ends and the returned mail begins. */
function endOfReport(text: string): number {
  const at = text.search(
    /^[ \t]*(?:-{2,} ?(?:this is a copy|original message|the header|below this line|message header|oorspronkelijk bericht)|(?:received|return-path|mime-version): )/im,
  )
  return at < 0 ? text.length : at
}

/** '5.1.1', or '5.0.0' made of a bare 550. */
function codeIn(text: string): string | null {
  const enhanced = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1]
  if (enhanced !== undefined) return enhanced
  const basic = /(?:^|[^\d.])([45])\d\d[ -](?=\S)/.exec(text)?.[1]
  return basic === undefined ? null : `${basic}.0.0`
}

function replyLine(text: string): string {
  const line = text
    .split('\n')
    .find((candidate) => /(?:^|[^\d.])[45](?:\d\d[ -]|\.\d{1,3}\.\d)/.test(candidate.slice(0, 1_000)))
  return oneLine(line ?? '')
}

/** Of the mail that came back; never the report's own id, nor a reference of the report's thread when the mail itself is there. */
function originalIds(facts: MailFacts): string[] {
  const inParts = facts.parts.filter(isReturnedMail).flatMap((part) => messageIdsIn(part.text ?? '', true))
  const inText = messageIdsIn(facts.text.slice(0, MOST_TEXT), false)
  const found = [...inParts, ...inText, ...facts.inReplyTo, ...facts.references.slice(-5).reverse()]
  return [...new Set(found)].filter((id) => id !== facts.messageId).slice(0, 10)
}

function isReturnedMail(part: MailPart): boolean {
  return /^(?:message\/(?:rfc822|global|partial|rfc822-headers|global-headers)|text\/rfc822-headers?)$/.test(
    part.mediaType,
  )
}

/** With `headOnly` the first header block alone: ids further on belong to what that mail quotes. */
function messageIdsIn(text: string, headOnly: boolean): string[] {
  const source = text.slice(0, MOST_TEXT).replace(/\r\n?/g, '\n').trimStart()
  const end = headOnly ? source.indexOf('\n\n') : -1
  const scope = end < 0 ? source : source.slice(0, end)
  return [...scope.matchAll(/^[ \t>]*message-id[ \t]*:\s{0,20}<([^<>\s]{3,500})>/gim)].map((match) => match[1]!)
}

function dedupe(recipients: readonly FailedRecipient[]): FailedRecipient[] {
  const seen = new Map<string, FailedRecipient>()
  for (const one of recipients) if (!seen.has(one.address)) seen.set(one.address, one)
  return [...seen.values()]
}

function oneLine(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500)
}
