import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { Temporal } from 'temporal-polyfill'
import { isAddress } from '../../shared/domain/mail-facts.ts'
import type { Instant, ZoneName } from '../../shared/domain/time.ts'
import { textToHtml } from './text-to-html.ts'
import type { ComposedMail, MailDraft } from './types.ts'

/** Longer chains are cut in the middle: servers refuse overlong headers, and programs look at both ends only. */
const MOST_REFERENCES = 1_500

/**
 * The bytes of a mail as they will go out and be kept in Sent. The same draft always gives the same Message-ID.
 * Throws on an address that can't stand in an envelope: the contract lets none through.
 */
export async function composeMail(draft: MailDraft): Promise<ComposedMail> {
  const recipients = [...new Set([...draft.to, ...draft.cc])]
  for (const address of [draft.from.address, ...recipients]) {
    if (!isAddress(address)) throw new Error('an address that no envelope takes')
  }
  const messageId = `${draft.contactId}@${domainOf(draft.from.address)}`
  const inReplyTo = draft.inReplyTo !== null && isMessageId(draft.inReplyTo) ? draft.inReplyTo : null
  const chain = referenceChain(draft.references, inReplyTo)
  const composer = new MailComposer({
    from: { name: draft.from.name, address: draft.from.address },
    to: [...draft.to],
    ...(draft.cc.length > 0 ? { cc: [...draft.cc] } : {}),
    subject: draft.subject,
    messageId: `<${messageId}>`,
    date: dateHeader(draft.date, draft.zone),
    ...(inReplyTo === null ? {} : { inReplyTo: `<${inReplyTo}>` }),
    ...(chain.length === 0 ? {} : { references: chain.map((id) => `<${id}>`) }),
    headers: draft.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
    text: `${draft.text.trimEnd()}\n`,
    html: textToHtml(draft.text),
    attachments: (draft.attachments ?? []).map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    baseBoundary: draft.contactId,
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const raw = await composer.compile().build()
  return { messageId, envelope: { from: draft.from.address, recipients }, raw: withFinalLineEnd(raw) }
}

/** SMTP can only carry whole lines, so a mail without its last line end could not arrive as it is kept in Sent. */
function withFinalLineEnd(raw: Buffer): Uint8Array {
  return raw.subarray(-2).equals(Buffer.from('\r\n')) ? raw : Buffer.concat([raw, Buffer.from('\r\n')])
}

function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1).toLowerCase())
}

/** The mail answered and those before it, at most about 1,500 characters, keeping the first and the last ones. */
export function referenceChain(references: readonly string[], inReplyTo: string | null): string[] {
  const chain = [...new Set([...references, ...(inReplyTo === null ? [] : [inReplyTo])].filter(isMessageId))]
  const [first, ...later] = chain
  if (first === undefined) return []
  let room = MOST_REFERENCES - first.length - 3
  const last: string[] = []
  for (const id of later.reverse()) {
    room -= id.length + 3
    if (room < 0) break
    last.unshift(id)
  }
  return [first, ...last]
}

/** It came from a stranger and goes into a header. */
function isMessageId(id: string): boolean {
  return id.length <= 500 && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(id)
}

/** RFC 5322, with the offset that the business's clocks show at that moment. */
function dateHeader(at: Instant, zone: ZoneName): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const two = (number: number): string => String(number).padStart(2, '0')
  const time = `${two(local.hour)}:${two(local.minute)}:${two(local.second)}`
  const day = DAYS[local.dayOfWeek - 1]!
  const month = MONTHS[local.month - 1]!
  return `${day}, ${two(local.day)} ${month} ${local.year} ${time} ${local.offset.replace(':', '')}`
}
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
