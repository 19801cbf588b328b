import { expect, test } from 'vitest'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { checkInvariants, promised } from '../../support/invariants.ts'
import { customerMail, DELIVERED_AT, MailShop } from '../../support/mail-shop.ts'
import type { MailShopOptions } from '../../support/mail-shop.ts'
import type { Fault } from '../../support/smtp.ts'

/** A shop with one question, and its case. */
async function shopWithQuestion(options: MailShopOptions = {}): Promise<{ shop: MailShop; caseId: string }> {
  const shop = await MailShop.open(options)
  await shop.imap.deliver(customerMail({ id: 'vraag@klant.test' }), { at: DELIVERED_AT })
  await shop.connect()
  await shop.untilUpToDate()
  return { shop, caseId: String(shop.row('SELECT id FROM "case"')['id']) }
}

async function answer(shop: MailShop, caseId: string, fault?: Fault, promises?: string): Promise<string> {
  if (fault !== undefined) shop.smtp.fail(fault)
  const contactId = await shop.reply(caseId, promises === undefined ? {} : { promises })
  await shop.passUndo()
  return contactId
}

const outbox = (shop: MailShop, contactId: string) =>
  shop.row(
    `SELECT state, attempts, failure_json AS failure, refused_json AS refused FROM outbox WHERE contact_id = ?`,
    contactId,
  )
const kinds = (shop: MailShop) => shop.rows(`SELECT kind FROM event ORDER BY id`).map(({ kind }) => kind)

test('a reply waits for the end of its undo window, and can be taken back until then', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const first = await shop.reply(caseId, { promises: 'eerste' })
  await shop.test.clock.pass(9_000)
  expect(shop.outboxState(first)).toBe('undo')
  await shop.test.ask('reply.undo', { contactId: first })
  await shop.test.clock.pass(MINUTE)
  const second = await answer(shop, caseId)
  await shop.untilOutbox(second, 'sent')
  expect(shop.outboxState(first)).toBe('withdrawn')
  expect(shop.smtp.taken).toHaveLength(1)
})

test('what the server received keeps the header rules', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await shop.reply(caseId, {
    cc: ['boekhouding@klant.test'],
    subject: 'Re: Kapotte ketting – één dag',
  })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  const [mail] = shop.smtp.taken
  expect(mail).toMatchObject({ from: 'info@winkel.test', to: ['jan@klant.test', 'boekhouding@klant.test'] })
  const [head = '', body = ''] = mail!.raw.split(/\r\n\r\n([^]*)/)
  expect(head).toContain(`Message-ID: <${contactId}@winkel.test>`)
  expect(head).toContain('In-Reply-To: <vraag@klant.test>')
  expect(head).toContain('References: <vraag@klant.test>')
  expect(head).toContain('From: De Winkel <info@winkel.test>')
  expect(head).toContain('To: jan@klant.test')
  expect(head).toContain('Cc: boekhouding@klant.test')
  expect(head).toMatch(/^Subject: =\?UTF-8\?Q\?Re/m)
  expect(head).toContain('Date: Thu, 05 Mar 2026 10:00:00 +0100')
  expect(head).toMatch(/^Content-Type: multipart\/alternative;/m)
  expect(head).not.toMatch(/^(?:Bcc|X-Mailer|Auto-Submitted):/im)
  expect(body).toContain('Content-Type: text/plain; charset=utf-8')
  expect(body).toContain('Content-Type: text/html; charset=utf-8')
  expect(mail!.raw.split('\r\n').every((line) => line.length <= 998 && !line.includes('\n'))).toBe(true)
})

test('"later" is tried again, longer and longer, with the same mail', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const before = promised(shop)
  const contactId = await answer(shop, caseId, { at: 'rcpt', code: 450 }, 'bericht')
  shop.smtp.fail({ at: 'verdict', code: 451 })
  await shop.until(() => outbox(shop, contactId)['attempts'] === 1, 'the first try is over')
  expect(outbox(shop, contactId)).toMatchObject({ state: 'waiting' })
  expect(shop.row('SELECT customer_unaware FROM "case"')).toEqual({ customer_unaware: 1 })
  await shop.test.clock.pass(7_000)
  await shop.until(() => Number(outbox(shop, contactId)['attempts']) >= 2, 'the second try is over')
  await shop.until(() => outbox(shop, contactId)['state'] === 'waiting', 'it waits')
  await shop.test.clock.pass(14_000)
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.smtp.taken).toHaveLength(1)
  expect(shop.row('SELECT customer_unaware FROM "case"')).toEqual({ customer_unaware: 0 })
  expect(promised(shop)).toHaveLength(before.length + 1)
  await checkInvariants(shop)
})

test('"never" is final and visible: the promise counts as untold, and it is our turn again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await answer(shop, caseId, { at: 'rcpt', code: 550 }, 'bericht')
  await shop.untilOutbox(contactId, 'failed')
  await shop.test.clock.pass(60 * MINUTE)
  expect(shop.smtp.taken).toEqual([])
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'undelivered' })
  expect(shop.row('SELECT state, customer_unaware FROM "case"')).toEqual({ state: 'open', customer_unaware: 1 })
  expect(kinds(shop)).toEqual(expect.arrayContaining(['mail-failed', 'promise-undelivered']))
  const [row] = await shop.test.ask('outbox.list', {})
  expect(row).toMatchObject({
    state: 'failed',
    failure: { code: 'server-said-no', detail: { answer: expect.stringMatching(/^550 no such user …?/) } },
  })
  expect(JSON.stringify(row?.failure)).not.toContain('@')
  await checkInvariants(shop)

  await shop.test.ask('outbox.retry', { outboxId: row!.outboxId })
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'yes' })
})

test('of two recipients the one who was refused is named; the mail is not sent again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  shop.smtp.fail({ at: 'rcpt', code: 550, addresses: ['boekhouding@klant.test'] })
  const contactId = await shop.reply(caseId, { cc: ['boekhouding@klant.test'], promises: 'bericht' })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  const [row] = await shop.test.ask('outbox.list', {})
  expect(row!.refused).toMatchObject([{ address: 'boekhouding@klant.test', failure: { code: 'server-said-no' } }])
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'yes' })
  await checkInvariants(shop)
})

test('when it is the customer who was refused, the promise counts as untold', async () => {
  const { shop, caseId } = await shopWithQuestion()
  shop.smtp.fail({ at: 'rcpt', code: 550, addresses: ['jan@klant.test'] })
  const contactId = await shop.reply(caseId, { cc: ['boekhouding@klant.test'], promises: 'bericht' })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'undelivered' })
  expect(shop.row('SELECT customer_unaware FROM "case"')).toEqual({ customer_unaware: 1 })
})

test('without a line the reply is kept, and goes out when the line is back', async () => {
  const { shop, caseId } = await shopWithQuestion()
  await shop.smtp.pause()
  const contactId = await answer(shop, caseId, undefined, 'bericht')
  await shop.until(() => outbox(shop, contactId)['failure'] !== null, 'it noticed')
  expect(outbox(shop, contactId)).toMatchObject({
    state: 'waiting',
    failure: expect.stringContaining('connection-refused'),
  })
  await shop.smtp.resume()
  shop.test.engine.wake()
  await shop.untilOutbox(contactId, 'sent')
  await checkInvariants(shop)
})

test('a copy in Sent that the provider made itself is not made twice', async () => {
  const { shop, caseId } = await shopWithQuestion()
  shop.smtp.deliver = async ({ raw }) => void (await shop.imap.deliver(raw, { folder: 'Sent' }))
  const contactId = await answer(shop, caseId)
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilLookedAfter()
  expect(await shop.imap.list('Sent')).toHaveLength(1)
})

test('when the copy in Sent can not be made, only the copy is tried again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  await shop.imap.pause()
  const contactId = await answer(shop, caseId)
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.row(`SELECT copy_state, answered_state FROM outbox`)).toEqual({
    copy_state: 'due',
    answered_state: 'due',
  })
  await shop.imap.resume()
  shop.test.engine.wake()
  await shop.untilLookedAfter()
  expect(shop.smtp.taken).toHaveLength(1)
  expect((await shop.imap.list('Sent')).map(({ raw }) => raw)).toEqual([shop.smtp.taken[0]!.raw])
  expect((await shop.imap.list()).map(({ flags }) => flags)).toEqual([['\\Answered']])
})

test('a question that is gone meanwhile holds up nothing', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const [question] = await shop.imap.list()
  await shop.imap.remove(question!.uid)
  const contactId = await answer(shop, caseId)
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilLookedAfter()
  expect(await shop.imap.list('Sent')).toHaveLength(1)
})

test('a password that is refused twice stops sending until it is saved again; nothing is lost', async () => {
  const { shop, caseId } = await shopWithQuestion()
  shop.smtp.password = 'anders'
  const contactId = await answer(shop, caseId)
  await shop.until(() => shop.smtp.logins === 1, 'the first refusal')
  await shop.until(() => outbox(shop, contactId)['attempts'] === 1, 'it is noted')
  await shop.test.clock.pass(60 * MINUTE)
  await shop.until(
    async () => (await shop.test.ask('status.get', {})).mailboxes[0]?.phase === 'stopped',
    'it has stopped',
  )
  await shop.test.clock.pass(60 * MINUTE)
  shop.test.engine.wake()
  await shop.test.clock.pass(60 * MINUTE)
  expect(shop.smtp.logins).toBe(2)
  expect((await shop.test.ask('status.get', {})).mailboxes[0]?.failure).toMatchObject({
    code: 'password-refused',
    detail: { server: 'smtp' },
  })
  shop.smtp.password = shop.imap.password
  await shop.connect()
  await shop.untilOutbox(contactId, 'sent')
  await checkInvariants(shop)
})
