import type { Attachment, Email } from 'postal-mime'
import { bytesOf, readEmail } from './parse.ts'
import { cutsIn, putBack, skeletonOf } from './skeleton.ts'
import type { MailContent } from './types.ts'

/** Pictures that can't hold a script; anything else stays a dead link. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])
/** Together no more than a screen should have to hold. */
const MOST_PICTURE_BYTES = 20 * 1024 * 1024

/** Reads from a raw mail what nobody needs before they look at it. */
export const mailContent: MailContent = {
  async html(raw) {
    const opened = await open(raw)
    return opened?.email.html === undefined ? null : withPictures(opened.email.html, opened)
  },

  async attachment(raw, position) {
    const opened = await open(raw)
    const attachment = opened?.email.attachments[position]
    return attachment === undefined ? null : opened!.bytes(attachment)
  },
}

interface Opened {
  readonly email: Email
  /** What an attachment holds, whole. */
  bytes(attachment: Attachment): Uint8Array
}

/** Without its long stretches as long as each can be put back where it was; whole otherwise. */
async function open(raw: Uint8Array): Promise<Opened | null> {
  const { bytes, cuts } = skeletonOf(raw)
  const email = await readEmail(bytes)
  const isAllFound = email !== null && cuts.length === found(email, cuts) && cuts.every(({ isBase64 }) => isBase64)
  if (isAllFound) return { email, bytes: (attachment) => putBack(bytesOf(attachment), cuts, raw)! }
  const whole = await readEmail(raw)
  return whole === null ? null : { email: whole, bytes: bytesOf }
}

function found(email: Email, cuts: Parameters<typeof cutsIn>[1]): number {
  return email.attachments.reduce((sum, attachment) => sum + cutsIn(bytesOf(attachment), cuts).length, 0)
}

function withPictures(html: string, { email, bytes }: Opened): string {
  const pictures = new Map<string, Attachment>()
  for (const attachment of email.attachments) {
    if (attachment.contentId !== undefined) pictures.set(attachment.contentId.replace(/^<|>$/g, ''), attachment)
  }
  let room = MOST_PICTURE_BYTES
  return html.replace(/(["'(=]\s*)cid:([^"'()\s>]+)/gi, (link, before: string, id: string) => {
    const picture = pictures.get(id) ?? pictures.get(decode(id))
    if (picture === undefined || !PICTURES.has(picture.mimeType)) return link
    const content = bytes(picture)
    room -= content.byteLength
    if (room < 0) return link
    return `${before}data:${picture.mimeType};base64,${Buffer.from(content).toString('base64')}`
  })
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
