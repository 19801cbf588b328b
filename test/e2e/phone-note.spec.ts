import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { runToEnd } from './support/program.ts'
import { openShop } from './support/open-shop.ts'
import type { OpenShop } from './support/open-shop.ts'
import { readReport } from './support/report.ts'

// The small window: by keyboard alone, at the pace of a person, in under twenty seconds; it knows who calls and what we owe.

/** Milliseconds between two keys: 40 words a minute. */
const PACE = 120
const TWENTY_SECONDS = 20_000

let shop: OpenShop

test.beforeEach(async () => {
  shop = await openShop()
})
test.afterEach(() => shop.close())

test('a call is written down by keyboard in under twenty seconds, and the next one knows the caller', async () => {
  await shop.window.keyboard.press('F4')
  await shop.window.getByRole('dialog').getByRole('button', { name: 'Joost' }).click()
  const note = await openNote(null)
  const began = Date.now()
  await note.keyboard.type('0612345678', { delay: PACE })
  await note.keyboard.press('Tab')
  await note.keyboard.type('De Vries', { delay: PACE })
  await note.keyboard.press('Tab')
  await note.keyboard.type('Sleutel verloren', { delay: PACE })
  await note.keyboard.press('Tab')
  await note.keyboard.press('Tab')
  await note.keyboard.type('morgen tien uur', { delay: PACE })
  await expect(note.getByText(/^Dat is .* 10:00/)).toBeVisible()
  await note.keyboard.press('Enter')
  await expect(note.getByText(/^Genoteerd\. Belofte: morgen 10:00, Joost\.$/)).toBeVisible()
  expect(Date.now() - began).toBeLessThan(TWENTY_SECONDS)
  await expect.poll(isNoteShown).toBe(false)
  expect(promises()).toMatchObject([{ state: 'open', origin: 'call', text: 'Terugbellen: Sleutel verloren' }])

  await test.step('the next call shows who it is and what we promised, and moves the promise', async () => {
    const again = await openNote('+31612345678')
    const known = again.getByRole('region', { name: 'Wie dit is' })
    await expect(known).toContainText('De Vries')
    await expect(known).toContainText('Terugbellen: Sleutel verloren')
    await expect(again.getByRole('textbox', { name: 'Wat is de vraag?' })).toBeFocused()
    await again.keyboard.type('Komt zelf langs')
    await again.getByRole('radio', { name: 'Nieuw moment' }).check()
    await again.keyboard.press('Control+Enter')
    await expect(again.getByText('Welk nieuw moment is er afgesproken?')).toBeVisible()
    await expect(again.getByRole('textbox', { name: 'Wat beloven we: wanneer?' })).toBeFocused()
    await again.keyboard.type('overmorgen 11:00')
    await again.keyboard.press('Enter')
    await expect.poll(isNoteShown).toBe(false)
    expect(promises()).toMatchObject([{ state: 'renegotiated' }, { state: 'open' }])
    expect(readReport(shop.profile, 'SELECT * FROM report_cases')).toHaveLength(1)
  })
})

test('words are asked about before they are thrown away, and the next note is empty', async () => {
  const note = await openNote(null)
  await note.keyboard.type('0612345678')
  await note.keyboard.press('Escape')
  const ask = note.getByRole('alertdialog', { name: 'Deze notitie weggooien?' })
  await expect(ask.getByRole('button', { name: 'Verder schrijven' })).toBeFocused()
  await note.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await expect(note.getByRole('textbox', { name: 'Telefoonnummer' })).toBeFocused()
  await expect(note.getByRole('textbox', { name: 'Telefoonnummer' })).toHaveValue('0612345678')
  await note.keyboard.press('Escape')
  await ask.getByRole('button', { name: 'Weggooien' }).click()
  await expect.poll(isNoteShown).toBe(false)

  const empty = await openNote(null)
  await expect(empty.getByRole('textbox', { name: 'Telefoonnummer' })).toHaveValue('')
  await empty.keyboard.press('Escape')
  await expect.poll(isNoteShown).toBe(false)
})

/** The small window, opened as a softphone does: a second start hands the number to the running program. */
async function openNote(number: string | null): Promise<Page> {
  const flag = number === null ? '--phone-note' : `--phone-note=${number}`
  const { code } = await runToEnd(shop.desktop, { profile: shop.profile, args: [flag] })
  expect(code).toBe(0)
  await expect.poll(isNoteShown).toBe(true)
  const page = shop.app.windows().find((one) => one.url().includes('phone-note'))
  await expect(page!.getByRole('form')).toBeVisible()
  return page!
}

const isNoteShown = (): Promise<boolean> =>
  shop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((one) => one.isVisible() && one.webContents.getURL().includes('phone-note')),
  )

const promises = () => readReport(shop.profile, 'SELECT * FROM report_promises ORDER BY made_at')
