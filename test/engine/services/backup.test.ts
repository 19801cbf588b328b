import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { sealFile, unsealFile } from '../../../src/engine/services/backup-seal.ts'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { expectFailure, expectOk, temporaryFolder } from '../../support/database.ts'
import { reportOf } from '../../support/reports.ts'
import { addMailbox, callOf, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'

const backupsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((n) => /\.(db|sealed)$/.test(n)) : []
const here = ({ profile }: TestEngine): string => join(profile, 'backups')

async function shopWithCase(test: TestEngine): Promise<string> {
  await openShop(test)
  const { caseId } = await test.ask(
    'contact.log',
    callOf({ promise: promiseOf(test, { dueAt: test.clock.now() + DAY }) }),
  )
  return caseId
}

/** The engine ends and starts again on its files, as after a restart of the program. */
async function restart(test: TestEngine): Promise<TestEngine> {
  await test.engine.stop()
  return startTestEngine({ profile: test.profile, clock: test.clock })
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(async () => check(), { timeout: 15_000, interval: 20 }).toBe(true)
}

const only = async (test: TestEngine): Promise<string> => (await test.ask('backup.status', {})).backups[0]!.name

describe('backups', () => {
  it('are made by themselves once a day while the program runs, and can be opened with any tool', async () => {
    const test = await startTestEngine()
    await shopWithCase(test)
    await test.clock.pass(3 * MINUTE)
    await until(() => backupsIn(here(test)).length === 1)
    const file = join(here(test), backupsIn(here(test))[0]!)
    const copy = new Sqlite(file, { readonly: true })
    expect(copy.prepare('SELECT count(*) AS n FROM report_cases').get()).toEqual({ n: 1 })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
    await until(async () => (await test.ask('backup.status', {})).checkedAt !== null)
    await test.clock.pass(5 * HOUR)
    expect(backupsIn(here(test))).toHaveLength(1)
    await test.clock.pass(DAY)
    await until(() => backupsIn(here(test)).length === 2)
  })

  it('hold what is acknowledged, while others write', async () => {
    const test = await startTestEngine()
    await openShop(test)
    const writing = (async () => {
      for (let i = 0; i < 60; i += 1)
        await test.ask('contact.log', callOf({ customer: { name: `Klant ${i}`, phone: null, email: null } }))
    })()
    await test.ask('contact.log', callOf())
    await test.ask('backup.now', {})
    await writing
    const preview = await test.ask('backup.preview', { name: await only(test), password: null })
    expect(preview.cases).toBeGreaterThan(0)
    expect(preview.business).toBe('De Proef')
  })

  it('go to a second folder too, with the password, as soon as that folder is there again', async () => {
    const test = await startTestEngine()
    await shopWithCase(test)
    const stick = join(temporaryFolder(), 'stick')
    mkdirSync(stick)
    await test.ask('backup.set-password', { password: 'fietsbel-2026' })
    await test.ask('backup.set-folder', { path: stick })
    expect(backupsIn(stick)).toEqual([expect.stringMatching(/^belofte-[0-9a-f]{8}-\d{8}T\d{6}Z\.sealed$/)])
    expect(readFileSync(join(stick, backupsIn(stick)[0]!)).includes('Jan Klant')).toBe(false)

    renameSync(stick, `${stick}-away`)
    await test.clock.pass(6 * DAY)
    expect((await test.ask('status.get', {})).backup).toBeNull()
    await test.clock.pass(2 * DAY)
    await until(async () => (await test.ask('status.get', {})).backup?.code === 'backup-folder-away')

    renameSync(`${stick}-away`, stick)
    await test.clock.pass(2 * HOUR)
    await until(async () => (await test.ask('status.get', {})).backup === null)
    expect(backupsIn(stick)).toHaveLength(2)
  })

  it('of another shop on the same stick are left alone', async () => {
    const test = await startTestEngine()
    await openShop(test)
    const stick = temporaryFolder()
    for (let day = 10; day < 30; day += 1)
      writeFileSync(join(stick, `belofte-0000aaaa-202501${day}T120000Z.db`), 'another shop')
    await test.ask('backup.set-folder', { path: stick })
    expect(backupsIn(stick)).toHaveLength(21)
  })

  it('that can’t be written are told of, and the program goes on', async () => {
    const test = await startTestEngine()
    await openShop(test)
    writeFileSync(here(test), 'a file where the folder should be')
    expect(expectFailure(await test.call('backup.now', {})).code).toBe('file-not-writable')
    expect((await test.ask('status.get', {})).backup?.code).toBe('file-not-writable')
    await test.ask('contact.log', callOf())
  })
})

describe('a sealed backup', () => {
  const PASSWORD = 'geheim met accent é'

  it('opens with its password, in either Unicode form', async () => {
    const folder = temporaryFolder()
    const [plain, sealed, opened] = ['plain', 'sealed', 'opened'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(plain, Buffer.alloc(300_000, 'Jan Klant '))
    await sealFile(plain, sealed, PASSWORD)
    expectOk(await unsealFile(sealed, opened, PASSWORD.normalize('NFD')))
    expect(readFileSync(opened).equals(readFileSync(plain))).toBe(true)
  })

  it('is refused with a wrong password, one changed byte anywhere, or its end missing; nothing is left behind', async () => {
    const folder = temporaryFolder()
    const [plain, sealed, opened] = ['plain', 'sealed', 'opened'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(plain, 'x'.repeat(5_000))
    await sealFile(plain, sealed, PASSWORD)
    const bytes = readFileSync(sealed)
    expect(expectFailure(await unsealFile(sealed, opened, 'ander wachtwoord')).code).toBe('backup-password')
    for (const at of [0, 20, 40, 44, 2_500, bytes.length - 17, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      writeFileSync(sealed, changed)
      const { code } = expectFailure(await unsealFile(sealed, opened, PASSWORD))
      expect(code, `byte ${at}`).toBe(at < 16 ? 'not-a-backup' : 'backup-password')
      expect(existsSync(opened)).toBe(false)
    }
    writeFileSync(sealed, bytes.subarray(0, bytes.length - 1))
    expect(expectFailure(await unsealFile(sealed, opened, PASSWORD)).code).toBe('backup-password')
  }, 60_000)
})

describe('putting a backup back', () => {
  it('shows what is in it and what it lacks, and puts what is here aside', async () => {
    const test = await startTestEngine()
    await shopWithCase(test)
    await test.ask('backup.now', {})
    await test.clock.pass(HOUR)
    await test.ask('contact.log', callOf({ customer: { name: 'Later', phone: null, email: null } }))
    const name = await only(test)
    const preview = await test.ask('backup.preview', { name, password: null })
    expect(preview).toMatchObject({
      cases: 1,
      customers: 1,
      openPromises: 1,
      unsent: 0,
      lacks: { cases: 1, contacts: 1, promises: 0 },
    })
    await test.ask('backup.restore', { name, password: null })
    const again = await restart(test)
    expect(reportOf(again, 'cases')).toHaveLength(1)
    expect(reportOf(again, 'promises')).toMatchObject([{ state: 'open' }])
    const [stamp] = readdirSync(join(test.profile, 'set-aside'))
    const aside = new Sqlite(join(test.profile, 'set-aside', stamp!, 'belofte.db'), { readonly: true })
    expect(aside.prepare('SELECT count(*) AS n FROM report_cases').get()).toEqual({ n: 2 })
    aside.close()
    expect((await again.ask('backup.status', {})).restoredAt).not.toBeNull()
  })

  it('on a new PC from a sealed file: with the password only', async () => {
    const old = await startTestEngine()
    await shopWithCase(old)
    const stick = temporaryFolder()
    await old.ask('backup.set-password', { password: 'fietsbel-2026' })
    await old.ask('backup.set-folder', { path: stick })
    const fresh = await startTestEngine()
    const path = join(stick, backupsIn(stick)[0]!)
    expect(await fresh.ask('backup.choose', { path })).toMatchObject({ sealed: true })
    for (const password of [null, 'fietsbel-2025']) {
      expect(expectFailure(await fresh.call('backup.preview', { name: 'chosen', password })).code).toBe(
        'backup-password',
      )
    }
    await fresh.ask('backup.restore', { name: 'chosen', password: 'fietsbel-2026' })
    expect(reportOf(await restart(fresh), 'cases')).toHaveLength(1)
    expect(existsSync(join(fresh.profile, 'unsealed'))).toBe(false)
  })

  it('never sends what was waiting: it waits for a person', async () => {
    const test = await startTestEngine()
    const caseId = await shopWithCase(test)
    await addMailbox(test)
    await test.ask('reply.send', replyOf(caseId, { promise: promiseOf(test, { dueAt: test.clock.now() + DAY }) }))
    await test.ask('backup.now', {})
    const name = await only(test)
    expect((await test.ask('backup.preview', { name, password: null })).unsent).toBe(1)
    await test.ask('backup.restore', { name, password: null })
    const again = await restart(test)
    await again.clock.pass(HOUR)
    expect(await again.ask('outbox.list', {})).toMatchObject([{ state: 'uncertain', failure: { code: 'from-backup' } }])
  })

  it('refuses what is no backup, a damaged one and one of a newer version, and changes nothing', async () => {
    const test = await startTestEngine()
    await shopWithCase(test)
    await test.ask('backup.now', {})
    const good = readFileSync(join(here(test), await only(test)))
    const folder = temporaryFolder()
    const refused = async (bytes: Uint8Array): Promise<string> => {
      const path = join(folder, 'x.db')
      writeFileSync(path, bytes)
      await test.ask('backup.choose', { path })
      return expectFailure(await test.call('backup.restore', { name: 'chosen', password: null })).code
    }
    expect(await refused(Buffer.from('boodschappenlijst '.repeat(500)))).toBe('not-a-backup')
    const damaged = Buffer.from(good)
    damaged.fill(0xff, 4_096 * 3, 4_096 * 12)
    expect(['backup-damaged', 'not-a-backup']).toContain(await refused(damaged))
    expect(await refused(good.subarray(0, 4_096 * 5))).toBe('backup-damaged')
    const newer = Buffer.from(good)
    newer.writeUInt32BE(9_999, 60)
    expect(await refused(newer)).toBe('database-newer')
    expect(existsSync(join(test.profile, 'restore-ready.db'))).toBe(false)
    expect(reportOf(test, 'cases')).toHaveLength(1)
  })

  it('names no file outside its folders', async () => {
    const test = await startTestEngine()
    for (const name of ['../belofte.db', '/etc/passwd', 'belofte.db', '']) {
      const call: InputOf<'backup.preview'> = { name, password: null }
      expect(expectFailure(await test.call('backup.preview', call)).code).toBe('bad-input')
    }
    const asWindow = await test.engine.call('backup.choose', { path: '/etc/passwd' }, null, 'window')
    expect(asWindow).toEqual({ ok: false, error: { code: 'unknown-call' } })
  })
})
