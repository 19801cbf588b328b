import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import type { Side, Source } from './intake.ts'

const MAILS_AT_ONCE = 100

/** Starts `file` (which calls serveBare) as a process of its own. */
export function startBare(file: string, source: Source, folder: string): Side {
  const child = fork(file, ['--bare', join(folder, 'bare.db'), JSON.stringify(source)], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: source.authorityFile },
  })
  const ask = async (question: string): Promise<unknown> => {
    child.send(question)
    const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])])
    if (answer === null) throw new Error('the bare loop ended')
    return answer
  }
  return {
    pid: child.pid!,
    takeIn: async (path) => void (await ask(path)),
    async stop(count) {
      const found = await ask('')
      child.disconnect()
      if (found !== count) throw new Error(`the bare loop: ${String(found)} of ${count} mails can be found`)
    },
  }
}

/** In that process: takes in each folder it is asked for, and for an empty name tells how many mails can be found. */
export async function serveBare(file: string, { server, password }: Source): Promise<void> {
  const mails = openMails(file)
  const client = new ImapFlow({
    ...{ host: server.host, port: server.port, secure: true, auth: { user: server.user, pass: password } },
    ...{ logger: false, disableAutoIdle: true },
  })
  await client.connect()
  process.on('message', async (path: string) => {
    if (path !== '') await fetchAll(client, path, mails.insert)
    process.send!(path === '' ? mails.count() : true)
  })
  process.on('disconnect', () => client.close())
}

interface BareMail {
  readonly uid: number
  readonly raw: Buffer
  readonly email: Email
}

/** The least that makes mails searchable: fetched, parsed, kept as they came, and indexed. */
async function fetchAll(client: ImapFlow, path: string, insert: (mails: readonly BareMail[]) => void): Promise<void> {
  await client.mailboxOpen(path, { readOnly: true })
  let batch: BareMail[] = []
  for await (const { uid, source } of client.fetch('1:*', {
    uid: true,
    source: true,
    internalDate: true,
    flags: true,
  })) {
    batch.push({ uid, raw: source!, email: await PostalMime.parse(source!) })
    if (batch.length < MAILS_AT_ONCE) continue
    insert(batch)
    batch = []
  }
  insert(batch)
}

function openMails(file: string) {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(`CREATE TABLE mail (
    id INTEGER PRIMARY KEY, uid INTEGER, message_id TEXT, sender TEXT, subject TEXT, text TEXT, raw BLOB
  )`)
  db.exec('CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 2")')
  const keep = db.prepare('INSERT INTO mail (uid, message_id, sender, subject, text, raw) VALUES (?, ?, ?, ?, ?, ?)')
  const index = db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)')
  return {
    insert: db.transaction((mails: readonly BareMail[]) => {
      for (const { uid, raw, email } of mails) {
        const { messageId = null, subject = '', text = '', from } = email
        const { lastInsertRowid } = keep.run(uid, messageId, from?.address ?? null, subject, text, raw)
        index.run(lastInsertRowid, `${subject}\n${text}`)
      }
    }),
    count: () => db.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck().get('vraag'),
  }
}
