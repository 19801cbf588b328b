import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

// A customer may ask to be erased. What figures need stays; what tells who it was and what was said goes.

const STATEMENTS = [
  `ALTER TABLE customer ADD COLUMN erased_at INTEGER`,
  `ALTER TABLE "case" ADD COLUMN erased_at INTEGER`,
  // Where an erased mail is on its server, so that it is not fetched again; and its hash, for when the server counts anew.
  `CREATE TABLE erased_mail (
  mailbox_id TEXT NOT NULL, folder_path TEXT NOT NULL, uid_validity TEXT NOT NULL, uid INTEGER NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (mailbox_id, folder_path, uid_validity, uid)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX erased_mail_sha256 ON erased_mail (sha256)`,
  // The history stays append-only, with one exception: of a case that was erased, the words of a line may go. When, who, what
  // and on which case stay, and no other value than {"erased":true} can be put in their place.
  `DROP TRIGGER event_no_update`,
  `CREATE TRIGGER event_no_update BEFORE UPDATE ON event WHEN NOT (
  NEW.data_json = '{"erased":true}' AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.kind = OLD.kind
  AND NEW.staff_id IS OLD.staff_id AND NEW.case_id IS OLD.case_id AND NEW.promise_id IS OLD.promise_id
  AND EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id AND erased_at IS NOT NULL)
) BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END`,
  // Words that go must be gone at once, and not when segments of the index happen to be merged.
  `INSERT INTO search (search, rank) VALUES ('secure-delete', 1)`,
]

export const erasure: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
