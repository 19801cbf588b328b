import { expect, test } from '@playwright/test'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { makeProfile } from './support/program.ts'
import { openPractice } from './support/practice.ts'
import { readReport } from './support/report.ts'

// What staff set right at the desk: many cases at once, views with a name, customers and cases that are one. All undoable.

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

test('several cases are dealt with together, and that is undone', async () => {
  await goTo('Vragen')
  await window.getByRole('tab', { name: /Wacht op klant/ }).click()
  const states = () =>
    JSON.stringify(readReport(profile.path, 'SELECT id, state, owner_name FROM report_cases ORDER BY id'))
  const before = states()
  const ticks = window.getByRole('list', { name: 'Lijst met vragen' }).getByRole('checkbox')
  await ticks.nth(0).check()
  await ticks.nth(1).check()
  const bar = window.getByRole('toolbar', { name: 'Met de gekozen vragen' })
  await expect(bar).toContainText('2 vragen gekozen')
  await bar.getByRole('button', { name: 'Afronden' }).click()
  await expect(bar).toBeHidden()
  await expect(window.getByText('2 vragen afgerond.')).toBeVisible()
  expect(states()).not.toBe(before)
  await window.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(window.getByText('Ongedaan gemaakt.')).toBeVisible()
  expect(states()).toBe(before)

  await test.step('by keyboard: X ticks', async () => {
    await window.getByRole('tab', { name: /Wacht op klant/ }).focus()
    await firstRow().focus()
    await window.keyboard.press('x')
    await expect(bar).toContainText('1 vraag gekozen')
    await bar.getByRole('button', { name: 'Geef aan' }).click()
    await window.getByRole('menuitem', { name: 'nog van niemand' }).click()
    await expect(bar).toBeHidden()
  })
})

test('only what is late, kept as a view with a name, also after a restart', async () => {
  await goTo('Vragen')
  await window.getByRole('button', { name: 'Te laat', exact: true }).click()
  await expect(window.getByRole('heading', { name: /^Te laat/ })).toBeVisible()
  await expect(window.getByRole('heading', { name: /^Wacht op/ })).toHaveCount(0)
  await window.getByRole('button', { name: 'Weergaven' }).click()
  await window.getByRole('menuitem', { name: 'Deze weergave bewaren' }).click()
  await window.getByRole('textbox', { name: 'Naam van de weergave' }).fill('Brandjes')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Brandjes' })).toBeVisible()
  await app.close()
  ;({ app, window } = await openPractice(desktop, profile.path))
  await goTo('Vragen')
  await expect(window.getByRole('heading', { name: /^Wacht op/ }).first()).toBeVisible()
  await window.getByRole('button', { name: 'Weergaven' }).click()
  await window.getByRole('menuitem', { name: 'Brandjes' }).click()
  await expect(window.getByRole('heading', { name: /^Wacht op/ })).toHaveCount(0)
})

test('a customer is changed, and merged with another; both undone', async () => {
  await goTo('Vragen')
  await firstRow().click()
  const card = window.getByRole('complementary', { name: 'Klant' })
  const name = (await card.getByRole('heading', { level: 2 }).textContent())!
  await card.getByRole('button', { name: 'Gegevens wijzigen' }).click()
  const dialog = window.getByRole('dialog', { name: 'Klant' })
  await dialog.getByRole('textbox', { name: 'Bedrijf' }).fill('Proef bv')
  const phones = dialog.getByRole('combobox', { name: 'Telefoonnummers' })
  await phones.fill('12')
  await phones.press('Enter')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByText('12 is geen telefoonnummer.')).toBeVisible()
  await phones.press('Backspace')
  await phones.fill('020 6243000')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog).toBeHidden()
  await expect(card).toContainText('Proef bv')
  await expect(card.getByRole('button', { name: 'Bel 020 624 3000' })).toBeVisible()
  await undo(`Gegevens van ${name} bewaard.`)
  await expect(card).not.toContainText('Proef bv')

  const [other] = readReport(
    profile.path,
    'SELECT DISTINCT customer_name AS name FROM report_cases WHERE customer_name <> ? LIMIT 1',
    name,
  )
  await card.getByRole('button', { name: 'Gegevens wijzigen' }).click()
  await dialog.getByRole('button', { name: 'Samenvoegen met andere klant' }).click()
  const merge = window.getByRole('dialog', { name: 'Klanten samenvoegen' })
  await merge.getByRole('searchbox').fill(String(other!['name']))
  await merge
    .getByRole('radio', { name: String(other!['name']) })
    .first()
    .check()
  await merge.getByRole('button', { name: 'Samenvoegen' }).click()
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(String(other!['name']))
  await undo(`${name} is samengevoegd met ${String(other!['name'])}.`)
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(name)
})

test('two cases become one, and one becomes two; both undone', async () => {
  const [several] = readReport(
    profile.path,
    `SELECT c.id, c.number FROM report_cases c JOIN report_contacts t ON t.case_id = c.id
      WHERE c.state = 'open' GROUP BY c.id HAVING count(*) > 1 ORDER BY c.number LIMIT 1`,
  )
  const [other] = readReport(
    profile.path,
    "SELECT number FROM report_cases WHERE state = 'open' AND id <> ? LIMIT 1",
    String(several!['id']),
  )
  const contacts = window.getByRole('region', { name: 'Gesprek' }).getByRole('article')
  await window.evaluate((id) => (location.hash = `#/case/${id}`), String(several!['id']))
  await expect(contacts.first()).toBeVisible()
  const count = await contacts.count()

  await contacts.last().getByRole('button', { name: 'Meer met dit bericht' }).click()
  await window.getByRole('menuitem', { name: 'Afsplitsen als eigen vraag' }).click()
  await expect(contacts).toHaveCount(1)
  await undo('Afgesplitst als eigen vraag.')
  await expect(contacts).toHaveCount(count)

  await window.getByRole('button', { name: 'Meer', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Samenvoegen met andere vraag' }).click()
  const merge = window.getByRole('dialog', { name: 'Samenvoegen' })
  await merge.getByRole('searchbox').fill(String(other!['number']))
  await merge.getByRole('radio', { name: `Vraag ${String(other!['number'])} ·` }).check()
  await merge.getByRole('button', { name: 'Samenvoegen' }).click()
  await expect(window.getByRole('main', { name: `Vraag ${String(other!['number'])}` })).toBeVisible()
  await window.evaluate((id) => (location.hash = `#/case/${id}`), String(several!['id']))
  await expect(window.getByText(`Deze vraag is samengevoegd met vraag ${String(other!['number'])}.`)).toBeVisible()
  await undo(`Samengevoegd met vraag ${String(other!['number'])}.`)
  await expect(contacts).toHaveCount(count)
})

async function goTo(name: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible()
}

const firstRow = (): Locator =>
  window
    .getByRole('list', { name: 'Lijst met vragen' })
    .getByRole('listitem')
    .filter({ has: window.getByRole('checkbox') })
    .first()
    .getByRole('button')

async function undo(done: string): Promise<void> {
  await window.getByRole('alert').filter({ hasText: done }).getByRole('button', { name: 'Ongedaan maken' }).click()
}
