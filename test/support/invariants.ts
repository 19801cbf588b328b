import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Failure } from '../../src/shared/contract/failure.ts'
import type { MailShop } from './mail-shop.ts'

/** What was promised, with its history: no fault may change any of it. */
export type Promised = readonly Readonly<Record<string, unknown>>[]

export function promised(shop: MailShop): Promised {
  return shop.rows(
    `SELECT id, case_id, owner_id, text, made_at, due_at, state, broken_at, ended_at FROM promise ORDER BY id`,
  )
}

/** What must hold after every fault (RELIABILITY, a to e). Mails on the server that no first synchronisation reaches don't count. */
export async function checkInvariants(shop: MailShop, before: Promised = promised(shop)): Promise<void> {
  await everyMailIsThere(shop)
  nothingIsDoubled(shop)
  expect(promised(shop), 'promises and their history are unchanged').toEqual(before)
  everyPromiseHasItsMail(shop)
  await everyFailureIsWorded(shop)
  expect(shop.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(shop.rows('PRAGMA foreign_key_check')).toEqual([])
}

/** (a) Each mail on the server is a contact on a case, with its bytes as they are there. */
async function everyMailIsThere(shop: MailShop): Promise<void> {
  const here = new Map(
    shop
      .rows<{ place: string; sha256: string }>(
        `SELECT m.folder_path || '/' || m.uid || '/' || r.sha256 AS place, r.sha256 FROM mail m
         JOIN raw_mail r ON r.id = m.raw_id JOIN contact t ON t.id = m.contact_id JOIN "case" c ON c.id = t.case_id`,
      )
      .map(({ place, sha256 }) => [place, sha256]),
  )
  for (const folder of shop.mailbox.folders) {
    for (const { uid, raw } of await shop.imap.list(folder)) {
      const sha256 = createHash('sha256').update(raw, 'latin1').digest('hex')
      expect(here.has(`${folder}/${uid}/${sha256}`), `mail ${uid} of ${folder} is in the database`).toBe(true)
    }
  }
}

/** (b) No mail reached the SMTP server twice, none that the outbox doesn't know, and the same bytes are one contact. */
function nothingIsDoubled(shop: MailShop): void {
  const ids = shop.smtp.taken.map(({ raw }) => /^Message-ID: <(.+)>\r$/m.exec(raw)?.[1] ?? '')
  expect(ids, 'each mail reached the server once').toEqual([...new Set(ids)])
  const outbox = new Map(
    shop
      .rows<{ message_id: string; state: string }>('SELECT message_id, state FROM outbox')
      .map((row) => [row.message_id, row.state]),
  )
  for (const id of ids) expect(['sent', 'sending', 'uncertain'], `the outbox knows ${id}`).toContain(outbox.get(id))
  for (const [id, state] of outbox) if (state === 'sent') expect(ids, `${id} was sent`).toContain(id)
  expect(shop.rows(`SELECT raw_id FROM contact WHERE raw_id IS NOT NULL GROUP BY raw_id HAVING count(*) > 1`)).toEqual(
    [],
  )
  expect(shop.rows(`SELECT contact_id FROM mail WHERE contact_id IS NULL`)).toEqual([])
}

/** A promise made in a mail and that mail are one. */
function everyPromiseHasItsMail(shop: MailShop): void {
  const alone = `SELECT p.id FROM promise p LEFT JOIN outbox o ON o.contact_id = p.contact_id WHERE p.origin = 'mail' AND o.id IS NULL`
  expect(shop.rows(alone), 'no promise without its mail').toEqual([])
  const told = `SELECT p.id FROM promise p JOIN outbox o ON o.contact_id = p.contact_id WHERE p.customer_knows = 'yes' AND o.state <> 'sent'`
  expect(shop.rows(told), 'nobody counts as told whose mail has not gone out').toEqual([])
}

/** (d) Whatever is wrong is a code that both languages have words for. */
async function everyFailureIsWorded(shop: MailShop): Promise<void> {
  const status = await shop.test.ask('status.get', {})
  const outbox = await shop.test.ask('outbox.list', {})
  const failures = [...status.mailboxes.map((one) => one.failure), status.storage, ...outbox.map((one) => one.failure)]
  for (const failure of failures) if (failure !== null) expectWorded(failure)
}

export function expectWorded({ code }: Failure): void {
  for (const language of ['nl', 'en']) {
    const file = join(import.meta.dirname, '../../src/shared/locales', language, 'failure.json')
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toContain(code)
  }
}
