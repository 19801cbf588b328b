import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { Dovecot } from '../support/dovecot.ts'
import { TestSmtp } from '../support/smtp.ts'
import { questionMail } from './support/mails.ts'
import { mainWindow, makeProfile, startProgram } from './support/program.ts'

// From an empty profile to the first real question, left halfway and resumed; by role and name only.

let desktop: Desktop
let dovecot: Dovecot
let smtp: TestSmtp
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  desktop = await startDesktop()
  dovecot = await Dovecot.start()
  smtp = await TestSmtp.start()
  profile = await makeProfile()
  await start()
})

test.afterEach(async () => {
  await app.close()
  await smtp.stop()
  await dovecot.stop()
  await desktop.stop()
  await profile.remove()
})

test('a new shop is set up in four steps, left halfway, and has its first question', async () => {
  await test.step('the name of the business', async () => {
    await next()
    await expect(window.getByRole('alert')).toHaveText('Vul de naam van het bedrijf in.')
    await window.getByRole('textbox', { name: 'Hoe heet het bedrijf?' }).fill('Fietsenwinkel De Ketting')
    await window.keyboard.press('Enter')
  })

  await test.step('opening hours are saved as they are typed', async () => {
    await window.getByRole('switch', { name: 'zaterdag' }).click()
    await window.getByRole('textbox', { name: 'zaterdag, open tot (1)' }).fill('17')
    await window.keyboard.press('Tab')
    await expect(window.getByRole('textbox', { name: 'zaterdag, open tot (1)' })).toHaveValue('17:00')
  })

  await test.step('whoever comes back goes on where they left', async () => {
    await app.close()
    await start()
    await expect(window.getByRole('heading', { name: 'Wanneer is de zaak open?' })).toBeVisible()
    await expect(window.getByRole('textbox', { name: 'zaterdag, open tot (1)' })).toHaveValue('17:00')
    await next()
  })

  await test.step('who sits here', async () => {
    await window.getByRole('textbox', { name: 'Naam' }).fill('Sanne')
    await window.keyboard.press('Enter')
  })

  await test.step('a wrong password is explained', async () => {
    await window.getByRole('textbox', { name: 'Mailadres' }).fill(dovecot.user)
    await window.getByRole('textbox', { name: 'Wachtwoord' }).fill('verkeerd')
    await window.getByRole('button', { name: 'Gegevens van de provider' }).click()
    await fillServer('ontvangen', dovecot.settings())
    await fillServer('versturen', smtp.settings())
    await window.getByRole('button', { name: 'Aansluiten' }).click()
    await expect(window.getByRole('alert')).toContainText('weigert het wachtwoord')
  })

  await test.step('with the right one the first question arrives', async () => {
    await dovecot.deliver(
      questionMail({ id: 'vraag-1', subject: 'Is mijn fiets al klaar?', text: 'Ik hoor het graag.' }),
    )
    await window.getByRole('textbox', { name: 'Wachtwoord' }).fill(dovecot.password)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('button', { name: 'Is mijn fiets al klaar?' })).toBeVisible()
  })

  await test.step('settings hold it all, and find it', async () => {
    await window.keyboard.press('Control+,')
    await window.getByRole('searchbox', { name: 'Instelling zoeken' }).fill('wachtwoord')
    await window.keyboard.press('Enter')
    const mailbox = window.getByRole('article', { name: 'Postbus info' })
    await expect(mailbox).toContainText(dovecot.user)
    await expect(mailbox.getByRole('status')).toContainText('Alles is opgehaald')
  })
})

async function start(): Promise<void> {
  app = await startProgram(desktop, { profile: profile.path })
  window = await mainWindow(app)
}

const next = (): Promise<void> => window.getByRole('button', { name: 'Verder' }).click()

interface Server {
  readonly host: string
  readonly port: number
  readonly tls: string
  readonly user: string
}

async function fillServer(way: 'ontvangen' | 'versturen', { host, port, tls, user }: Server): Promise<void> {
  await window.getByRole('textbox', { name: `Server voor ${way}` }).fill(host)
  await window.getByRole('combobox', { name: `Beveiliging bij ${way}` }).selectOption(tls)
  await window.getByRole('textbox', { name: `Poort voor ${way}` }).fill(String(port))
  await window.getByRole('textbox', { name: `Gebruikersnaam bij ${way}` }).fill(user)
}
