import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { Dovecot } from '../support/dovecot.ts'
import { TestSmtp } from '../support/smtp.ts'
import { mainWindow, makeProfile, startProgram } from './support/program.ts'
import { questionMail } from './support/mails.ts'
import { readReport } from './support/report.ts'
import { provisionFor } from './support/shop.ts'

// What the owner does to trust it: a backup on a stick, looked into and put back; a customer erased; the screen locked.

let desktop: Desktop
let dovecot: Dovecot
let smtp: TestSmtp
let stick: string
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  desktop = await startDesktop()
  dovecot = await Dovecot.start()
  smtp = await TestSmtp.start()
  profile = await makeProfile()
  stick = mkdtempSync(join(tmpdir(), 'belofte-stick-'))
  const provision = join(profile.path, 'winkel.json')
  writeFileSync(provision, JSON.stringify(provisionFor(dovecot, smtp)))
  app = await startProgram(desktop, {
    profile: profile.path,
    args: [`--provision=${provision}`],
    env: { SHOP_PASSWORD: dovecot.password },
  })
  window = await mainWindow(app)
})

test.afterEach(async () => {
  await app.close()
  await smtp.stop()
  await dovecot.stop()
  await desktop.stop()
  await profile.remove()
  rmSync(stick, { recursive: true, force: true })
})

/** The dialogs of the system, answered as a person would who says yes. */
async function saysYes(): Promise<void> {
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
  }, stick)
}

async function openSettings(section: string): Promise<void> {
  await window.evaluate(() => (location.hash = '#/settings'))
  await window.getByRole('button', { name: section, exact: true }).click()
  await expect(window.getByRole('heading', { name: section, exact: true })).toBeVisible()
}

const casesNow = (): number => readReport(profile.path, 'SELECT id FROM report_cases').length

test('a backup goes to a stick with a password, is looked into, and is put back; a customer is erased', async () => {
  await saysYes()
  await dovecot.deliver(questionMail({ id: 'een', subject: 'Is mijn fiets klaar?', text: 'Ik hoor het graag.' }))
  await expect.poll(casesNow).toBe(1)
  await openSettings('Back-ups')
  await window.getByLabel('Nieuw wachtwoord').fill('fietsbel-2026')
  await window.getByRole('button', { name: 'Wachtwoord instellen' }).click()
  await expect(window.getByText('Kopieën op de tweede plek hebben een wachtwoord.')).toBeVisible()
  await window.getByRole('button', { name: 'Map kiezen' }).click()
  await expect(window.getByText(stick)).toBeVisible()
  await expect.poll(() => readdirSync(stick)).toEqual([expect.stringMatching(/\.sealed$/)])

  await openSettings('Privacy')
  await window.getByLabel('Klant zoeken op naam, mailadres of nummer').fill('Piet')
  await window.getByRole('button', { name: 'Piet Jansen wissen' }).click()
  await expect(window.getByText('Dit blijft, en waarom:')).toBeVisible()
  await window.getByRole('button', { name: 'Wissen', exact: true }).last().click()
  await expect
    .poll(() => readReport(profile.path, 'SELECT customer_name FROM report_cases'))
    .toEqual([{ customer_name: 'Gewist' }])

  await openSettings('Back-ups')
  await window.getByRole('list', { name: 'Back-ups' }).getByRole('button').first().click()
  const password = window.getByLabel('Wachtwoord van deze back-up')
  if (await password.isVisible()) {
    await password.fill('fietsbel-2026')
    await window.getByRole('button', { name: 'Openen', exact: true }).click()
  }
  await expect(window.getByText('één vraag').first()).toBeVisible()
  await window.getByRole('button', { name: 'Terugzetten', exact: true }).click()
  await expect.poll(() => readdirSync(profile.path).includes('set-aside')).toBe(true)
  // Erased customers stay erased, also when the mail is still on the server.
  await expect
    .poll(() => readReport(profile.path, 'SELECT customer_name FROM report_cases'))
    .toEqual([{ customer_name: 'Gewist' }])
})

test('the screen is locked at a start, and a PIN opens it', async () => {
  await openSettings('Privacy')
  await window.getByRole('button', { name: 'Pincode van Sanne' }).click()
  await window.getByLabel('Nieuwe pincode').fill('4711')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByText('heeft een pincode').first()).toBeVisible()
  await window.getByRole('combobox', { name: 'Vergrendelen' }).click()
  await window.getByRole('option', { name: 'Na 5 minuten' }).click()
  await expect
    .poll(() =>
      readReport(profile.path, `SELECT json_extract(value_json, '$.minutes') AS m FROM setting WHERE key = 'lock'`),
    )
    .toEqual([{ m: 5 }])
  await window.reload()
  await expect(window.getByRole('heading', { name: 'Belofte is vergrendeld' })).toBeVisible()
  await expect(window.getByText('Fietsenwinkel')).toHaveCount(0)
  await window.getByLabel('Pincode', { exact: true }).fill('1111')
  await window.getByRole('button', { name: 'Ontgrendelen' }).click()
  await expect(window.getByText('Deze pincode klopt niet.')).toBeVisible()
  await window.getByLabel('Pincode', { exact: true }).fill('4711')
  await window.getByRole('button', { name: 'Ontgrendelen' }).click()
  await expect(window.getByRole('heading', { name: 'Belofte is vergrendeld' })).toHaveCount(0)
})
