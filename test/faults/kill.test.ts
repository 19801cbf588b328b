import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/database.ts'
import { Dovecot } from '../support/dovecot.ts'
import { EngineChild } from '../support/engine-child.ts'
import { customerMail } from '../support/mail-shop.ts'
import { ANNA, BUSINESS, MAILBOX, MAILBOX_SETTINGS, callOf, replyOf } from '../support/small-shop.ts'
import { TestSmtp } from '../support/smtp.ts'
import { checkBackup } from '../../src/engine/services/restore.ts'
import { expectOk } from '../support/database.ts'

// kill -9 at moments that nobody chose. A few rounds each time; `npm run faults -- --rounds=200` for the long sweep.

const ROUNDS = Number(process.env['BELOFTE_FAULT_ROUNDS'] ?? 6)

/** The same moments in each run: a failure can be looked at again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function look<T>(profile: string, read: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(join(profile, 'belofte.db'), { readonly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const all = (profile: string, sql: string): Record<string, unknown>[] =>
  look(profile, (database) => database.prepare(sql).all() as Record<string, unknown>[])

function expectWhole(profile: string): void {
  expect(all(profile, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(all(profile, 'PRAGMA foreign_key_check')).toEqual([])
  const alone = `SELECT p.id FROM promise p LEFT JOIN contact t ON t.id = p.contact_id WHERE t.id IS NULL`
  expect(all(profile, alone), 'no promise without the contact in which it was made').toEqual([])
  const unsaid = `SELECT p.id FROM promise p WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.promise_id = p.id AND e.kind = 'promise-made')`
  expect(all(profile, unsaid), 'no promise without its line in the history').toEqual([])
}

test(
  `the engine is killed ${ROUNDS} times while people write and a backup is made: what was acknowledged is there, whole`,
  async () => {
    const profile = temporaryFolder()
    const random = chance(7)
    const acknowledged = new Set<string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = new EngineChild()
      const began = performance.now()
      expect(await child.start(profile)).toEqual({ kind: 'started' })
      expect(performance.now() - began, 'back in time').toBeLessThan(10_000)
      if (round === 0) {
        await child.call('business.save', BUSINESS)
        await child.call('staff.save', {
          id: ANNA,
          name: 'Anna',
          colour: 'teal',
          email: null,
          signature: '',
          active: true,
        })
      }
      let isAlive = true
      const writing = Array.from({ length: 3 }, async () => {
        while (isAlive) {
          const promiseId = randomUUID()
          const promise = { promiseId, ownerId: ANNA, text: 'Bellen', dueAt: Date.now() + 86_400_000 }
          const call = child.call('contact.log', callOf({ promise }), ANNA)
          const answer = (await Promise.race([call, pause(500).then(() => null)])) as { readonly ok: boolean } | null
          if (answer?.ok === true) acknowledged.add(promiseId)
        }
      })
      if (round % 2 === 1) void child.call('backup.now', {})
      await pause(20 + random() * 300)
      await child.kill()
      isAlive = false
      await Promise.all(writing)
      expectWhole(profile)
      const kept = new Set(all(profile, 'SELECT id FROM promise').map(({ id }) => String(id)))
      expect(
        [...acknowledged].filter((id) => !kept.has(id)),
        'everything acknowledged is there',
      ).toEqual([])
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS)
    const backups = join(profile, 'backups')
    for (const name of existsSync(backups) ? readdirSync(backups) : []) {
      if (name.endsWith('.db')) expectOk(await checkBackup(join(backups, name)))
    }
  },
  60_000 + ROUNDS * 5_000,
)

test(
  `the engine is killed ${ROUNDS} times while it fetches and sends: each mail is in once, none goes out twice`,
  async () => {
    const [imap, smtp] = await Promise.all([Dovecot.start(), TestSmtp.start()])
    onTestFinished(async () => {
      await Promise.all([imap.stop(), smtp.stop()])
    })
    const profile = temporaryFolder()
    const random = chance(11)
    const mailbox = { ...MAILBOX_SETTINGS, address: imap.user, imap: imap.settings(), smtp: smtp.settings() }
    const count = 30 + ROUNDS * 20
    await imap.deliverMany(
      Array.from({ length: count }, (_, i) => customerMail({ subject: `Vraag ${i}`, id: `m${i}@klant.test` })),
    )
    const first = new EngineChild()
    await first.start(profile)
    await first.call('business.save', BUSINESS)
    await first.call('staff.save', { id: ANNA, name: 'Anna', colour: 'teal', email: null, signature: '', active: true })
    await first.call('mailbox.save', { mailbox, password: imap.password })
    await pause(random() * 150)
    await first.kill()
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = new EngineChild()
      expect(await child.start(profile)).toEqual({ kind: 'started' })
      const [one] = all(profile, `SELECT id FROM "case" ORDER BY random() LIMIT 1`)
      if (one !== undefined) {
        const promise = { promiseId: randomUUID(), ownerId: ANNA, text: 'Bericht', dueAt: Date.now() + 86_400_000 }
        const reply = replyOf(String(one['id']), { mailboxId: MAILBOX, promise })
        await Promise.race([child.call('reply.send', reply, ANNA), pause(2_000)])
        // The undo window of a reply is longer than a round: as if it had passed.
        const database = new Sqlite(join(profile, 'belofte.db'), { timeout: 5_000 })
        database.exec(`UPDATE outbox SET next_try_at = 0 WHERE state = 'undo'`)
        database.close()
        child.tell({ kind: 'wake' })
      }
      await pause(30 + random() * 300)
      await child.kill()
      expectWhole(profile)
    }
    const last = new EngineChild()
    await last.start(profile)
    const isIn = (): boolean =>
      all(profile, "SELECT count(*) AS n FROM mail WHERE folder_path = 'INBOX'")[0]!['n'] === count
    await expect.poll(isIn, { timeout: 30_000 }).toBe(true)
    const isSettled = (): boolean =>
      all(profile, `SELECT id FROM outbox WHERE state IN ('undo', 'waiting', 'sending')`).length === 0
    await expect.poll(isSettled, { timeout: 30_000 }).toBe(true)
    await last.kill()
    expectWhole(profile)
    expect(all(profile, 'SELECT raw_id FROM mail GROUP BY raw_id HAVING count(*) > 1')).toEqual([])
    const sent = smtp.taken.map(({ raw }) => /^Message-ID: <(.+)>\r$/m.exec(raw)?.[1])
    expect(sent, 'each mail reached the server once').toEqual([...new Set(sent)])
    const outbox = all(profile, 'SELECT message_id, state FROM outbox')
    for (const { message_id, state } of outbox) {
      if (state === 'sent') expect(sent).toContain(message_id)
      else expect(state, 'what nobody knows waits for a person').toBe('uncertain')
    }
    const alone = `SELECT p.id FROM promise p LEFT JOIN outbox o ON o.contact_id = p.contact_id WHERE p.origin = 'mail' AND o.id IS NULL`
    expect(all(profile, alone), 'no promise without its mail').toEqual([])
  },
  120_000 + ROUNDS * 5_000,
)
