CREATE INDEX absence_staff ON absence (staff_id, until_date);

CREATE INDEX attachment_contact ON attachment (contact_id, position);

CREATE INDEX case_answer ON "case" (awaiting_since, id, owner_id, channel, kind, next_due_at, first_answer_at, state)
  WHERE state = 'open' AND next_due_at IS NULL AND first_answer_at IS NOT NULL;

CREATE INDEX case_came_back ON "case" (last_contact_at, opened_at, state) WHERE came_back > 0;

CREATE INDEX case_customer ON "case" (customer_id, opened_at DESC);

CREATE INDEX case_due ON "case" (next_due_at, id, owner_id, channel, kind, first_answer_at, state)
  WHERE state = 'open' AND next_due_at IS NOT NULL;

CREATE INDEX case_first_answer ON "case" (awaiting_since, id, owner_id, channel, kind, next_due_at, first_answer_at, state)
  WHERE state = 'open' AND first_answer_at IS NULL;

CREATE INDEX case_long ON "case" (opened_at, closed_at, last_contact_at, state)
  WHERE max(ifnull(closed_at, 0), last_contact_at) > opened_at + 259200000;

CREATE INDEX case_opened ON "case" (opened_at);

CREATE INDEX case_state ON "case" (state, last_contact_at, id, owner_id, channel, kind);

CREATE INDEX contact_case ON contact (case_id, at);

CREATE INDEX contact_message_id ON contact (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX contact_template ON contact (template_id) WHERE template_id IS NOT NULL;

CREATE INDEX customer_address_customer ON customer_address (customer_id);

CREATE INDEX erased_mail_sha256 ON erased_mail (sha256);

CREATE INDEX event_case ON event (case_id, at) WHERE case_id IS NOT NULL;

CREATE INDEX improvement_notice_case ON improvement_notice (case_id);

CREATE INDEX improvement_notice_improvement ON improvement_notice (improvement_id, at);

CREATE INDEX mail_contact ON mail (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX mail_message_id ON mail (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX mail_raw ON mail (raw_id);

CREATE INDEX nag_snooze_promise ON nag_snooze (promise_id, at);

CREATE INDEX nag_unshown ON nag (recorded_at) WHERE shown_at IS NULL;

CREATE INDEX outbox_aftercare ON outbox (mailbox_id) WHERE copy_state = 'due' OR answered_state = 'due';

CREATE INDEX outbox_state ON outbox (state, next_try_at);

CREATE INDEX promise_case ON promise (case_id);

CREATE INDEX promise_contact ON promise (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX promise_due ON promise (due_at, state, broken_at, made_at, ended_at, case_id);

CREATE INDEX promise_ended_contact ON promise (ended_contact_id) WHERE ended_contact_id IS NOT NULL;

CREATE INDEX promise_live ON promise (due_at) WHERE state IN ('open', 'broken');

CREATE TABLE absence (
  id TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff(id), from_date TEXT NOT NULL, until_date TEXT NOT NULL,
  set_at INTEGER NOT NULL, set_by TEXT REFERENCES staff(id), ended_at INTEGER, seen_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE absence_handover (
  absence_id TEXT NOT NULL REFERENCES absence(id), promise_id TEXT NOT NULL REFERENCES promise(id),
  PRIMARY KEY (absence_id, promise_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact(id), position INTEGER NOT NULL, name TEXT NOT NULL,
  media_type TEXT NOT NULL, size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "case" (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, customer_id TEXT NOT NULL REFERENCES customer(id),
  subject TEXT NOT NULL, subject_key TEXT NOT NULL, kind TEXT NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL,
  set_aside_reason TEXT, owner_id TEXT REFERENCES staff(id), mailbox_id TEXT, opened_at INTEGER NOT NULL,
  first_answer_at INTEGER, closed_at INTEGER, reopened_at INTEGER, last_contact_at INTEGER NOT NULL, awaiting_since INTEGER, next_due_at INTEGER,
  customer_unaware INTEGER NOT NULL DEFAULT 0, came_back INTEGER NOT NULL DEFAULT 0, snippet TEXT NOT NULL
, merged_into TEXT REFERENCES "case"(id), erased_at INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES "case"(id), customer_id TEXT NOT NULL REFERENCES customer(id),
  kind TEXT NOT NULL, at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, staff_id TEXT REFERENCES staff(id), from_address TEXT, to_json TEXT NOT NULL,
  subject TEXT, text TEXT NOT NULL, quoted TEXT NOT NULL, has_html INTEGER NOT NULL, unreadable INTEGER NOT NULL,
  automatic INTEGER NOT NULL, mood TEXT, outcome TEXT, raw_id TEXT REFERENCES raw_mail(id), message_id TEXT,
  references_json TEXT NOT NULL
, template_id TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, company TEXT, notes TEXT NOT NULL, created_at INTEGER NOT NULL,
  search_rowid INTEGER NOT NULL
, erased_at INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE customer_address (
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')), value TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer(id), created_at INTEGER NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_mail (
  mailbox_id TEXT NOT NULL, folder_path TEXT NOT NULL, uid_validity TEXT NOT NULL, uid INTEGER NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (mailbox_id, folder_path, uid_validity, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id TEXT PRIMARY KEY, at INTEGER NOT NULL, staff_id TEXT, kind TEXT NOT NULL, case_id TEXT, promise_id TEXT,
  data_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE folder (
  id TEXT PRIMARY KEY, mailbox_id TEXT NOT NULL REFERENCES mailbox(id), path TEXT NOT NULL, uid_validity TEXT NOT NULL,
  last_uid INTEGER NOT NULL, first_sync_done INTEGER NOT NULL,
  UNIQUE (mailbox_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('noticed', 'doing', 'done')),
  result TEXT NOT NULL, created_at INTEGER NOT NULL, done_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement_notice (
  id TEXT PRIMARY KEY, improvement_id TEXT NOT NULL REFERENCES improvement(id), case_id TEXT NOT NULL REFERENCES "case"(id),
  staff_id TEXT REFERENCES staff(id), text TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mail (
  id TEXT PRIMARY KEY, mailbox_id TEXT NOT NULL REFERENCES mailbox(id), folder_path TEXT NOT NULL, uid_validity TEXT NOT NULL,
  uid INTEGER NOT NULL, message_id TEXT, raw_id TEXT NOT NULL REFERENCES raw_mail(id), contact_id TEXT REFERENCES contact(id),
  received_at INTEGER NOT NULL,
  UNIQUE (mailbox_id, folder_path, uid_validity, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE mailbox (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, from_name TEXT NOT NULL, aliases_json TEXT NOT NULL,
  imap_json TEXT NOT NULL, smtp_json TEXT NOT NULL, folders_json TEXT NOT NULL, first_sync_days INTEGER NOT NULL,
  active INTEGER NOT NULL, stopped_json TEXT, created_at INTEGER NOT NULL, removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE nag (
  id TEXT PRIMARY KEY, promise_id TEXT NOT NULL REFERENCES promise(id), step INTEGER NOT NULL, tone TEXT NOT NULL,
  everyone INTEGER NOT NULL, due_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, shown_at INTEGER,
  UNIQUE (promise_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE nag_snooze (
  id TEXT PRIMARY KEY, promise_id TEXT NOT NULL REFERENCES promise(id), at INTEGER NOT NULL, until INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY, contact_id TEXT NOT NULL UNIQUE REFERENCES contact(id), case_id TEXT NOT NULL REFERENCES "case"(id),
  mailbox_id TEXT NOT NULL REFERENCES mailbox(id), message_id TEXT NOT NULL UNIQUE, envelope_from TEXT NOT NULL,
  recipients_json TEXT NOT NULL, raw BLOB NOT NULL, state TEXT NOT NULL, next_try_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL, failure_json TEXT, refused_json TEXT NOT NULL DEFAULT '[]', created_at INTEGER NOT NULL, sent_at INTEGER,
  copy_state TEXT NOT NULL,
  answered_state TEXT NOT NULL, answers_mail_id TEXT REFERENCES mail(id)
) STRICT;

CREATE TABLE promise (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES "case"(id), customer_id TEXT NOT NULL REFERENCES customer(id),
  owner_id TEXT NOT NULL REFERENCES staff(id), text TEXT NOT NULL, made_at INTEGER NOT NULL, made_by TEXT REFERENCES staff(id),
  due_at INTEGER NOT NULL, origin TEXT NOT NULL, contact_id TEXT REFERENCES contact(id), state TEXT NOT NULL,
  broken_at INTEGER, ended_at INTEGER, kept_how TEXT, end_note TEXT, predecessor_id TEXT REFERENCES promise(id),
  customer_knows TEXT NOT NULL, ended_contact_id TEXT REFERENCES contact(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE raw_mail (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, gzip BLOB NOT NULL
) STRICT;

CREATE TABLE round (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')), at INTEGER NOT NULL,
  promises INTEGER NOT NULL, recorded_at INTEGER NOT NULL, shown_at INTEGER,
  UNIQUE (kind, at)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  text, customer, case_id UNINDEXED, customer_id UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE setting (key TEXT PRIMARY KEY, value_json TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL, email TEXT, signature TEXT NOT NULL,
  active INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE template (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, language TEXT NOT NULL, address TEXT NOT NULL, title TEXT NOT NULL,
  body TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE undo (id TEXT PRIMARY KEY, at INTEGER NOT NULL, data_json TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event WHEN NOT (
  NEW.data_json = '{"erased":true}' AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.kind = OLD.kind
  AND NEW.staff_id IS OLD.staff_id AND NEW.case_id IS OLD.case_id AND NEW.promise_id IS OLD.promise_id
  AND EXISTS (SELECT 1 FROM "case" WHERE id = OLD.case_id AND erased_at IS NOT NULL)
) BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE VIEW report_absences AS SELECT
  a.id, s.name AS staff_name, a.from_date, a.until_date, strftime('%Y-%m-%dT%H:%M:%fZ', a.set_at / 1000.0, 'unixepoch') AS set_at, b.name AS set_by_name,
  strftime('%Y-%m-%dT%H:%M:%fZ', a.ended_at / 1000.0, 'unixepoch') AS ended_at, (SELECT count(*) FROM absence_handover h WHERE h.absence_id = a.id) AS handed_over
FROM absence a JOIN staff s ON s.id = a.staff_id LEFT JOIN staff b ON b.id = a.set_by;

CREATE VIEW report_cases AS SELECT
  c.id, c.number, c.customer_id, k.name AS customer_name, c.subject, c.kind, c.channel, c.state, c.set_aside_reason,
  s.name AS owner_name, strftime('%Y-%m-%dT%H:%M:%fZ', c.opened_at / 1000.0, 'unixepoch') AS opened_at, strftime('%Y-%m-%dT%H:%M:%fZ', c.first_answer_at / 1000.0, 'unixepoch') AS first_answer_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', c.closed_at / 1000.0, 'unixepoch') AS closed_at, strftime('%Y-%m-%dT%H:%M:%fZ', c.last_contact_at / 1000.0, 'unixepoch') AS last_contact_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', c.awaiting_since / 1000.0, 'unixepoch') AS awaiting_since, strftime('%Y-%m-%dT%H:%M:%fZ', c.next_due_at / 1000.0, 'unixepoch') AS next_due_at, c.came_back
FROM "case" c JOIN customer k ON k.id = c.customer_id LEFT JOIN staff s ON s.id = c.owner_id;

CREATE VIEW report_contacts AS SELECT
  t.id, t.case_id, t.customer_id, t.kind, strftime('%Y-%m-%dT%H:%M:%fZ', t.at / 1000.0, 'unixepoch') AS at, s.name AS staff_name, t.from_address, t.to_json, t.subject,
  t.text, t.mood, t.outcome, t.automatic, t.message_id
FROM contact t LEFT JOIN staff s ON s.id = t.staff_id;

CREATE VIEW report_improvements AS SELECT
  n.id, n.improvement_id, i.title, i.status, i.result, n.case_id, s.name AS staff_name, n.text,
  strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000.0, 'unixepoch') AS at,
  strftime('%Y-%m-%dT%H:%M:%fZ', i.created_at / 1000.0, 'unixepoch') AS created_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', i.done_at / 1000.0, 'unixepoch') AS done_at
FROM improvement_notice n JOIN improvement i ON i.id = n.improvement_id LEFT JOIN staff s ON s.id = n.staff_id;

CREATE VIEW report_nags AS SELECT
  n.id, n.promise_id, p.case_id, o.name AS owner_name, n.step, n.tone, n.everyone, strftime('%Y-%m-%dT%H:%M:%fZ', n.due_at / 1000.0, 'unixepoch') AS due_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', n.recorded_at / 1000.0, 'unixepoch') AS recorded_at, strftime('%Y-%m-%dT%H:%M:%fZ', n.shown_at / 1000.0, 'unixepoch') AS shown_at
FROM nag n JOIN promise p ON p.id = n.promise_id JOIN staff o ON o.id = p.owner_id;

CREATE VIEW report_outbox AS SELECT
  o.id, o.contact_id, o.case_id, b.address AS mailbox_address, o.message_id, o.recipients_json, o.state, o.attempts,
  o.failure_json, strftime('%Y-%m-%dT%H:%M:%fZ', o.created_at / 1000.0, 'unixepoch') AS created_at, strftime('%Y-%m-%dT%H:%M:%fZ', o.next_try_at / 1000.0, 'unixepoch') AS next_try_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', o.sent_at / 1000.0, 'unixepoch') AS sent_at, o.copy_state, o.answered_state
FROM outbox o JOIN mailbox b ON b.id = o.mailbox_id;

CREATE VIEW report_promises AS SELECT
  p.id, p.case_id, p.customer_id, o.name AS owner_name, m.name AS made_by_name, p.text, strftime('%Y-%m-%dT%H:%M:%fZ', p.made_at / 1000.0, 'unixepoch') AS made_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', p.due_at / 1000.0, 'unixepoch') AS due_at, p.origin, p.contact_id, p.state, strftime('%Y-%m-%dT%H:%M:%fZ', p.broken_at / 1000.0, 'unixepoch') AS broken_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', p.ended_at / 1000.0, 'unixepoch') AS ended_at, p.kept_how, p.end_note, p.predecessor_id, p.customer_knows
FROM promise p JOIN staff o ON o.id = p.owner_id LEFT JOIN staff m ON m.id = p.made_by;

CREATE VIEW report_rounds AS SELECT
  id, kind, strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch') AS due_at, promises, strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded_at, strftime('%Y-%m-%dT%H:%M:%fZ', shown_at / 1000.0, 'unixepoch') AS shown_at
FROM round;
