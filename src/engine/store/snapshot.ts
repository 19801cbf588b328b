import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { Business } from '../../shared/contract/business.ts'
import type { Instant } from '../../shared/domain/time.ts'

/** What a copy of the database holds, in numbers. */
export interface SnapshotFacts {
  readonly business: string
  readonly cases: number
  readonly customers: number
  readonly contacts: number
  readonly openPromises: number
  /** Mails that had not gone out when it was made. */
  readonly unsent: number
  readonly newestContactAt: Instant | null
  /** Number of its schema. */
  readonly version: number
}

/** Copies the whole database while it is in use, as it is at the moment this ends. */
export async function copyDatabase(sqlite: Sqlite.Database, to: string): Promise<void> {
  await sqlite.backup(to)
  // A copy of a database in WAL mode would leave a -wal and -shm beside it for whoever looks inside, also on a stick that
  // may not be written to.
  const copy = new Sqlite(to)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

/** Null when it is no database of Belofte. */
export function readSnapshot(file: string): SnapshotFacts | null {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const count = (sql: string): number => sqlite.prepare(sql).pluck().get() as number
    const business = sqlite.prepare(`SELECT value_json FROM setting WHERE key = 'business'`).pluck().get()
    return {
      business: business === undefined ? '' : (JSON.parse(business as string) as Business).name,
      cases: count('SELECT count(*) FROM "case"'),
      customers: count('SELECT count(*) FROM customer'),
      contacts: count('SELECT count(*) FROM contact'),
      openPromises: count(`SELECT count(*) FROM promise WHERE state IN ('open', 'broken')`),
      unsent: count(`SELECT count(*) FROM outbox WHERE state IN ('undo', 'waiting', 'sending')`),
      newestContactAt: sqlite.prepare('SELECT max(recorded_at) FROM contact').pluck().get() as number | null,
      version: sqlite.pragma('user_version', { simple: true }) as number,
    }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return null
    throw error
  } finally {
    sqlite.close()
  }
}

/** Whatever SQLite keeps beside a database. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const

export function removeDatabase(file: string): void {
  for (const name of [file, ...BESIDE.map((end) => file + end)]) rmSync(name, { force: true })
}

/** What came into the open database after `since`. */
export function countSince(
  sqlite: Sqlite.Database,
  since: Instant,
): { readonly cases: number; readonly contacts: number; readonly promises: number } {
  const count = (sql: string): number => sqlite.prepare(sql).pluck().get(since) as number
  return {
    cases: count('SELECT count(*) FROM "case" WHERE opened_at > ?'),
    contacts: count('SELECT count(*) FROM contact WHERE recorded_at > ?'),
    promises: count('SELECT count(*) FROM promise WHERE made_at > ?'),
  }
}
