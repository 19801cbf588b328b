import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../../src/engine/store/database.ts'

type Row = Readonly<Record<string, unknown>>
type View = 'absences' | 'cases' | 'contacts' | 'nags' | 'outbox' | 'promises' | 'rounds'

/** What the owner sees of it with any SQLite tool: the rows of a report view, or of a query of one's own. */
export function reportOf(
  { profile }: { readonly profile: string },
  view: View,
  query = `SELECT * FROM report_${view}`,
): Row[] {
  const database = new Sqlite(join(profile, DATABASE_FILE), { readonly: true })
  try {
    return database.prepare(query).all() as Row[]
  } finally {
    database.close()
  }
}

/** Another program that has the database open too. */
reportOf.open = ({ profile }: { readonly profile: string }): Sqlite.Database => new Sqlite(join(profile, DATABASE_FILE))
