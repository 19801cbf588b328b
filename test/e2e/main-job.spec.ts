import { expect, test } from '@playwright/test'
import { headerOf, questionMail } from './support/mails.ts'
import { openShop } from './support/open-shop.ts'
import type { OpenShop } from './support/open-shop.ts'
import { readReport } from './support/report.ts'

// One customer's question all the way: from a real mailbox to a kept promise, in the real program. The second test does
// it again while the engine is killed and the network is down.

let shop: OpenShop

test.beforeEach(async () => {
  shop = await openShop()
  await shop.dovecot.createFolder('Klant')
  shop.smtp.deliver = async (mail) => void (await shop.dovecot.deliver(mail.raw, { folder: 'Klant' }))
})
test.afterEach(() => shop.close())

test('a question by mail becomes a kept promise', async () => {
  await sitDown('Sanne')
  await test.step('a mail is visible in the queue within five seconds', async () => {
    await goTo('Vragen')
    await shop.dovecot.deliver(
      questionMail({ id: 'vraag-1', subject: 'Is mijn fiets al klaar?', text: 'Ik hoor het graag.' }),
    )
    await expect(caseRow('Is mijn fiets al klaar?')).toBeVisible({ timeout: 5_000 })
  })

  await test.step('a holding reply promises a moment', () => answerWithMoment('Is mijn fiets al klaar?'))

  await test.step('exactly one message left, with the right headers, and an identical copy is in Sent', async () => {
    await expect.poll(() => shop.smtp.taken.length, { timeout: 30_000 }).toBe(1)
    const [mail] = shop.smtp.taken
    expect(mail!.to).toEqual(['piet@klant.test'])
    expect(mail!.from).toBe('info@winkel.test')
    expect(headerOf(mail!.raw, 'In-Reply-To')).toBe('<vraag-1@klant.test>')
    expect(headerOf(mail!.raw, 'References')).toBe('<vraag-1@klant.test>')
    expect(headerOf(mail!.raw, 'Message-ID')).toMatch(/@winkel\.test>$/)
    expect(headerOf(mail!.raw, 'Subject')).toBe('Re: Is mijn fiets al klaar?')
    expect(headerOf(mail!.raw, 'Bcc')).toBeNull()
    await expect.poll(async () => (await shop.dovecot.list('Sent')).map(({ raw }) => raw)).toEqual([mail!.raw])
    await expect.poll(async () => (await shop.dovecot.list())[0]!.flags).toContain('\\Answered')
    expect(shop.smtp.taken).toHaveLength(1)
  })

  await test.step('the promise stands in report_promises, and the customer knows', async () => {
    const [promise] = promises()
    expect(promise).toMatchObject({ state: 'open', owner_name: 'Sanne', origin: 'mail' })
    await expect.poll(() => promises()[0]!['customer_knows']).toBe('yes')
  })

  await phoneNoteNagsUntilKept()
})

test('nothing is lost or doubled when the engine is killed and the network is down', async () => {
  await sitDown('Sanne')
  await goTo('Vragen')
  await killEngine()
  await shop.dovecot.deliver(
    questionMail({ id: 'vraag-2', subject: 'Waar blijft mijn zadel?', text: 'Graag een bericht.' }),
  )
  await expect(caseRow('Waar blijft mijn zadel?')).toBeVisible()

  await shop.smtp.pause()
  await answerWithMoment('Waar blijft mijn zadel?')
  await expect.poll(() => outbox().attempts, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(outbox()).toMatchObject({ state: 'waiting' })
  await killEngine()
  await shop.smtp.resume()
  await goTo('Uit te sturen')
  await shop.window.getByRole('button', { name: 'Nu proberen' }).click()
  await expect.poll(() => shop.smtp.taken.length, { timeout: 30_000 }).toBe(1)
  await expect.poll(() => outbox()).toMatchObject({ state: 'sent', copy_state: 'done', answered_state: 'done' })
  expect(await shop.dovecot.list('Sent')).toHaveLength(1)
  expect(await shop.dovecot.list('Klant')).toHaveLength(1)
  expect(promises()).toHaveLength(1)

  await killEngine()
  await phoneNoteNagsUntilKept()
  expect(shop.smtp.taken).toHaveLength(1)
  expect(readReport(shop.profile, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

async function sitDown(name: string): Promise<void> {
  await shop.window.keyboard.press('F4')
  await shop.window.getByRole('dialog').getByRole('button', { name }).click()
  await expect(shop.window.getByRole('dialog')).toBeHidden()
}

async function goTo(name: string): Promise<void> {
  await shop.window.getByRole('navigation').getByRole('link', { name }).or(navigationButton(name)).click()
}

const navigationButton = (name: string) => shop.window.getByRole('navigation').getByRole('button', { name })
const caseRow = (subject: string) => shop.window.getByRole('button', { name: subject })

async function answerWithMoment(subject: string): Promise<void> {
  await caseRow(subject).click()
  await shop.window.getByRole('toolbar', { name: 'Wat nu' }).getByRole('button', { name: 'Antwoorden' }).click()
  const composer = shop.window.getByRole('form', { name: 'Antwoord aan Piet Jansen' })
  await composer.getByRole('button', { name: 'Sjabloon' }).click()
  await shop.window.getByRole('option').filter({ hasText: '…' }).first().click()
  await composer.getByRole('textbox', { name: 'Wanneer hoort de klant weer van ons?' }).fill('morgen 12:00')
  await expect(composer.getByRole('textbox', { name: 'Tekst van het antwoord' })).toHaveValue(/12:00/)
  await composer.getByRole('button', { name: 'Versturen' }).click()
  await expect(composer).toBeHidden()
}

/** By keyboard alone: a call with a promise that falls due in seconds, the notification, the click, and kept. */
async function phoneNoteNagsUntilKept(): Promise<void> {
  await test.step('a phone note with a promise that falls due in seconds', async () => {
    await shop.window.keyboard.press('F2')
    const note = shop.window.getByRole('form', { name: 'Notitie: de klant belt ons' })
    await note.getByRole('textbox', { name: 'Telefoonnummer' }).fill('06 12345678')
    await note.getByRole('textbox', { name: 'Naam' }).fill('Mevrouw De Vries')
    await note.getByRole('textbox', { name: 'Wat is de vraag?' }).fill('Verloren sleutel')
    await note.getByRole('textbox', { name: 'Wat beloven we: wanneer?' }).fill(clockTime(nextMinute()))
    await shop.window.keyboard.press('Enter')
    await expect(note).toBeHidden()
  })

  await test.step('a real notification appears, and a click opens the case', async () => {
    await shop.desktop.waitForNotification(({ summary }) => summary.includes('Mevrouw De Vries'), 90_000)
    await goTo('Vragen')
    await shop.desktop.clickNotification()
    await expect(shop.window.getByRole('heading', { name: /Verloren sleutel/ })).toBeVisible()
  })

  await test.step('kept, and report_promises and report_nags say so', async () => {
    await shop.window.getByRole('button', { name: 'Meer met deze belofte' }).click()
    await shop.window.getByRole('menuitem', { name: 'Op een andere manier gehouden' }).click()
    await shop.window.getByRole('dialog').getByRole('textbox').fill('Sleutel gevonden en teruggebracht')
    await shop.window.getByRole('dialog').getByRole('button', { name: 'Gehouden' }).click()
    await expect(shop.window.getByRole('dialog')).toBeHidden()
    const [promise] = promises("origin = 'call'")
    expect(promise).toMatchObject({
      state: 'kept-late',
      kept_how: 'by-hand',
      end_note: 'Sleutel gevonden en teruggebracht',
    })
    const nags = readReport(shop.profile, 'SELECT * FROM report_nags WHERE promise_id = ?', promise!['id'] as string)
    expect(nags).toHaveLength(1)
    expect(nags[0]!['shown_at']).not.toBeNull()
  })
}

/** The first whole minute that is at least five seconds away. */
const nextMinute = (): number => Math.ceil((Date.now() + 5_000) / 60_000) * 60_000
const clockTime = (at: number): string =>
  new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(at)

/** Ends the engine's process as a crash would, and waits until another one answers. */
async function killEngine(): Promise<void> {
  const before = await enginePid()
  process.kill(before!, 'SIGKILL')
  await expect.poll(enginePid, { timeout: 2_000, intervals: [50] }).not.toBe(before)
  await expect.poll(enginePid, { timeout: 2_000, intervals: [50] }).not.toBeNull()
}

const enginePid = (): Promise<number | null> =>
  shop.app.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ name, serviceName }) => name === 'Belofte engine' || serviceName === 'Belofte engine')
        ?.pid ?? null,
  )

const promises = (where = '1 = 1') =>
  readReport(shop.profile, `SELECT * FROM report_promises WHERE ${where} ORDER BY made_at`)
const outbox = () => readReport(shop.profile, 'SELECT * FROM report_outbox')[0] as { state: string; attempts: number }
