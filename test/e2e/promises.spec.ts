import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { headerOf, questionMail } from './support/mails.ts'
import { openShop } from './support/open-shop.ts'
import type { OpenShop } from './support/open-shop.ts'
import { readReport } from './support/report.ts'

// Promises that get kept, in the real program: found while they are typed, renegotiated by mail before they break, and
// handed over before somebody goes away.

let shop: OpenShop

test.beforeEach(async () => {
  shop = await openShop()
  await shop.window.keyboard.press('F4')
  await shop.window.getByRole('dialog').getByRole('button', { name: 'Sanne' }).click()
})
test.afterEach(() => shop.close())

test('a typed promise is recorded, and when it can’t be kept the customer is told by mail', async () => {
  const { window, smtp } = shop
  await receive('Ketting kapot')
  await window.getByRole('toolbar', { name: 'Wat nu' }).getByRole('button', { name: 'Antwoorden' }).click()
  const composer = window.getByRole('form', { name: 'Antwoord aan Piet Jansen' })
  const letter = composer.getByRole('textbox', { name: 'Tekst van het antwoord' })

  await test.step('a promise in the letter is offered, and sending asks once about it', async () => {
    await letter.fill('Beste Piet,\n\nIk bel u morgen om 12:00 over de ketting.\n\nGroet, Sanne')
    await expect(composer.getByRole('region', { name: 'Belofte in de tekst' })).toContainText('morgen 12:00')
    await window.keyboard.press('Control+Enter')
    const ask = window.getByRole('dialog', { name: 'Deze belofte is nog niet vastgelegd' })
    await expect(ask).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(ask).toBeHidden()
    expect(promises()).toEqual([])
  })

  await test.step('one key records it, and it goes with the mail', async () => {
    await letter.focus()
    await window.keyboard.press('Control+b')
    await expect(composer.getByRole('region', { name: 'Belofte in de tekst' })).toBeHidden()
    await expect(composer.getByRole('textbox', { name: 'Wat is beloofd' })).toHaveValue(/Ik bel u morgen om 12:00/)
    await window.keyboard.press('Control+Enter')
    await expect(composer).toBeHidden()
    await expect.poll(() => smtp.taken.length, { timeout: 30_000 }).toBe(1)
    expect(promises()).toMatchObject([{ state: 'open', owner_name: 'Sanne', customer_knows: 'yes' }])
  })

  await test.step('it can’t be kept: one screen, and the mail goes', async () => {
    await window.getByRole('button', { name: 'Lukt niet op tijd' }).click()
    const screen = window.getByRole('form', { name: 'Piet Jansen laten weten dat het later wordt' })
    await screen.getByRole('textbox', { name: 'Waardoor lukt het niet?' }).fill('Door drukte lukt het niet.')
    await expect(screen.getByRole('region', { name: 'Hoe het overkomt' })).toBeVisible()
    await screen.getByRole('textbox', { name: 'Waardoor lukt het niet?' }).fill('De ketting is nog niet binnen')
    await expect(screen.getByRole('region', { name: 'Hoe het overkomt' })).toBeHidden()
    await screen.getByRole('button', { name: 'Klant laten weten' }).click()
    await expect(screen.getByText('Schrijf in een zin wat er nu gebeurt.')).toBeVisible()
    await screen.getByRole('textbox', { name: 'Wat gebeurt er nu?' }).fill('ik bel de leverancier')
    await screen.getByRole('textbox', { name: 'Nieuw moment' }).fill('overmorgen 10:00')
    await expect(screen.getByRole('textbox', { name: 'Zo gaat het naar de klant' })).toHaveValue(
      /om 10:00 hoort u van mij/,
    )
    await screen.getByRole('button', { name: 'Klant laten weten' }).click()
    await expect(screen).toBeHidden()
  })

  await test.step('one more mail, the old promise renegotiated in time, the new one linked', async () => {
    await expect.poll(() => smtp.taken.length, { timeout: 30_000 }).toBe(2)
    expect(headerOf(smtp.taken[1]!.raw, 'In-Reply-To')).toBe('<ketting@klant.test>')
    const [old, next] = promises()
    expect(old).toMatchObject({ state: 'renegotiated', broken_at: null, end_note: 'De ketting is nog niet binnen' })
    expect(next).toMatchObject({ state: 'open', predecessor_id: old!['id'] })
    expect(smtp.taken).toHaveLength(2)
  })
})

test('an absence hands every promise to a named colleague, and the nag tells why', async () => {
  const { window, desktop } = shop
  await callBack('Rem piept', clockTime(nextMinute()))
  await callBack('Zadel los', 'morgen 12:00')
  await window.getByRole('navigation').getByRole('button', { name: 'Instellingen' }).click()
  await window.getByRole('navigation', { name: 'Instellingen' }).getByRole('button', { name: 'Medewerkers' }).click()

  await test.step('planned: each promise in it is listed with who takes it over', async () => {
    await window.getByRole('button', { name: 'Sanne is vandaag ziek' }).click()
    const dialog = window.getByRole('dialog', { name: 'Sanne is vandaag ziek' })
    const list = dialog.getByRole('list', { name: 'Beloften om over te dragen' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(takerOf(list, 'Rem piept')).toHaveValue(/./)
    await dialog.getByRole('textbox', { name: 'Goed om te weten voor wie overneemt' }).fill('Griep')
    await dialog.getByRole('button', { name: 'Vastleggen' }).click()
    await expect(dialog).toBeHidden()
    await expect(window.getByText(/^Afwezig op /)).toBeVisible()
    expect(promises().map(({ owner_name }) => owner_name)).toEqual(['Joost', 'Joost'])
    expect(readReport(shop.profile, 'SELECT * FROM report_absences')).toMatchObject([
      { staff_name: 'Sanne', set_by_name: 'Sanne', handed_over: 2 },
    ])
  })

  await test.step('the nag goes to the colleague with the note, and leads to four ways to end it', async () => {
    await desktop.waitForNotification(({ body }) => body.includes('Griep'), 90_000)
    await desktop.clickNotification()
    const panel = window
      .getByRole('region', { name: /Rem piept/ })
      .filter({ has: window.getByRole('button') })
      .first()
    await expect(panel).toContainText('Griep')
    for (const name of ['Gehouden', 'Nu bellen', 'Klant laten weten', 'Overdragen', 'Even later']) {
      await expect(panel.getByRole('button', { name })).toBeVisible()
    }
    await panel.getByRole('button', { name: 'Gehouden' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Gehouden' }).click()
    await expect(panel).toBeHidden()
    expect(promises()[0]).toMatchObject({ state: 'kept-late', owner_name: 'Joost' })
  })
})

async function receive(subject: string): Promise<void> {
  await shop.dovecot.deliver(questionMail({ id: 'ketting', subject, text: 'Kan dat deze week nog?' }))
  await shop.window.getByRole('navigation').getByRole('button', { name: 'Vragen' }).click()
  await shop.window.getByRole('button', { name: subject }).click()
}

/** A call with a promise of Sanne's, by keyboard. */
async function callBack(question: string, moment: string): Promise<void> {
  const { window } = shop
  await window.keyboard.press('F2')
  const note = window.getByRole('form', { name: 'Notitie: de klant belt ons' })
  await note.getByRole('textbox', { name: 'Naam' }).fill('Mevrouw De Vries')
  await note.getByRole('textbox', { name: 'Wat is de vraag?' }).fill(question)
  await note.getByRole('textbox', { name: 'Wat beloven we: wanneer?' }).fill(moment)
  await window.keyboard.press('Enter')
  await expect(note).toBeHidden()
}

const takerOf = (list: Locator, promise: string) => list.getByRole('combobox', { name: new RegExp(promise) })
const promises = () => readReport(shop.profile, 'SELECT * FROM report_promises ORDER BY made_at')

/** The first whole minute that is far enough away to set the absence before it. */
const nextMinute = (): number => Math.ceil((Date.now() + 20_000) / 60_000) * 60_000
const clockTime = (at: number): string =>
  new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(at)
