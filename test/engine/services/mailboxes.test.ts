import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { MailShop } from '../../support/mail-shop.ts'

test('the list says whether a password is kept, and never which', async () => {
  const shop = await MailShop.open()
  await shop.test.ask('mailbox.save', { mailbox: shop.mailbox, password: null })
  expect(await shop.test.ask('mailbox.list', {})).toEqual([{ ...shop.mailbox, hasPassword: false }])
  await shop.connect()
  expect(await shop.test.ask('mailbox.list', {})).toEqual([{ ...shop.mailbox, hasPassword: true }])
  expect(
    shop
      .rows('SELECT * FROM mailbox')
      .map((row) => JSON.stringify(row))
      .join(),
  ).not.toContain(shop.imap.password)
})

test('the connection test tries both servers and names the folders; nothing is saved', async () => {
  const shop = await MailShop.open()
  await shop.imap.createFolder('Verkoop')
  const tested = await shop.test.ask('mailbox.test', { mailbox: shop.mailbox, password: shop.imap.password })
  expect(tested.folders.toSorted()).toEqual(['INBOX', 'Sent', 'Verkoop'])
  expect(shop.smtp.logins).toBe(1)
  expect(await shop.test.ask('mailbox.list', {})).toEqual([])
})

test('the connection test uses the password that is kept when none is typed', async () => {
  const shop = await MailShop.open()
  const { mailbox } = shop
  expect(await shop.test.call('mailbox.test', { mailbox, password: null })).toMatchObject({
    error: { code: 'password-missing' },
  })
  await shop.connect()
  expect(await shop.test.call('mailbox.test', { mailbox, password: null })).toMatchObject({ ok: true })
})

test.each([
  [
    'a wrong host',
    { imap: { host: 'bestaat-niet.invalid', tls: 'implicit' } },
    { code: 'host-not-found', server: 'imap' },
  ],
  ['a port where nobody listens', { imap: { port: 1 } }, { code: 'connection-refused', server: 'imap' }],
  ['a wrong user', { imap: { user: 'iemand' } }, { code: 'password-refused', server: 'imap' }],
  [
    'a server without the encryption asked for',
    { imap: { tls: 'starttls' } },
    { code: 'tls-not-offered', server: 'imap' },
  ],
  ['a folder that is not there', { folders: ['INBOX', 'Weg'] }, { code: 'folder-missing', folder: 'Weg' }],
  ['a wrong user at the outgoing server', { smtp: { user: 'iemand' } }, { code: 'password-refused', server: 'smtp' }],
  ['an outgoing port where nobody listens', { smtp: { port: 1 } }, { code: 'connection-refused', server: 'smtp' }],
  ['an outgoing server without encryption', { smtp: { tls: 'starttls' } }, { code: 'tls-not-offered', server: 'smtp' }],
] as const)('the connection test explains %s', async (_what, wrong, { code, ...detail }) => {
  const shop = await MailShop.open()
  const { mailbox } = shop
  const mistaken = {
    ...mailbox,
    imap: { ...mailbox.imap, ...('imap' in wrong ? wrong.imap : {}) },
    smtp: { ...mailbox.smtp, ...('smtp' in wrong ? wrong.smtp : {}) },
    folders: 'folders' in wrong ? [...wrong.folders] : mailbox.folders,
  }
  const result = await shop.test.call('mailbox.test', { mailbox: mistaken, password: shop.imap.password })
  expect(result).toMatchObject({ ok: false, error: { code, detail } })
})

test('plain text goes to this PC itself only', async () => {
  const shop = await MailShop.open()
  const elsewhere = { ...shop.mailbox, imap: { ...shop.mailbox.imap, host: '192.0.2.1' } }
  const result = await shop.test.call('mailbox.test', { mailbox: elsewhere, password: 'x' })
  expect(result).toMatchObject({ error: { code: 'tls-not-offered', detail: { host: '192.0.2.1' } } })
})

test('outbox calls on what is not there, or not in that state, are refused', async () => {
  const shop = await MailShop.open()
  const outboxId = randomUUID()
  for (const call of ['outbox.retry', 'outbox.mark-sent', 'outbox.withdraw'] as const) {
    expect(await shop.test.call(call, { outboxId })).toMatchObject({ error: { code: 'not-found' } })
  }
  for (const call of ['mail.html', 'mail.raw'] as const) {
    expect(await shop.test.call(call, { contactId: outboxId })).toMatchObject({ error: { code: 'not-found' } })
  }
  const missing = await shop.test.call('attachment.read', { attachmentId: outboxId })
  expect(missing).toMatchObject({ error: { code: 'attachment-missing' } })
})
