import { expect, test } from 'vitest'
import type { MailboxStatus } from '../../../src/shared/contract/status.ts'
import { DAY } from '../../../src/shared/domain/time.ts'
import { checkInvariants } from '../../support/invariants.ts'
import { customerMail, DELIVERED_AT, MailShop } from '../../support/mail-shop.ts'

const at = DELIVERED_AT
const subjects = (shop: MailShop) =>
  shop.rows('SELECT subject FROM "case" ORDER BY number').map(({ subject }) => subject)

async function status(shop: MailShop): Promise<MailboxStatus> {
  return (await shop.test.ask('status.get', {})).mailboxes[0]!
}
async function untilPhase(shop: MailShop, phase: MailboxStatus['phase']): Promise<MailboxStatus> {
  await shop.until(async () => (await status(shop)).phase === phase, `the mailbox is ${phase}`)
  return status(shop)
}

test('the first synchronisation reaches back as far as was chosen, and then everything that comes is taken', async () => {
  const shop = await MailShop.open()
  const now = shop.test.clock.now()
  await shop.imap.deliver(customerMail({ subject: 'Te oud' }), { at: new Date(now - 20 * DAY) })
  await shop.imap.deliver(customerMail({ subject: 'Vorige week' }), { at: new Date(now - 7 * DAY) })
  await shop.connect({ firstSyncDays: 14 })
  await untilPhase(shop, 'up-to-date')
  expect(subjects(shop)).toEqual(['Vorige week'])
  // An old date on a mail that comes now does not hide it.
  await shop.imap.deliver(customerMail({ subject: 'Nieuw' }), { at: new Date(now - 300 * DAY) })
  await shop.until(() => subjects(shop).length === 2, 'the new mail is in')
  expect(subjects(shop)).toEqual(['Vorige week', 'Nieuw'])
})

test('a mail that arrives is there within five seconds, without anybody asking', async () => {
  const shop = await MailShop.open()
  await shop.connect()
  await untilPhase(shop, 'up-to-date')
  await shop.imap.deliver(customerMail(), { at })
  await shop.until(() => subjects(shop).length === 1, 'the mail is in', 5_000)
  expect(subjects(shop)).toEqual(['Kapotte ketting'])
})

test('chosen folders are read, others are not; the mailbox is left as it was found', async () => {
  const shop = await MailShop.open()
  for (const folder of ['Verkoop', 'Privé']) await shop.imap.createFolder(folder)
  await shop.imap.deliver(customerMail({ subject: 'Vraag' }), { at })
  await shop.imap.deliver(customerMail({ subject: 'Order' }), { at, folder: 'Verkoop' })
  await shop.imap.deliver(customerMail({ subject: 'Geheim' }), { at, folder: 'Privé' })
  await shop.connect({ folders: ['INBOX', 'Verkoop'] })
  await shop.untilUpToDate()
  expect(subjects(shop).toSorted()).toEqual(['Order', 'Vraag'])
  for (const folder of ['INBOX', 'Verkoop'])
    expect((await shop.imap.list(folder)).map(({ flags }) => flags)).toEqual([[]])
})

test('a folder that is missing is named, and the others are read all the same', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect({ folders: ['INBOX', 'Weg'] })
  await shop.until(() => subjects(shop).length === 1, 'the mail is in')
  const { failure } = await untilPhase(shop, 'up-to-date')
  expect(failure).toMatchObject({ code: 'folder-missing', detail: { folder: 'Weg' } })
})

test('a restart goes on where it was: nothing again, nothing forgotten', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail({ subject: 'Een' }), { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.test.engine.stop()
  const [first] = await shop.imap.list()
  await shop.imap.remove(first!.uid)
  await shop.imap.deliver(customerMail({ subject: 'Twee' }), { at })
  await shop.restart()
  await shop.untilUpToDate()
  expect(subjects(shop)).toEqual(['Een', 'Twee'])
  await checkInvariants(shop)
})

test('a mail that was read or moved on a phone meanwhile is imported once all the same', async () => {
  const shop = await MailShop.open()
  await shop.imap.createFolder('Archief')
  const read = await shop.imap.deliver(customerMail({ subject: 'Gelezen' }), { at })
  await shop.imap.addFlags(read, ['\\Seen'])
  await shop.connect({ folders: ['INBOX', 'Archief'] })
  await shop.untilUpToDate()
  await shop.imap.move(read, 'Archief')
  await shop.test.ask('mailbox.sync-now', {})
  await shop.untilUpToDate()
  expect(subjects(shop)).toEqual(['Gelezen'])
  await checkInvariants(shop)
})

test('a server that goes away is tried again with longer and longer pauses, and at once when the PC wakes up', async () => {
  const shop = await MailShop.open()
  await shop.connect()
  await untilPhase(shop, 'up-to-date')
  await shop.imap.pause()
  const asleep = await untilPhase(shop, 'asleep')
  expect(asleep.failure?.code).toMatch(/^connection-/)
  const first = asleep.nextTryAt! - shop.test.clock.now()
  expect(first).toBeGreaterThanOrEqual(4_000)
  expect(first).toBeLessThanOrEqual(6_000)
  await shop.test.clock.passTo(asleep.nextTryAt!)
  await shop.until(async () => ((await status(shop)).nextTryAt ?? 0) > asleep.nextTryAt!, 'it sleeps again')
  const second = (await status(shop)).nextTryAt! - shop.test.clock.now()
  expect(second).toBeGreaterThanOrEqual(8_000)
  await shop.imap.resume()
  await shop.imap.deliver(customerMail(), { at })
  shop.test.engine.wake()
  await shop.untilUpToDate()
  expect((await status(shop)).failure).toBeNull()
})

test('a password that is refused twice is not tried a third time; saving it again goes on', async () => {
  const shop = await MailShop.open()
  await shop.connect({}, 'fout')
  const asleep = await untilPhase(shop, 'asleep')
  expect(asleep.failure).toMatchObject({ code: 'password-refused', detail: { server: 'imap' } })
  await shop.test.clock.pass(10_000)
  const stopped = await untilPhase(shop, 'stopped')
  expect(stopped.failure?.code).toBe('password-refused')
  await shop.test.engine.stop()
  await shop.restart()
  expect((await untilPhase(shop, 'stopped')).failure?.code).toBe('password-refused')
  const logins = (await shop.imap.log()).match(/Login: user=|auth failed/g)?.length
  shop.test.engine.wake()
  await shop.test.clock.pass(DAY)
  expect((await shop.imap.log()).match(/Login: user=|auth failed/g)?.length).toBe(logins)
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect()
  await shop.untilUpToDate()
  expect(subjects(shop)).toHaveLength(1)
})

test('without a password in the key store it says so and tries nothing', async () => {
  const shop = await MailShop.open()
  await shop.test.ask('mailbox.save', { mailbox: shop.mailbox, password: null })
  expect((await untilPhase(shop, 'asleep')).failure).toMatchObject({ code: 'password-missing' })
})

test('a mailbox that is switched off or removed is left alone; its cases stay', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.connect({ active: false })
  await untilPhase(shop, 'off')
  await shop.test.ask('mailbox.remove', { mailboxId: shop.mailbox.id })
  await shop.until(async () => (await shop.test.ask('status.get', {})).mailboxes.length === 0, 'it is gone')
  expect(await shop.test.ask('mailbox.list', {})).toEqual([])
  expect(subjects(shop)).toHaveLength(1)
  expect(await shop.test.call('mailbox.remove', { mailboxId: shop.mailbox.id })).toMatchObject({
    error: { code: 'not-found' },
  })
})
