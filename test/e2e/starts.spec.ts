import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { Dovecot } from '../support/dovecot.ts'
import { TestSmtp } from '../support/smtp.ts'
import { mainWindow, makeProfile, runToEnd, startProgram } from './support/program.ts'
import { readReport } from './support/report.ts'
import { provisionFor } from './support/shop.ts'

// The ways to start Belofte that an IT helper or a softphone uses: README, "Starting it in other ways".

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>

test.beforeEach(async () => {
  desktop = await startDesktop()
  profile = await makeProfile()
})
test.afterEach(async () => {
  await desktop.stop()
  await profile.remove()
})

test('a second start with a number opens the phone note of the first', async () => {
  const app = await startProgram(desktop, { profile: profile.path, args: ['--demo'] })
  await mainWindow(app)
  const second = await runToEnd(desktop, { profile: profile.path, args: ['--demo', '--phone-note=06 12345678'] })
  expect(second.code).toBe(0)
  await expect
    .poll(async () => {
      const note = app.windows().find((window) => window.url().includes('phone-note'))
      return note === undefined ? null : note.getByRole('textbox', { name: 'Telefoonnummer' }).inputValue()
    })
    .toBe('06 12345678')
  await app.close()
})

test('started hidden it has no window until somebody starts it again', async () => {
  const app = await startProgram(desktop, { profile: profile.path, args: ['--demo', '--hidden'] })
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length)
  expect(await visible()).toBe(0)
  const second = await runToEnd(desktop, { profile: profile.path, args: ['--demo'] })
  expect(second.code).toBe(0)
  await expect.poll(visible).toBe(1)
  await app.close()
})

test('the same file sets up the same shop twice, and a stranger’s folder stays as it is', async () => {
  const dovecot = await Dovecot.start()
  const smtp = await TestSmtp.start()
  const file = join(profile.path, 'winkel.json')
  await writeFile(file, JSON.stringify(provisionFor(dovecot, smtp)))
  const start = () =>
    startProgram(desktop, {
      profile: profile.path,
      args: [`--provision=${file}`],
      env: { SHOP_PASSWORD: dovecot.password },
    })
  const everything = () =>
    readReport(
      profile.path,
      'SELECT (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM mailbox) AS mailboxes',
    )
  for (let round = 0; round < 2; round += 1) {
    const app = await start()
    await mainWindow(app)
    expect(everything()).toEqual([{ staff: 2, mailboxes: 1 }])
    await app.close()
  }
  const mixed = await runToEnd(desktop, { profile: profile.path, args: ['--demo'] })
  expect(mixed.code).toBe(11)
  expect(everything()).toEqual([{ staff: 2, mailboxes: 1 }])
  await smtp.stop()
  await dovecot.stop()
})
