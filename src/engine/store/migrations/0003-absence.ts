import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

// Who is away and what was handed over for it, and the rounds of morning and evening.

const ISO = (column: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1000.0, 'unixepoch')`

const STATEMENTS = [
  `CREATE TABLE absence (
  id TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff(id), from_date TEXT NOT NULL, until_date TEXT NOT NULL,
  set_at INTEGER NOT NULL, set_by TEXT REFERENCES staff(id), ended_at INTEGER, seen_at INTEGER
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX absence_staff ON absence (staff_id, until_date)`,
  `CREATE TABLE absence_handover (
  absence_id TEXT NOT NULL REFERENCES absence(id), promise_id TEXT NOT NULL REFERENCES promise(id),
  PRIMARY KEY (absence_id, promise_id)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE round (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')), at INTEGER NOT NULL,
  promises INTEGER NOT NULL, recorded_at INTEGER NOT NULL, shown_at INTEGER,
  UNIQUE (kind, at)
) STRICT, WITHOUT ROWID`,
  `CREATE VIEW report_absences AS SELECT
  a.id, s.name AS staff_name, a.from_date, a.until_date, ${ISO('a.set_at')} AS set_at, b.name AS set_by_name,
  ${ISO('a.ended_at')} AS ended_at, (SELECT count(*) FROM absence_handover h WHERE h.absence_id = a.id) AS handed_over
FROM absence a JOIN staff s ON s.id = a.staff_id LEFT JOIN staff b ON b.id = a.set_by`,
  `CREATE VIEW report_rounds AS SELECT
  id, kind, ${ISO('at')} AS due_at, promises, ${ISO('recorded_at')} AS recorded_at, ${ISO('shown_at')} AS shown_at
FROM round`,
]

export const absence: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
