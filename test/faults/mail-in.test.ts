import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/shared/domain/time.ts'
import { checkInvariants, promised } from '../support/invariants.ts'
import { customerMail, DELIVERED_AT, MailShop } from '../support/mail-shop.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'

// RELIABILITY's rows about mail that comes in. The invariants are checked after each.

const at = DELIVERED_AT
const count = (shop: MailShop, table: string): number => Number(shop.row(`SELECT count(*) AS n FROM ${table}`)['n'])

const phase = async (shop: MailShop) => (await shop.test.ask('status.get', {})).mailboxes[0]!.phase

/** A shop whose line to the IMAP server runs through a proxy. */
async function shopBehindProxy(
  options: Parameters<typeof MailShop.open>[0] = {},
): Promise<{ shop: MailShop; proxy: TcpProxy }> {
  const shop = await MailShop.open(options)
  const proxy = await TcpProxy.to(shop.imap.port)
  onTestFinished(() => proxy.stop())
  shop.mailbox = { ...shop.mailbox, imap: shop.imap.settings({ port: proxy.port }) }
  return { shop, proxy }
}

test('the line breaks while mails are fetched, wherever that is: it goes on where it was', async () => {
  const { shop, proxy } = await shopBehindProxy()
  const mails = Array.from({ length: 12 }, (_, i) =>
    customerMail({ subject: `Vraag ${i}`, from: `klant${i}@klant.test`, text: 'x'.repeat(i * 400) }),
  )
  await shop.imap.deliverMany(mails, at)
  // Through greeting and login, the list, and every part of every mail.
  proxy.cutAfter = 40
  await shop.connect()
  for (;;) {
    await shop.until(async () => (await phase(shop)) === 'asleep' || (await phase(shop)) === 'up-to-date', 'it is over')
    if ((await phase(shop)) === 'up-to-date') break
    proxy.cutAfter += 777
    shop.test.engine.wake()
    await shop.until(async () => (await phase(shop)) !== 'asleep', 'it tries again')
  }
  expect(proxy.connections).toBeGreaterThan(8)
  await shop.untilUpToDate()
  expect(count(shop, '"case"')).toBe(mails.length)
  await checkInvariants(shop)
})

test('a line that swallows everything is noticed, and the mail that came meanwhile is fetched', async () => {
  const { shop, proxy } = await shopBehindProxy({ timings: { look: 300, answer: 700 } })
  await shop.connect()
  await shop.untilUpToDate()
  proxy.swallows = true
  await shop.until(async () => (await phase(shop)) === 'asleep', 'it noticed')
  const [status] = (await shop.test.ask('status.get', {})).mailboxes
  expect(status?.failure?.code).toBe('connection-timeout')
  proxy.swallows = false
  proxy.cut()
  await shop.imap.deliver(customerMail(), { at })
  shop.test.engine.wake()
  await shop.untilUpToDate()
  await checkInvariants(shop)
})

test('a line that dies while a large mail is fetched does not wait for ever', async () => {
  const { shop, proxy } = await shopBehindProxy({ timings: { answer: 500 } })
  await shop.imap.deliver(customerMail({ text: 'regel\r\n'.repeat(400_000) }), { at })
  await shop.connect({ active: false })
  proxy.stallAfter = 200_000
  await shop.connect({ active: true })
  await shop.until(async () => (await phase(shop)) === 'asleep', 'it gave up')
  proxy.stallAfter = null
  shop.test.engine.wake()
  await shop.untilUpToDate()
  expect(count(shop, 'mail')).toBe(1)
  await checkInvariants(shop)
})

test('UIDVALIDITY changes: everything is recognised, nothing is doubled, and what came meanwhile is there', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail({ id: 'a@klant.test' }), { at })
  // Without a Message-ID only its bytes tell what it is.
  await shop.imap.deliver('From: piet@klant.test\r\nSubject: Zonder nummer\r\n\r\nHallo\r\n', { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.reply(String(shop.row('SELECT id FROM "case" WHERE number = 1')['id']), { promises: 'bericht' })
  await shop.passUndo()
  await shop.untilLookedAfter()
  const before = promised(shop)
  await shop.test.engine.stop()
  await shop.imap.deliver(customerMail({ subject: 'Meanwhile' }), { at })
  await shop.imap.changeUidValidity()
  await shop.restart()
  await shop.untilUpToDate()
  expect(count(shop, '"case"')).toBe(3)
  expect(count(shop, `contact WHERE kind = 'mail-in'`)).toBe(3)
  expect(shop.smtp.taken).toHaveLength(1)
  await checkInvariants(shop, before)
})

test('UIDVALIDITY changes while we are connected', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.imap.changeUidValidity()
  await shop.imap.deliver(customerMail({ subject: 'Nieuw' }), { at })
  // Dovecot ends the session at this.
  await shop.test.ask('mailbox.sync-now', {})
  await shop.until(async () => (await phase(shop)) === 'asleep', 'the session has ended')
  await shop.test.clock.pass(10_000)
  await shop.untilUpToDate()
  expect(count(shop, '"case"')).toBe(2)
  await checkInvariants(shop)
})

test('the password changes while we are connected: it stops after the second refusal, and keeps the outbox', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.imap.setPassword('nieuw wachtwoord')
  shop.smtp.password = 'nieuw wachtwoord'
  await shop.imap.kick()
  const contactId = await shop.reply(String(shop.row('SELECT id FROM "case"')['id']), { promises: 'bericht' })
  for (let round = 0; round < 5; round += 1) await shop.test.clock.pass(HOUR)
  await shop.until(async () => {
    await shop.test.clock.pass(10 * MINUTE)
    return (await phase(shop)) === 'stopped'
  }, 'it has stopped')
  await shop.until(async () => {
    await shop.test.clock.pass(10 * MINUTE)
    return shop.smtp.logins === 2
  }, 'sending has stopped')
  for (let round = 0; round < 5; round += 1) await shop.test.clock.pass(HOUR)
  expect(shop.smtp.logins).toBe(2)
  expect(shop.outboxState(contactId)).toBe('waiting')
  await shop.connect()
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilUpToDate()
  expect((await shop.test.ask('status.get', {})).mailboxes[0]?.failure).toBeNull()
  await shop.untilLookedAfter()
  await checkInvariants(shop)
})

test('the same Message-ID with different content: both are kept, on one case', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail({ id: 'a@klant.test', text: 'Eerste vraag' }), { at })
  await shop.imap.deliver(customerMail({ id: 'a@klant.test', text: 'Heel iets anders' }), { at })
  await shop.connect()
  await shop.untilUpToDate()
  await shop.imap.deliver(customerMail({ id: 'a@klant.test', text: 'En nog iets' }), { at })
  await shop.untilUpToDate()
  expect(shop.rows('SELECT text FROM contact ORDER BY id').map(({ text }) => text)).toEqual([
    'Eerste vraag',
    'Heel iets anders',
    'En nog iets',
  ])
  await checkInvariants(shop)
})

test('somebody copies the Message-ID of our own answer: it does not vanish as ours', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail(), { at })
  await shop.connect()
  await shop.untilUpToDate()
  const contactId = await shop.reply(String(shop.row('SELECT id FROM "case"')['id']))
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  await shop.imap.deliver(customerMail({ from: 'vreemde@elders.test', id: `${contactId}@winkel.test`, text: 'Nep' }), {
    at,
  })
  await shop.untilUpToDate()
  expect(count(shop, `contact WHERE text = 'Nep'`)).toBe(1)
  await checkInvariants(shop)
})

test('three weeks away: everything that came is imported once', async () => {
  const shop = await MailShop.open()
  await shop.connect()
  await shop.untilUpToDate()
  await shop.test.engine.stop()
  const now = shop.test.clock.now() + 21 * DAY
  const mails = Array.from({ length: 300 }, (_, i) =>
    customerMail({ subject: `Vraag ${i}`, from: `klant${i % 70}@klant.test` }),
  )
  await shop.imap.deliverMany(mails, new Date(now - 10 * DAY))
  await shop.restart({ now })
  await shop.untilUpToDate()
  expect(count(shop, 'contact')).toBe(300)
  expect(shop.smtp.taken).toEqual([])
  await checkInvariants(shop)
})

test('a mail that the reading thread dies on is kept unread, and the next goes on', async () => {
  const shop = await MailShop.open()
  // Nested deeper than any limit, and a header larger than any limit.
  const nested = Array.from(
    { length: 600 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
  ).join('\r\n')
  await shop.imap.deliver(`From: a@b.test\r\nSubject: Matroesjka\r\n${nested}\r\n\r\nx\r\n`, { at })
  await shop.imap.deliver(`From: c@d.test\r\nSubject: Groot hoofd\r\nX-Pad: ${'a'.repeat(3_000_000)}\r\n\r\nx\r\n`, {
    at,
  })
  await shop.imap.deliver(customerMail({ subject: 'Gewoon' }), { at })
  await shop.connect()
  await shop.untilUpToDate()
  expect(
    shop.rows(`SELECT c.subject, t.unreadable FROM contact t JOIN "case" c ON c.id = t.case_id ORDER BY c.number`),
  ).toEqual([
    { subject: 'Matroesjka', unreadable: 1 },
    { subject: 'Groot hoofd', unreadable: 1 },
    { subject: 'Gewoon', unreadable: 0 },
  ])
  await checkInvariants(shop)
})

const MAILS = join(import.meta.dirname, '../../../shared/mails')

test.skipIf(!existsSync(MAILS))(
  'every mail of the collection is in the database with its bytes, and none causes a mail (skipped without ../shared/mails)',
  async () => {
    const shop = await MailShop.open()
    const files = readdirSync(MAILS).filter((name) => name.endsWith('.eml'))
    await shop.imap.deliverMany(
      files.map((name) => readFileSync(join(MAILS, name))),
      at,
    )
    await shop.connect()
    await shop.untilUpToDate()
    expect(count(shop, 'mail')).toBe(files.length)
    expect(shop.smtp.taken).toEqual([])
    expect(shop.test.log.lines.filter((line) => line.startsWith('error'))).toEqual([])
    for (const { id } of shop.rows<{ id: string }>('SELECT id FROM "case"')) {
      expect(await shop.test.call('case.get', { caseId: id })).toMatchObject({ ok: true })
    }
    for (const { id } of shop.rows<{ id: string }>('SELECT id FROM contact WHERE has_html = 1')) {
      expect(await shop.test.call('mail.html', { contactId: id })).toMatchObject({ ok: true })
    }
    for (const { id } of shop.rows<{ id: string }>('SELECT id FROM attachment')) {
      expect(await shop.test.call('attachment.read', { attachmentId: id })).toMatchObject({ ok: true })
    }
    await checkInvariants(shop)
  },
)

const disk = mountSmallDisk(join(mkdtempSync(join(tmpdir(), 'belofte-disk-')), 'disk'))

test.skipIf(disk === null)(
  'a full disk pauses fetching and sending with a message; both go on when there is room (skipped where no small disk can be mounted)',
  async () => {
    onTestFinished(() => disk!.unmount())
    const shop = await MailShop.open({ engine: { profile: disk!.path } })
    shop.profile = disk!.path
    await shop.imap.deliver(customerMail({ subject: 'Klein' }), { at })
    await shop.connect()
    await shop.untilUpToDate()
    const contactId = await shop.reply(String(shop.row('SELECT id FROM "case"')['id']), { promises: 'bericht' })
    const free = disk!.fill()
    await shop.imap.deliver(
      customerMail({
        subject: 'Groot',
        text: Array.from({ length: 30_000 }, (_, i) => `regel ${i} ${Math.sin(i)}`).join('\r\n'),
      }),
      { at },
    )
    await shop.until(async () => (await shop.test.ask('status.get', {})).storage?.code === 'disk-full', 'it says so')
    await shop.passUndo()
    await shop.test.clock.pass(MINUTE)
    expect(shop.smtp.taken).toEqual([])
    free()
    for (let round = 0; round < 3; round += 1) await shop.test.clock.pass(10 * MINUTE)
    await shop.untilUpToDate()
    await shop.untilOutbox(contactId, 'sent')
    await shop.untilLookedAfter()
    await shop.until(async () => (await shop.test.ask('status.get', {})).storage === null, 'all is well again')
    expect(count(shop, '"case"')).toBe(2)
    await checkInvariants(shop)
  },
)
