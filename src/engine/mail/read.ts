import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { judgeMail, NO_FACTS } from '../../shared/domain/mail-judgement.ts'
import { parseMail } from './parse.ts'
import type { ReadMail, UnreadMail } from './types.ts'

/** Level 1 is nearly as small for text and several times as fast. */
const BIG = { level: 1 }
/** Most mails are small; making room for a large one would cost more than compressing them. */
const SMALL = { level: 1, windowBits: 12, memLevel: 5, chunkSize: 4_096 }
const SMALL_SIZE = 8 * 1024

/** Everything that a mail is before the database is asked about it. */
export async function readMail({ raw, keywords }: UnreadMail, own: ReadonlySet<string>): Promise<ReadMail> {
  const parsed = await parseMail(raw, keywords)
  return { raw: packMail(raw), parsed, judgement: judgeMail(parsed.facts, parsed.unreadable, own) }
}

/** A mail that must not be read again: it is kept, and shown as one that can't be read. */
export function keepUnread({ raw, keywords }: UnreadMail): ReadMail {
  const facts = { ...NO_FACTS, keywords }
  const parsed = { facts, attachments: [], unreadable: true }
  return { raw: packMail(raw), parsed, judgement: judgeMail(facts, true, new Set()) }
}

function packMail(raw: Uint8Array): ReadMail['raw'] {
  const gzip = gzipSync(raw, raw.length <= SMALL_SIZE ? SMALL : BIG)
  return { sha256: createHash('sha256').update(raw).digest('hex'), size: raw.length, gzip }
}
