import { gunzipSync } from 'node:zlib'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'

/** A mail as it came over the wire, ready to be kept. */
export interface NewRawMail {
  readonly id: string
  /** Of the bytes before compression, in hex. */
  readonly sha256: string
  /** Bytes before compression. */
  readonly size: number
  readonly gzip: Uint8Array
}

/** Ids of those that are kept already, by hash. */
export async function findRawMails(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('raw_mail').select(['id', 'sha256']).where('sha256', 'in', hashes).execute()
  return new Map(rows.map((row) => [row.sha256, row.id]))
}

export async function insertRawMails(trx: Db, mails: readonly NewRawMail[]): Promise<void> {
  const rows = mails.map(({ id, sha256, size, gzip }) => ({ id, sha256, size, gzip }))
  await insertRows(trx, 'raw_mail', rows)
}

/** The bytes as they came, or null when there is no such mail. */
export async function readRawMail(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('raw_mail').select('gzip').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : gunzipSync(row.gzip)
}
