import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { makeProfile } from './support/program.ts'
import { openPractice } from './support/practice.ts'
import { readReport } from './support/report.ts'

// A reply with what hangs on it: by button, drop and paste; kept over a restart; previewed; and never sent without what it
// speaks of.

const OFFER = 'Dit is de offerte.'

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  desktop = await startDesktop()
  profile = await makeProfile()
  ;({ app, window } = await openPractice(desktop, profile.path))
})

test.afterEach(async () => {
  await app.close()
  await desktop.stop()
  await profile.remove()
})

test('a reply keeps what hangs on it over a restart, and takes it along', async () => {
  await composeFirst()
  await text().fill('Beste klant,\n\nIn de bijlage staat wat het kost.')

  await test.step('a forgotten attachment is asked about, once', async () => {
    await window.keyboard.press('Control+Enter')
    const ask = window.getByRole('dialog', { name: 'Bijlage vergeten?' })
    await expect(ask.getByRole('button', { name: 'Bijlage toevoegen' })).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(ask).toBeHidden()
    expect(sent()).toHaveLength(0)
  })

  await test.step('by button, by drop and by paste', async () => {
    const file = join(profile.path, 'Offerte.txt')
    await writeFile(file, OFFER)
    const chooser = window.waitForEvent('filechooser')
    await attachments().getByRole('button', { name: 'Bijlage toevoegen' }).click()
    await (await chooser).setFiles(file)
    await expect(attachments().getByRole('listitem')).toHaveCount(1)
    await offer('drop', 'foto.png', 3_000)
    await expect(attachments().getByRole('listitem')).toHaveCount(2)
    await offer('paste', 'schermafbeelding.png', 2_000)
    await expect(attachments().getByRole('listitem')).toHaveText([/Offerte\.txt/, /foto\.png/, /schermafbeelding\.png/])
    await attachments().getByRole('button', { name: 'Bijlage foto.png weghalen' }).click()
    await expect(attachments().getByRole('listitem')).toHaveCount(2)
  })

  await test.step('what no server takes is refused here, in words', async () => {
    await offer('drop', 'film.mp4', 19 * 1024 * 1024)
    await expect(attachments().getByRole('alert')).toContainText('film.mp4 past er niet meer bij')
    await expect(attachments().getByRole('listitem')).toHaveCount(2)
  })

  await test.step('the program ends and starts again: the draft stands as it was', async () => {
    await app.close()
    ;({ app, window } = await openPractice(desktop, profile.path))
    await openFirst()
    await expect(text()).toHaveValue('Beste klant,\n\nIn de bijlage staat wat het kost.')
    await expect(attachments().getByRole('listitem')).toHaveText([/Offerte\.txt/, /schermafbeelding\.png/])
  })

  await test.step('the preview shows the mail as the customer gets it', async () => {
    await window.getByRole('button', { name: 'Voorbeeld' }).click()
    const preview = window.getByRole('dialog', { name: 'Zo ziet de klant het' })
    await expect(preview.getByRole('region', { name: 'De mail' })).toContainText('In de bijlage staat wat het kost.')
    await expect(preview.getByRole('listitem')).toHaveText([/Offerte\.txt/, /schermafbeelding\.png/])
    await preview.getByRole('button', { name: 'Sluiten' }).click()
    await expect(preview).toBeHidden()
  })

  await test.step('sent, the mail holds the very bytes; taken back, the draft holds them again', async () => {
    await window.getByRole('button', { name: 'Versturen' }).click()
    const undo = window.getByRole('button', { name: 'Ongedaan maken' })
    await undo.click()
    await expect(attachments().getByRole('listitem')).toHaveCount(2)
    await window.getByRole('button', { name: 'Versturen' }).click()
    await expect(window.getByRole('form')).toBeHidden()
    const raw = sent().at(-1)!
    expect(raw).toContain('filename=Offerte.txt')
    expect(raw).toContain(Buffer.from(OFFER).toString('base64'))
    expect(await readFile(join(profile.path, 'Offerte.txt'), 'utf8')).toBe(OFFER)
  })
})

const text = (): Locator => window.getByRole('textbox', { name: 'Tekst van het antwoord' })
const attachments = (): Locator => window.getByRole('form').getByRole('region', { name: 'Bijlagen' })

/** Mails of the reply that was written here, oldest first, as they lie ready for the server. */
const sent = (): string[] =>
  readReport(
    profile.path,
    "SELECT raw FROM outbox JOIN contact ON contact.id = outbox.contact_id WHERE contact.text LIKE '%wat het kost%' ORDER BY outbox.created_at",
  ).map(({ raw }) => Buffer.from(raw as Uint8Array).toString())

/** The first case that waits for an answer by mail. */
async function openFirst(): Promise<void> {
  const [row] = readReport(
    profile.path,
    "SELECT id FROM \"case\" WHERE state = 'open' AND channel = 'mail' AND next_due_at IS NULL ORDER BY id LIMIT 1",
  )
  await window.evaluate((id) => (location.hash = `#/case/${id}`), row!['id'] as string)
  await expect(window.getByRole('region', { name: 'Gesprek' })).toBeVisible()
}

async function composeFirst(): Promise<void> {
  await openFirst()
  await window.getByRole('button', { name: 'Antwoorden' }).click()
  await expect(text()).toBeFocused()
}

/** Lets the page have a file as the system would. */
async function offer(how: 'drop' | 'paste', name: string, bytes: number): Promise<void> {
  await text().evaluate(
    (element, { how, name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      element.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { how, name, bytes },
  )
}
