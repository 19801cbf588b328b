import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import { makeProfile, runToEnd } from './support/program.ts'

// The pictures that show Belofte on a machine without a screen. `npm run screenshots` makes those of the README the same way.

const SCREENS = ['today', 'queue', 'case', 'compose', 'outbox', 'settings', 'phone-note']

test('the practice business shows its screens in both languages, and ends', async () => {
  const desktop = await startDesktop()
  const profile = await makeProfile()
  const folder = join(profile.path, 'pictures')
  const ended = await runToEnd(desktop, { profile: profile.path, args: ['--demo', `--screenshot=${folder}`] })
  expect(ended.code, ended.stderr).toBe(0)
  const names = (await readdir(folder)).filter((name) => /-(nl|en)\.png$/.test(name))
  for (const screen of SCREENS) expect(names).toEqual(expect.arrayContaining([`${screen}-nl.png`, `${screen}-en.png`]))
  // A blank page makes a picture of a few kilobytes.
  for (const name of names) expect((await stat(join(folder, name))).size, name).toBeGreaterThan(20_000)
  await desktop.stop()
  await profile.remove()
})
