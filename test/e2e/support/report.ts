import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Reads the user's own window into the data, as an SQLite tool would while the program runs. */
export function readReport(
  profile: string,
  sql: string,
  ...values: readonly (string | number)[]
): Record<string, unknown>[] {
  const db = new Sqlite(join(profile, 'belofte.db'), { readonly: true, timeout: 5_000 })
  try {
    return db.prepare(sql).all(...values) as Record<string, unknown>[]
  } finally {
    db.close()
  }
}
