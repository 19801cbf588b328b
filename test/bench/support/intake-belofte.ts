import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createMail } from '../../../src/engine/mail/index.ts'
import { effort } from './effort.ts'
import type { Effort } from './effort.ts'
import { ask, startEngine } from './engine.ts'
import type { Intake } from './intake.ts'

const MAILBOX = '0192f000-0000-7000-8000-000000000010'

/** The whole engine, from the moment that somebody adds the mailbox until it says that it is up to date. */
export async function intakeBelofte({ count, folder, server, password, authority }: Intake): Promise<Effort> {
  const engine = await startEngine({ profile: folder, mail: createMail({ authorities: [authority] }) })
  const upToDate = new Promise<void>((resolve, refuse) => {
    engine.onEvent((name, payload) => {
      if (name !== 'changed' || payload === null || !('topics' in payload) || !payload.topics.includes('status')) return
      void ask(engine, 'status.get', {}).then(({ mailboxes: [mailbox] }) => {
        if (mailbox?.phase === 'up-to-date') resolve()
        if (mailbox?.failure) refuse(new Error(JSON.stringify(mailbox.failure)))
      })
    })
  })
  const done = effort()
  await ask(engine, 'provision.apply', {
    provision: {
      mailboxes: [
        {
          ...{
            id: MAILBOX,
            name: 'info',
            address: server.user,
            fromName: 'Fietsenwinkel',
            aliases: [],
            folders: ['INBOX'],
          },
          ...{ imap: server, smtp: server, firstSyncDays: 14, active: true, password },
        },
      ],
    },
  })
  await upToDate
  const result = done()
  await engine.stop()
  check(folder, count)
  return result
}

/** A figure of mails that aren't there is worth nothing. */
function check(profile: string, count: number): void {
  const db = new Sqlite(join(profile, 'belofte.db'), { readonly: true })
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const kept = one(
    `SELECT count(*) FROM contact WHERE kind = 'mail-in' AND unreadable = 0 AND has_html = 1 AND text <> ''`,
  )
  const found = one(`SELECT count(*) FROM search WHERE search MATCH 'text:vraag' AND case_id <> ''`)
  db.close()
  if (kept !== count || found !== count)
    throw new Error(`of ${count} mails ${String(kept)} are kept and ${String(found)} searchable`)
}
