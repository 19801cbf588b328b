import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

// What staff set right at the desk can be undone, a merged case says where it went, and templates know how often they are used.

const STATEMENTS = [
  `CREATE TABLE undo (id TEXT PRIMARY KEY, at INTEGER NOT NULL, data_json TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `ALTER TABLE "case" ADD COLUMN merged_into TEXT REFERENCES "case"(id)`,
  `ALTER TABLE contact ADD COLUMN template_id TEXT`,
  `CREATE INDEX contact_template ON contact (template_id) WHERE template_id IS NOT NULL`,
]

export const desk: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
