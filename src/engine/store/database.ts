import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

export const DATABASE_FILE = 'belofte.db'
/** Milliseconds that another program may hold the database before we say so. */
const PATIENCE = 5_000

export interface OpenDatabase {
  readonly db: Db
  /** The connection under Kysely, for pragmas, backups and nothing else. */
  readonly sqlite: Sqlite.Database
}

/**
 * Opens (or creates) the database in `profile` and brings its schema up to date.
 * Fails with database-newer (untouched), database-damaged, database-busy, disk-full or profile-not-writable.
 */
export async function openDatabase(profile: string, patience = PATIENCE): Promise<Result<OpenDatabase, Failure>> {
  const file = join(profile, DATABASE_FILE)
  try {
    const sqlite = new Sqlite(file, { timeout: patience })
    const version = sqlite.pragma('user_version', { simple: true }) as number
    const known = Object.keys(migrations).length
    if (version > known) {
      sqlite.close()
      return fail({ code: 'database-newer', detail: { file, version, known } })
    }
    sqlite.pragma('journal_mode = WAL')
    // FULL: a promise that was acknowledged to a person survives a power cut. Intake lowers it for its own batches.
    sqlite.pragma('synchronous = FULL')
    // What is deleted is overwritten: an erased customer must not stay readable in the file.
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma('foreign_keys = ON')
    // Pages: 16 MB. Moving the log into the database costs two waits for the disk, and a backlog of mail fills 4 MB in no time.
    sqlite.pragma('wal_autocheckpoint = 4000')
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatementCache(sqlite) }) })
    if (version < known) await migrate(db, sqlite, known)
    return ok({ db, sqlite })
  } catch (error) {
    const failure = storageFailure(error, profile)
    if (failure === null) throw error
    return fail(failure)
  }
}

async function migrate(db: Db, sqlite: Sqlite.Database, version: number): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error !== undefined) throw error
  sqlite.pragma(`user_version = ${version}`)
}

/** What a SQLite error means to a person; null when it is a bug of ours. */
export function storageFailure(error: unknown, file: string): Failure | null {
  // better-sqlite3 looks for the folder itself before it asks SQLite.
  if (error instanceof TypeError && error.message.includes('directory does not exist')) {
    return { code: 'profile-not-writable', detail: { file } }
  }
  if (!(error instanceof Sqlite.SqliteError)) return null
  const code = error.code
  if (code.startsWith('SQLITE_FULL')) return { code: 'disk-full', detail: { file } }
  if (code.startsWith('SQLITE_IOERR')) return { code: 'disk-full', detail: { file } }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'database-busy', detail: { file } }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return { code: 'database-damaged', detail: { file } }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM'))
    return { code: 'profile-not-writable', detail: { file } }
  return null
}

/** Kysely prepares anew at each call; keeping the statements saves more than the query costs. */
function withStatementCache(sqlite: Sqlite.Database) {
  const cache = new Map<string, Sqlite.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(text: string) {
      // After a full disk SQLite has rolled back by itself; rolling back again would hide that behind another error.
      if (text === 'rollback' && !sqlite.inTransaction) return sqlite.prepare('SELECT 0 WHERE 0')
      const known = cache.get(text)
      if (known !== undefined) return known
      const statement = sqlite.prepare(text)
      if (cache.size > 500) cache.clear()
      cache.set(text, statement)
      return statement
    },
  }
}
