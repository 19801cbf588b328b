import type { Attachment } from 'postal-mime'
import { bytesOf, readEmail } from './parse.ts'
import type { MailContent } from './types.ts'

/** Pictures that can't hold a script; anything else stays a dead link. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])
/** Together no more than a screen should have to hold. */
const MOST_PICTURE_BYTES = 20 * 1024 * 1024

/** Reads from a raw mail what nobody needs before they look at it. */
export const mailContent: MailContent = {
  async html(raw) {
    const email = await readEmail(raw)
    if (email?.html === undefined) return null
    return withPictures(email.html, email.attachments)
  },

  async attachment(raw, position) {
    const attachment = (await readEmail(raw))?.attachments[position]
    return attachment === undefined ? null : bytesOf(attachment)
  },
}

function withPictures(html: string, attachments: readonly Attachment[]): string {
  const pictures = new Map<string, Attachment>()
  for (const attachment of attachments) {
    if (attachment.contentId !== undefined) pictures.set(attachment.contentId.replace(/^<|>$/g, ''), attachment)
  }
  let room = MOST_PICTURE_BYTES
  return html.replace(/(["'(=]\s*)cid:([^"'()\s>]+)/gi, (whole, before: string, id: string) => {
    const picture = pictures.get(id) ?? pictures.get(decode(id))
    if (picture === undefined || !PICTURES.has(picture.mimeType)) return whole
    const bytes = bytesOf(picture)
    room -= bytes.byteLength
    if (room < 0) return whole
    return `${before}data:${picture.mimeType};base64,${Buffer.from(bytes).toString('base64')}`
  })
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
