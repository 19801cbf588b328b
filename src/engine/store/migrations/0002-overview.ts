import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

// What our people notice that should work better, and indexes that find one month among years.

const STATEMENTS = [
  `CREATE TABLE improvement (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('noticed', 'doing', 'done')),
  result TEXT NOT NULL, created_at INTEGER NOT NULL, done_at INTEGER
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE improvement_notice (
  id TEXT PRIMARY KEY, improvement_id TEXT NOT NULL REFERENCES improvement(id), case_id TEXT NOT NULL REFERENCES "case"(id),
  staff_id TEXT REFERENCES staff(id), text TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX improvement_notice_improvement ON improvement_notice (improvement_id, at)`,
  `CREATE INDEX improvement_notice_case ON improvement_notice (case_id)`,
  `CREATE INDEX case_opened ON "case" (opened_at)`,
  // The few cases that can belong to the end of a month in which they neither began nor ended: those of several days.
  `CREATE INDEX case_long ON "case" (opened_at, closed_at, last_contact_at, state)
  WHERE max(ifnull(closed_at, 0), last_contact_at) > opened_at + 259200000`,
  `CREATE INDEX case_came_back ON "case" (last_contact_at, opened_at, state) WHERE came_back > 0`,
  // Answers a count of any month by itself.
  `CREATE INDEX promise_due ON promise (due_at, state, broken_at, made_at, ended_at, case_id)`,
  `CREATE VIEW report_improvements AS SELECT
  n.id, n.improvement_id, i.title, i.status, i.result, n.case_id, s.name AS staff_name, n.text,
  strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000.0, 'unixepoch') AS at,
  strftime('%Y-%m-%dT%H:%M:%fZ', i.created_at / 1000.0, 'unixepoch') AS created_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', i.done_at / 1000.0, 'unixepoch') AS done_at
FROM improvement_notice n JOIN improvement i ON i.id = n.improvement_id LEFT JOIN staff s ON s.id = n.staff_id`,
]

export const overview: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
