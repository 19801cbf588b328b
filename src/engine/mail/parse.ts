import { detectExtension, parseHeaderValue } from 'nodemailer/lib/mime-funcs'
import PostalMime, { addressParser } from 'postal-mime'
import type { Address, Attachment, Email } from 'postal-mime'
import { htmlToText } from '../../shared/domain/html-to-text.ts'
import type { MailAddress, MailFacts, MailPart } from '../../shared/domain/mail-facts.ts'
import { skeletonOf, wholeSize, withoutMarks } from './skeleton.ts'
import type { Cut } from './skeleton.ts'
import type { AttachmentFacts } from './types.ts'

/** Rules look at this much of a report or a returned mail. */
const MOST_PART_TEXT = 256 * 1024
/** A header that can't be read as part of a mail is looked for in this many bytes. */
const MOST_HEADER = 64 * 1024

export interface ParsedMail {
  readonly facts: MailFacts
  readonly attachments: readonly AttachmentFacts[]
  /** It could not be read as a mail: `facts` then hold as much of the header as could be found. */
  readonly unreadable: boolean
}

/** Without any of these it is no mail, whatever else stands before its first blank line. */
const MAIL_HEADERS = new Set(
  'from sender to cc reply-to subject date message-id received mime-version content-type'.split(' '),
)

/** Reads a mail. Never fails: what is no mail comes back as unreadable, with as much of its header as there is. */
export async function parseMail(raw: Uint8Array, keywords: readonly string[]): Promise<ParsedMail> {
  const { bytes, cuts } = skeletonOf(raw)
  const email = await readEmail(bytes)
  if (email !== null && email.headers.some(({ key }) => MAIL_HEADERS.has(key))) {
    return { facts: toFacts(email, keywords), attachments: listAttachments(email, cuts), unreadable: false }
  }
  const header = await readEmail(headerBlock(raw))
  return { facts: toFacts(header ?? NOTHING, keywords), attachments: [], unreadable: true }
}

/** Null when it is nested too deeply or its headers are larger than any honest mail's. */
export async function readEmail(raw: Uint8Array): Promise<Email | null> {
  try {
    // Mails within a mail stay closed: a returned mail is not what its carrier says.
    return await PostalMime.parse(raw, { forceRfc822Attachments: true })
  } catch {
    return null
  }
}

const NOTHING: Email = { headers: [], headerLines: [], attachments: [] }

function headerBlock(raw: Uint8Array): Uint8Array {
  const start = Buffer.from(raw.subarray(0, MOST_HEADER))
  const ends = [start.indexOf('\r\n\r\n'), start.indexOf('\n\n')].filter((end) => end >= 0)
  return start.subarray(0, Math.min(start.length, ...ends))
}

function toFacts(email: Email, keywords: readonly string[]): MailFacts {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) {
    const values = headers.get(key)
    if (values === undefined) headers.set(key, [value.trim()])
    else values.push(value.trim())
  }
  const type = parseHeaderValue(headers.get('content-type')?.[0] ?? '', { stripComments: true })
  const html = email.html === undefined ? null : withoutMarks(email.html)
  return {
    headers,
    from: mailboxes([email.from])[0] ?? mailboxes([email.sender])[0] ?? null,
    replyTo: mailboxes(email.replyTo),
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    subject: email.subject ?? '',
    date: instantOf(email.date),
    text: email.text === undefined ? htmlToText(html ?? '') : withoutMarks(email.text),
    html,
    messageId: messageIds(email.messageId)[0] ?? null,
    inReplyTo: messageIds(email.inReplyTo),
    references: messageIds(email.references),
    contentType: type.value === '' ? 'text/plain' : type.value.trim().toLowerCase(),
    contentTypeParameters: new Map(Object.entries(type.params).map(([name, value]) => [name.toLowerCase(), value])),
    returnPath: returnPath(headers.get('return-path')?.[0]),
    parts: email.attachments.map(toPart),
    keywords,
  }
}

function mailboxes(addresses: readonly (Address | undefined)[] | undefined): MailAddress[] {
  return (addresses ?? []).flatMap((one) => {
    if (one === undefined) return []
    return one.group === undefined ? [{ name: one.name, address: one.address }] : mailboxes(one.group)
  })
}

/** Ids stand between angle brackets; a few programs leave those out. */
function messageIds(header: string | undefined): string[] {
  if (header === undefined) return []
  const bracketed = [...header.matchAll(/<([^<>\s]+)>/g)].map((match) => match[1]!)
  return bracketed.length > 0 ? bracketed : header.split(/\s+/).filter((word) => word.includes('@'))
}

function instantOf(date: string | undefined): number | null {
  const instant = date === undefined ? NaN : Date.parse(date)
  return Number.isNaN(instant) ? null : instant
}

function returnPath(header: string | undefined): string | null {
  if (header === undefined) return null
  return addressParser(header, { flatten: true })[0]?.address ?? ''
}

function toPart(attachment: Attachment): MailPart {
  const isText = attachment.mimeType.startsWith('text/') || attachment.mimeType.startsWith('message/')
  return {
    mediaType: attachment.mimeType,
    text: isText ? withoutMarks(Buffer.from(bytesOf(attachment).subarray(0, MOST_PART_TEXT)).toString('utf8')) : null,
    method: attachment.method ?? null,
  }
}

function listAttachments(email: Email, cuts: readonly Cut[]): AttachmentFacts[] {
  return email.attachments.flatMap((attachment, position) => {
    if (isShownInText(attachment, email)) return []
    const { filename, mimeType } = attachment
    const extension = mimeType.startsWith('message/') ? 'eml' : detectExtension(mimeType)
    return [{ position, name: filename, extension, mediaType: mimeType, size: wholeSize(bytesOf(attachment), cuts) }]
  })
}

/** A picture in the text, such as the logo in a signature, is no attachment to a person. */
function isShownInText({ contentId, disposition }: Attachment, { html }: Email): boolean {
  if (contentId === undefined || html === undefined || disposition === 'attachment') return false
  return html.includes(`cid:${contentId.replace(/^<|>$/g, '')}`)
}

export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}
