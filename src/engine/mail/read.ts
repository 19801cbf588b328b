import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { judgeMail, NO_FACTS } from '../../shared/domain/mail-judgement.ts'
import { parseMail } from './parse.ts'
import type { ParsedMail } from './parse.ts'
import type { ReadMail, UnreadMail } from './types.ts'

/** Level 1 is nearly as small for text and several times as fast. */
const BIG = { level: 1 }
/** Most mails are small; making room for a large one would cost more than compressing them. */
const SMALL = { level: 1, windowBits: 12, memLevel: 5, chunkSize: 4_096 }
const SMALL_SIZE = 8 * 1024

/** Everything that a mail is before the database is asked about it. */
export async function readMail({ raw, keywords }: UnreadMail, own: ReadonlySet<string>): Promise<ReadMail> {
  const parsed = await parseMail(raw, keywords)
  const { facts, attachments, unreadable } = parsed
  return {
    ...{ raw: packMail(raw), fingerprint: fingerprintOf(parsed), attachments },
    judgement: judgeMail(facts, unreadable, own),
  }
}

/** A mail that must not be read again: it is kept, and shown as one that can't be read. */
export function keepUnread({ raw, keywords }: UnreadMail): ReadMail {
  const packed = packMail(raw)
  const judgement = judgeMail({ ...NO_FACTS, keywords }, true, new Set())
  return { raw: packed, fingerprint: packed.sha256, attachments: [], judgement }
}

function fingerprintOf({ facts, attachments, unreadable }: ParsedMail): string {
  const { from, subject, date, text, html, messageId } = facts
  const body = [text, html ?? ''].map((part) => part.replace(/\s+/g, ' ').trim())
  const made = [unreadable, from?.address.toLowerCase(), subject, date, messageId, body, attachments]
  return createHash('sha256').update(JSON.stringify(made)).digest('base64')
}

function packMail(raw: Uint8Array): ReadMail['raw'] {
  const gzip = gzipSync(raw, raw.length <= SMALL_SIZE ? SMALL : BIG)
  return { sha256: createHash('sha256').update(raw).digest('hex'), size: raw.length, gzip }
}
