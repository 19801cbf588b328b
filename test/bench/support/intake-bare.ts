import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { effort } from './effort.ts'
import type { Effort } from './effort.ts'
import type { Intake } from './intake.ts'

const MAILS_AT_ONCE = 100

/** The least that makes mails searchable: fetched, parsed, kept as they came, and indexed. */
export async function intakeBare({ count, folder, server, password, authority }: Intake): Promise<Effort> {
  const db = new Sqlite(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(
    `CREATE TABLE mail (id INTEGER PRIMARY KEY, uid INTEGER, message_id TEXT, sender TEXT, subject TEXT, text TEXT, raw BLOB)`,
  )
  db.exec(`CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 2")`)
  const insertMail = db.prepare(
    'INSERT INTO mail (uid, message_id, sender, subject, text, raw) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertText = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)')
  const insertAll = db.transaction((mails: readonly { uid: number; raw: Buffer; email: Email }[]) => {
    for (const { uid, raw, email } of mails) {
      const { messageId = null, subject = '', text = '', from } = email
      const { lastInsertRowid } = insertMail.run(uid, messageId, from?.address ?? null, subject, text, raw)
      insertText.run(lastInsertRowid, `${subject}\n${text}`)
    }
  })
  const done = effort()
  const client = new ImapFlow({
    ...{ host: server.host, port: server.port, secure: true, tls: { ca: authority } },
    ...{ auth: { user: server.user, pass: password }, logger: false, disableAutoIdle: true },
  })
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  let batch: { uid: number; raw: Buffer; email: Email }[] = []
  for await (const { uid, source } of client.fetch('1:*', {
    uid: true,
    source: true,
    internalDate: true,
    flags: true,
  })) {
    batch.push({ uid, raw: source!, email: await PostalMime.parse(source!) })
    if (batch.length < MAILS_AT_ONCE) continue
    insertAll(batch)
    batch = []
  }
  insertAll(batch)
  const result = done()
  const found = db.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck().get('vraag')
  if (found !== count) throw new Error(`${String(found)} of ${count} mails are searchable`)
  await client.logout()
  db.close()
  return result
}
