import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { createClock } from '../../../src/engine/clock.ts'
import type { Context } from '../../../src/engine/context.ts'
import { DATABASE_FILE, openDatabase } from '../../../src/engine/store/database.ts'
import type { OpenDatabase } from '../../../src/engine/store/database.ts'
import type { Tables } from '../../../src/engine/store/schema.ts'
import { expectOk, loudLog, memorySecrets, RESOURCES } from './engine.ts'

/** What a service is given, on a database of a practice business; nothing else runs. */
export async function openContext(profile: string): Promise<Context> {
  return contextOn(expectOk(await openDatabase(profile)))
}

function contextOn({ db, sqlite }: OpenDatabase): Context {
  return {
    ...{
      db,
      sqlite,
      clock: createClock(),
      secrets: memorySecrets(),
      log: loudLog,
      practice: true,
      resources: RESOURCES,
    },
    ...{ emit: () => undefined, changed: () => undefined, poke: () => undefined },
  }
}

/** A query that was run, to be run again without anything around it. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The SQL that `work` runs, on a database that is only read. */
export async function statementsOf(
  profile: string,
  work: (context: Context) => Promise<unknown>,
): Promise<Statement[]> {
  const sqlite = new Sqlite(join(profile, DATABASE_FILE), { readonly: true })
  const statements: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: sqlite }),
    log: ({ query: { sql, parameters } }) => void statements.push({ sql, parameters }),
  })
  await work(contextOn({ db, sqlite }))
  await db.destroy()
  return statements
}
