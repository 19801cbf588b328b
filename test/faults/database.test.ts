import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import type { Engine } from '../../src/engine/engine.ts'
import type { Failure } from '../../src/shared/contract/failure.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import { HOUR, MINUTE } from '../../src/shared/domain/time.ts'
import { createTestClock } from '../support/clock.ts'
import { THURSDAY_10, memorySecrets, offlineMail, recordedLog, startTestEngine } from '../support/context.ts'
import type { TestEngine } from '../support/context.ts'
import { expectFailure, expectOk, temporaryFolder } from '../support/database.ts'
import { expectWorded } from '../support/invariants.ts'
import { reportOf } from '../support/reports.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { addMailbox, callOf, openShop, promiseOf, replyOf } from '../support/small-shop.ts'

const FILE = 'belofte.db'
const PAGE = 4_096
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A shop with a backup, and after that one more case; stopped. */
async function shopWithBackup(): Promise<TestEngine> {
  const shop = await startTestEngine()
  await openShop(shop)
  await addMailbox(shop)
  const { caseId } = await shop.ask('contact.log', callOf({ promise: promiseOf(shop) }))
  await shop.ask('reply.send', replyOf(caseId))
  for (let i = 0; i < 50; i += 1) await shop.ask('contact.log', callOf({ text: `Vraag ${i} `.repeat(200) }))
  await shop.ask('backup.now', {})
  await shop.clock.pass(MINUTE)
  await shop.ask('contact.log', callOf())
  await shop.engine.stop()
  return shop
}

function start(
  profile: string,
  more: { readonly restore?: string; readonly damaged?: (failure: Failure) => void } = {},
): Promise<Result<Engine, Failure>> {
  return createEngine({
    profile,
    resources: join(import.meta.dirname, '../../resources'),
    clock: createTestClock(THURSDAY_10 + HOUR),
    secrets: memorySecrets(),
    log: recordedLog(),
    practice: null,
    mail: offlineMail(),
    ...more,
  })
}

/** Refused with the newest good backup named; put back, everything of it is there and the damaged file is kept as it was. */
async function expectRescue(profile: string): Promise<void> {
  const before = hashOf(join(profile, FILE))
  const failure = expectFailure(await start(profile))
  expect(failure.code).toBe('database-damaged')
  expectWorded(failure)
  expect(hashOf(join(profile, FILE)), 'nothing was changed').toBe(before)
  const backup = String(failure.detail?.['backup'])
  expect(failure.detail?.['backupAt']).toBe(THURSDAY_10)
  const engine = expectOk(await start(profile, { restore: backup }))
  onTestFinished(() => engine.stop())
  expect(reportOf({ profile }, 'cases')).toHaveLength(51)
  expect(reportOf({ profile }, 'outbox')).toMatchObject([{ state: 'uncertain' }])
  expect(reportOf({ profile }, 'cases', 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  const [stamp] = readdirSync(join(profile, 'set-aside'))
  expect(hashOf(join(profile, 'set-aside', stamp!, FILE)), 'the original is kept').toBe(before)
}

test('the head of the database is overwritten', async () => {
  const { profile } = await shopWithBackup()
  writeFileSync(join(profile, FILE), Buffer.alloc(PAGE * 2, 0x2a), { flag: 'r+' })
  await expectRescue(profile)
  expect(existsSync(join(profile, 'set-aside'))).toBe(true)
})

test('pages in the middle are overwritten: found by the check after the start, refused from then on', async () => {
  const { profile } = await shopWithBackup()
  const bytes = readFileSync(join(profile, FILE))
  // A page that nobody reads at a start: one with what a customer said.
  const said = bytes.indexOf('Vraag 25 Vraag 25', PAGE * 40, 'latin1')
  const leaf = Array.from({ length: bytes.length / PAGE }, (_, i) => i).findLast(
    (page) => page * PAGE <= said && [0x02, 0x0a, 0x0d].includes(bytes[page * PAGE]!),
  )!
  bytes.fill(0xff, leaf * PAGE, (leaf + 1) * PAGE)
  writeFileSync(join(profile, FILE), bytes)
  const told = new Promise<Failure>((resolve) => void runUntilChecked(profile, resolve))
  expect((await told).code).toBe('database-damaged')
  await expectRescueOfMarked(profile)
})

/** Runs until the check has come by. */
async function runUntilChecked(profile: string, damaged: (failure: Failure) => void): Promise<void> {
  const clock = createTestClock(THURSDAY_10 + HOUR)
  const engine = expectOk(
    await createEngine({
      ...{ profile, clock, damaged, practice: null, log: recordedLog(), secrets: memorySecrets(), mail: offlineMail() },
      resources: join(import.meta.dirname, '../../resources'),
    }),
  )
  onTestFinished(() => engine.stop())
  await clock.pass(3 * MINUTE)
}

async function expectRescueOfMarked(profile: string): Promise<void> {
  const failure = expectFailure(await start(profile))
  expect(failure.code).toBe('database-damaged')
  const engine = expectOk(await start(profile, { restore: String(failure.detail?.['backup']) }))
  onTestFinished(() => engine.stop())
  expect(reportOf({ profile }, 'cases', 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(existsSync(join(profile, 'damaged'))).toBe(false)
}

test('the database is cut off', async () => {
  const { profile } = await shopWithBackup()
  truncateSync(join(profile, FILE), 10 * PAGE)
  const opened = await start(profile)
  if (opened.ok) {
    await opened.value.stop()
    await new Promise<Failure>((resolve) => void runUntilChecked(profile, resolve))
  }
  await expectRescueOfMarked(profile)
  expect(existsSync(join(profile, 'set-aside'))).toBe(true)
})

test('nothing of a backup is good: it says so, and offers none', async () => {
  const { profile } = await shopWithBackup()
  for (const file of [
    join(profile, FILE),
    ...readdirSync(join(profile, 'backups')).map((name) => join(profile, 'backups', name)),
  ]) {
    writeFileSync(file, Buffer.alloc(PAGE * 4, 0x2a), { flag: 'r+' })
  }
  const failure = expectFailure(await start(profile))
  expect(failure).toMatchObject({ code: 'database-damaged' })
  expect(failure.detail?.['backup']).toBeUndefined()
})

test('the -wal is lost: the database is whole, at an earlier moment', async () => {
  const shop = await startTestEngine()
  await openShop(shop)
  await shop.ask('contact.log', callOf())
  const left = temporaryFolder()
  cpSync(join(shop.profile, FILE), join(left, FILE))
  rmSync(join(left, `${FILE}-wal`), { force: true })
  const engine = expectOk(await start(left))
  onTestFinished(() => engine.stop())
  expect(reportOf({ profile: left }, 'cases', 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('a crash in the middle of putting back: the next start finishes it', async () => {
  const { profile } = await shopWithBackup()
  const [name] = readdirSync(join(profile, 'backups'))
  cpSync(join(profile, 'backups', name!), join(profile, 'restore-ready.db'))
  // Put aside already, not in place yet.
  rmSync(join(profile, FILE))
  const engine = expectOk(await start(profile))
  onTestFinished(() => engine.stop())
  expect(reportOf({ profile }, 'cases')).toHaveLength(51)
  expect(existsSync(join(profile, 'restore-ready.db'))).toBe(false)
})

test('locked by another program: says so, and starts when it is free', async () => {
  const { profile } = await shopWithBackup()
  const other = new Sqlite(join(profile, FILE))
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  const failure = expectFailure(await start(profile))
  expect(failure.code).toBe('database-busy')
  expectWorded(failure)
  other.close()
  const engine = expectOk(await start(profile))
  onTestFinished(() => engine.stop())
})

test('from a newer version: refused, untouched', async () => {
  const { profile } = await shopWithBackup()
  const other = new Sqlite(join(profile, FILE))
  other.pragma('user_version = 9999')
  other.pragma('journal_mode = DELETE')
  other.close()
  const before = hashOf(join(profile, FILE))
  const failure = expectFailure(await start(profile))
  expect(failure.code).toBe('database-newer')
  expectWorded(failure)
  expect(hashOf(join(profile, FILE))).toBe(before)
})

test('a full disk: no backup, and that is told; the others stay, and the next one works', async (context) => {
  const disk = mountSmallDisk()
  if (disk === null) return context.skip('this user may mount nothing')
  const shop = await startTestEngine({ profile: disk.path })
  await openShop(shop)
  await shop.ask('backup.now', {})
  const free = disk.fill()
  const failure = expectFailure(await shop.call('backup.now', {}))
  expect(failure.code).toBe('disk-full')
  expectWorded(failure)
  expect((await shop.ask('status.get', {})).backup?.code).toBe('disk-full')
  expect((await shop.ask('backup.status', {})).backups).toHaveLength(1)
  free()
  await shop.clock.pass(MINUTE)
  await shop.ask('backup.now', {})
  expect((await shop.ask('status.get', {})).backup).toBeNull()
  await shop.engine.stop()
})

test('a profile that can only be read: names the folder, sends nothing', async (context) => {
  const { profile } = await shopWithBackup()
  try {
    execFileSync('mount', ['--bind', profile, profile], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,ro,bind', profile], { stdio: 'ignore' })
  } catch {
    return context.skip('this user may mount nothing')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', profile]))
  const failure = expectFailure(await start(profile))
  expect(failure.code).toBe('profile-not-writable')
  expectWorded(failure)
})
