import { expect, test } from 'vitest'
import { MINUTE } from '../../src/shared/domain/time.ts'
import { checkInvariants } from '../support/invariants.ts'
import { customerMail, DELIVERED_AT, MailShop } from '../support/mail-shop.ts'
import type { Fault } from '../support/smtp.ts'

// RELIABILITY's rows about mail that leaves. The invariants are checked after each.

async function shopWithQuestion(): Promise<{ shop: MailShop; caseId: string }> {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail({ id: 'vraag@klant.test' }), { at: DELIVERED_AT })
  await shop.connect()
  await shop.untilUpToDate()
  return { shop, caseId: String(shop.row('SELECT id FROM "case"')['id']) }
}

async function answer(shop: MailShop, caseId: string, fault: Fault, text?: string): Promise<string> {
  shop.smtp.fail(fault)
  const contactId = await shop.reply(caseId, { promises: 'bericht', ...(text === undefined ? {} : { text }) })
  await shop.passUndo()
  return contactId
}

test.each(['drop-at-data', 'drop-in-content'] as const)(
  '%s: it did not arrive, so it goes again with the same Message-ID',
  async (fault) => {
    const { shop, caseId } = await shopWithQuestion()
    const contactId = await answer(shop, caseId, fault)
    await shop.untilOutbox(contactId, 'waiting')
    expect(shop.smtp.taken).toEqual([])
    await shop.test.clock.pass(10_000)
    await shop.untilOutbox(contactId, 'sent')
    expect(shop.smtp.taken[0]!.raw).toContain(`Message-ID: <${contactId}@winkel.test>`)
    await checkInvariants(shop)
  },
)

test('drop in the middle of a large mail: it goes again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await answer(shop, caseId, 'drop-in-content', 'een lange regel tekst\n'.repeat(9_000))
  await shop.untilOutbox(contactId, 'waiting')
  await shop.test.clock.pass(10_000)
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.smtp.taken).toHaveLength(1)
  await checkInvariants(shop)
})

test('drop after the final dot: nobody knows, so it is not sent again; a person who looked says that it arrived', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await answer(shop, caseId, 'drop-after-dot')
  await shop.untilOutbox(contactId, 'uncertain')
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'not-yet' })
  expect(shop.row('SELECT customer_unaware FROM "case"')).toEqual({ customer_unaware: 1 })
  expect((await shop.test.ask('status.get', {})).outbox).toEqual({ waiting: 0, uncertain: 1, failed: 0 })
  shop.test.engine.wake()
  await shop.test.clock.pass(60 * MINUTE)
  await shop.test.engine.stop()
  await shop.restart({ clock: shop.test.clock })
  await shop.test.clock.pass(60 * MINUTE)
  expect(shop.outboxState(contactId)).toBe('uncertain')
  await checkInvariants(shop)

  const outboxId = String(shop.row('SELECT id FROM outbox')['id'])
  await shop.test.ask('outbox.mark-sent', { outboxId })
  await shop.untilLookedAfter()
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'yes' })
  expect(await shop.imap.list('Sent')).toHaveLength(1)
  await checkInvariants(shop)
})

test('drop after the final dot, and the provider keeps its own copy: found in Sent, so it was sent', async () => {
  const { shop, caseId } = await shopWithQuestion()
  shop.smtp.deliver = async ({ raw }) => void (await shop.imap.deliver(raw, { folder: 'Sent' }))
  const contactId = await answer(shop, caseId, 'drop-after-dot')
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilLookedAfter()
  expect(await shop.imap.list('Sent')).toHaveLength(1)
  await checkInvariants(shop)
})

test('drop after the final dot and the server forgot it: a person decides that it goes again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await answer(shop, caseId, 'drop-and-forget')
  await shop.untilOutbox(contactId, 'uncertain')
  await shop.test.ask('outbox.retry', { outboxId: String(shop.row('SELECT id FROM outbox')['id']) })
  await shop.untilOutbox(contactId, 'sent')
  expect(shop.smtp.taken).toHaveLength(1)
  await checkInvariants(shop)
})

test('the program dies when the server has the mail and has not answered: uncertain, not sent again', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const release = shop.smtp.hold()
  const contactId = await shop.reply(caseId, { promises: 'bericht' })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sending')
  await shop.until(() => shop.smtp.holding, 'the server has it all')
  await shop.crash()
  release()
  await shop.untilOutbox(contactId, 'uncertain')
  await shop.test.clock.pass(60 * MINUTE)
  expect(shop.outboxState(contactId)).toBe('uncertain')
  await checkInvariants(shop)
})

test('the program dies before the copy in Sent is made: the mail is not sent again, the copy is made', async () => {
  const { shop, caseId } = await shopWithQuestion()
  await shop.imap.pause()
  const contactId = await shop.reply(caseId, { promises: 'bericht' })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  await shop.crash()
  await shop.imap.resume()
  shop.test.engine.wake()
  await shop.untilLookedAfter()
  expect(shop.smtp.taken).toHaveLength(1)
  expect((await shop.imap.list('Sent')).map(({ raw }) => raw)).toEqual([shop.smtp.taken[0]!.raw])
  await checkInvariants(shop)
})

test('the program dies with a reply in its undo window: contact, promise and mail are there together, and it goes out', async () => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await shop.reply(caseId, { promises: 'bericht' })
  await shop.crash()
  expect(shop.outboxState(contactId)).toBe('undo')
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  await checkInvariants(shop)
})

test.each([
  ['greylisting', { at: 'rcpt', code: 451 }, 'waiting'],
  ['a full mailbox', { at: 'verdict', code: 452 }, 'waiting'],
  ['a refused sender', { at: 'mail', code: 550 }, 'failed'],
  ['an unknown user', { at: 'rcpt', code: 550 }, 'failed'],
  ['refused content', { at: 'verdict', code: 554 }, 'failed'],
] as const)('%s', async (_what, fault, state) => {
  const { shop, caseId } = await shopWithQuestion()
  const contactId = await answer(shop, caseId, fault)
  await shop.until(() => shop.row('SELECT failure_json FROM outbox')['failure_json'] !== null, 'the server answered')
  await shop.untilOutbox(contactId, state)
  expect(shop.smtp.taken).toEqual([])
  await checkInvariants(shop)
})
