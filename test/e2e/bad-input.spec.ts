import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { makeProfile, runToEnd } from './support/program.ts'

// Starts that must be refused: one clear sentence, an exit code that a script can read, and nothing touched.

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>

test.beforeAll(async () => {
  desktop = await startDesktop()
})
test.afterAll(() => desktop.stop())
test.beforeEach(async () => {
  profile = await makeProfile()
})
test.afterEach(() => profile.remove())

test('an unknown flag is named, and nothing is started', async () => {
  const ended = await runToEnd(desktop, { profile: profile.path, args: ['--dmeo'] })
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain('--dmeo')
  expect(ended.stderr).toContain('--demo')
})

test('a broken provision file is refused with the path of the wrong field', async () => {
  const file = join(profile.path, 'shop.json')
  await writeFile(file, JSON.stringify({ staff: [{ name: 'Sanne' }], business: { zone: 'Europe/Amsterdm' } }))
  const ended = await runToEnd(desktop, { profile: profile.path, args: [`--provision=${file}`, '--hidden'] })
  expect(ended.code).toBe(8)
  expect(ended.stderr).toContain('business.zone')
  expect(ended.stderr).toContain('staff[0].id')
})

test('a provision file that is no JSON is refused with the line', async () => {
  const file = join(profile.path, 'shop.json')
  await writeFile(file, '{\n  "business": {\n    "name" "De Ketting"\n  }\n}\n')
  const ended = await runToEnd(desktop, { profile: profile.path, args: [`--provision=${file}`, '--hidden'] })
  expect(ended.code).toBe(8)
  expect(ended.stderr).toMatch(/regel 3/)
})

test('a profile that can not be written to is named', async () => {
  // Below a file there can be no folder, whoever asks: root may write in a read-only folder.
  const blocked = join(profile.path, 'a-file')
  await writeFile(blocked, '')
  await chmod(blocked, 0o444)
  const ended = await runToEnd(desktop, { profile: join(blocked, 'profile') })
  expect(ended.code).toBe(3)
  expect(ended.stderr).toContain(blocked)
})

test('a database from a newer version is refused and left as it is', async () => {
  await mkdir(profile.path, { recursive: true })
  const file = join(profile.path, 'belofte.db')
  const newer = new Sqlite(file)
  newer.exec('CREATE TABLE from_the_future (x)')
  newer.pragma('user_version = 9999')
  newer.close()
  const before = await readFile(file)
  const ended = await runToEnd(desktop, { profile: profile.path })
  expect(ended.code).toBe(4)
  expect(ended.stderr).toContain('belofte.db')
  expect(await readFile(file)).toEqual(before)
})
