import { expect, test } from 'vitest'
import { checkInvariants } from '../../support/invariants.ts'
import { customerMail, DELIVERED_AT, MailShop } from '../../support/mail-shop.ts'

const at = DELIVERED_AT

async function shopWith(...mails: (string | Uint8Array)[]): Promise<MailShop> {
  const shop = await MailShop.open()
  for (const mail of mails) await shop.imap.deliver(mail, { at })
  await shop.connect()
  await shop.untilUpToDate()
  return shop
}

const cases = (shop: MailShop) =>
  shop.rows(
    `SELECT c.number, c.subject, c.state, c.set_aside_reason AS reason, k.name FROM "case" c JOIN customer k ON k.id = c.customer_id ORDER BY number`,
  )
const contacts = (shop: MailShop) =>
  shop.rows(
    `SELECT c.number, t.text, t.automatic, t.unreadable FROM contact t JOIN "case" c ON c.id = t.case_id ORDER BY t.at, t.id`,
  )

test('a question opens a case of its sender, found by search, with its history folded away', async () => {
  const text = 'Kan ik mijn fiets zaterdag ophalen?\r\n\r\nOp 3 maart 2026 schreef De Winkel:\r\n> De fiets is klaar.'
  const shop = await shopWith(customerMail({ subject: 'Re: Fiets klaar', text }))
  expect(cases(shop)).toEqual([{ number: 1, subject: 'Fiets klaar', state: 'open', reason: null, name: 'Jan Jansen' }])
  expect(shop.row('SELECT text, quoted, from_address FROM contact')).toEqual({
    text: 'Kan ik mijn fiets zaterdag ophalen?',
    quoted: 'Op 3 maart 2026 schreef De Winkel:\n> De fiets is klaar.',
    from_address: 'jan@klant.test',
  })
  const { hits } = await shop.test.ask('search', { text: 'zaterdag', limit: 10 })
  expect(hits).toHaveLength(1)
  const { rows } = await shop.test.ask('queue.page', {
    section: 'first-answer',
    filter: { ownerId: null, channel: null, kind: null },
    cursor: null,
    limit: 10,
  })
  expect(rows.map((row) => row.subject)).toEqual(['Fiets klaar'])
  await checkInvariants(shop)
})

test('a reply joins the case by its references, also from another address; the same subject alone joins nobody else', async () => {
  const shop = await shopWith(
    customerMail({ id: 'a@klant.test', subject: 'Offerte' }),
    customerMail({
      id: 'b@thuis.test',
      from: 'jan@thuis.test',
      subject: 'Iets anders',
      headers: 'References: <x@y> <a@klant.test>',
    }),
    customerMail({ from: 'Piet <piet@ander.test>', subject: 'Offerte' }),
    customerMail({ from: 'jan@klant.test', subject: 'RE: offerte' }),
  )
  expect(contacts(shop).map(({ number }) => number)).toEqual([1, 1, 2, 1])
  expect(cases(shop).map(({ name }) => name)).toEqual(['Jan Jansen', 'Piet'])
})

test('a reply reopens a case that was done, and says so in its history', async () => {
  const shop = await shopWith(customerMail({ id: 'a@klant.test' }))
  const caseId = String(shop.row('SELECT id FROM "case"')['id'])
  await shop.test.ask('case.close', { caseId })
  await shop.test.clock.pass(60_000)
  await shop.imap.deliver(customerMail({ headers: 'In-Reply-To: <a@klant.test>', text: 'Hij is weer kapot.' }), { at })
  await shop.untilUpToDate()
  expect(cases(shop)).toMatchObject([{ state: 'open' }])
  const events = await shop.test.ask('case.events', { caseId, before: null })
  expect(events.map(({ kind }) => kind)).toEqual(['case-state', 'contact-added', 'case-state', 'case-opened'])
})

test('who comes back while we owe an answer is counted', async () => {
  const shop = await shopWith(customerMail({ id: 'a@klant.test' }))
  await shop.imap.deliver(customerMail({ headers: 'In-Reply-To: <a@klant.test>', text: 'Ik wacht nog op antwoord!' }), {
    at,
  })
  await shop.untilUpToDate()
  expect(shop.row('SELECT came_back FROM "case"')).toEqual({ came_back: 1 })
})

test('mail that needs no answer is set aside with the reason, and a person writing in it makes it a question', async () => {
  const shop = await shopWith(
    customerMail({
      id: 'n@nieuws.test',
      from: 'Nieuws <brief@nieuws.test>',
      subject: 'Aanbieding',
      headers: 'List-Unsubscribe: <https://nieuws.test/uit>\r\nPrecedence: bulk',
    }),
  )
  expect(cases(shop)).toMatchObject([{ state: 'set-aside', reason: 'bulk' }])
  await shop.imap.deliver(
    customerMail({
      from: 'Eva <eva@nieuws.test>',
      subject: 'Re: Aanbieding',
      headers: 'In-Reply-To: <n@nieuws.test>',
      text: 'Wilt u dit echt?',
    }),
    { at },
  )
  await shop.untilUpToDate()
  expect(cases(shop)).toMatchObject([{ state: 'open', reason: null }])
})

test('an out-of-office reply to our answer stays on the case without making it our turn', async () => {
  const shop = await shopWith(customerMail({ id: 'a@klant.test' }))
  const caseId = String(shop.row('SELECT id FROM "case"')['id'])
  const contactId = await shop.reply(caseId)
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  const ours = String(shop.row('SELECT message_id FROM outbox')['message_id'])
  await shop.imap.deliver(
    customerMail({
      subject: 'Afwezig',
      headers: `Auto-Submitted: auto-replied\r\nIn-Reply-To: <${ours}>`,
      text: 'Ik ben er maandag weer.',
    }),
    { at: new Date(shop.test.clock.now()) },
  )
  await shop.untilUpToDate()
  expect(cases(shop)).toMatchObject([{ number: 1, state: 'waiting' }])
  expect(contacts(shop)).toHaveLength(3)
})

test('a bounce makes the answer failed: the promise counts as untold and it is our turn again', async () => {
  const shop = await shopWith(customerMail({ id: 'a@klant.test' }))
  const caseId = String(shop.row('SELECT id FROM "case"')['id'])
  const contactId = await shop.reply(caseId, { promises: 'bericht over de ketting' })
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  const ours = String(shop.row('SELECT message_id FROM outbox')['message_id'])
  const report = [
    ...[
      'From: MAILER-DAEMON@mx.test',
      'To: info@winkel.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Return-Path: <>',
    ],
    ...[
      'Message-ID: <bounce@mx.test>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ],
    ...['', '--b', 'Content-Type: text/plain', '', 'The mail could not be delivered.'],
    ...[
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.test',
      '',
      'Final-Recipient: rfc822; jan@klant.test',
    ],
    ...['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 <jan@klant.test> no such user', ''],
    ...[
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: info@winkel.test',
      `Message-ID: <${ours}>`,
      '',
      'x',
      '--b--',
      '',
    ],
  ].join('\r\n')
  await shop.imap.deliver(report, { at: new Date(shop.test.clock.now()) })
  await shop.untilUpToDate()
  expect(shop.outboxState(contactId)).toBe('failed')
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'undelivered' })
  expect(shop.row('SELECT state, customer_unaware FROM "case"')).toEqual({ state: 'open', customer_unaware: 1 })
  const { outbox } = (await shop.test.ask('case.get', { caseId })).contacts[1]!
  expect(outbox?.failure?.detail?.['answer']).toBe('550 5.1.1 <…> no such user')
})

test('the notification of a contact form is a question of its visitor', async () => {
  const text =
    'Naam: Fatima Bakker\r\nE-mail: fatima@visite.test\r\nTelefoon: 06 12345678\r\n\r\nBericht:\r\nHeeft u de blauwe nog in maat M?'
  const shop = await shopWith(
    customerMail({ from: 'WordPress <wordpress@winkel.test>', subject: 'Contactformulier', text }),
  )
  expect(cases(shop)).toMatchObject([{ state: 'open', name: 'Fatima Bakker' }])
  expect(shop.rows('SELECT kind, value FROM customer_address ORDER BY kind')).toEqual([
    { kind: 'email', value: 'fatima@visite.test' },
    { kind: 'phone', value: '+31612345678' },
  ])
  expect(shop.row('SELECT from_address FROM contact')).toEqual({ from_address: 'fatima@visite.test' })
})

test('what is no mail at all still becomes a case, with its bytes', async () => {
  const junk = Buffer.from([0xff, 0xfe, 0x00, 0x01, ...Buffer.from('geen kop en geen staart\r\n')])
  const shop = await shopWith(
    junk.filter((byte) => byte !== 0),
    customerMail(),
  )
  expect(cases(shop)).toMatchObject([{ state: 'open', name: 'Onbekende afzender' }, { name: 'Jan Jansen' }])
  expect(contacts(shop)).toMatchObject([{ unreadable: 1 }, { unreadable: 0 }])
  const contactId = String(shop.row('SELECT id FROM contact WHERE unreadable = 1')['id'])
  const { base64 } = await shop.test.ask('mail.raw', { contactId })
  expect(Buffer.from(base64, 'base64').toString('latin1')).toContain('geen kop en geen staart')
  await checkInvariants(shop)
})

test('attachments and pictures in the text are read from the mail when somebody looks', async () => {
  const png = 'iVBORw0KGgo='
  const mail = [
    ...[
      'From: jan@klant.test',
      'To: info@winkel.test',
      'Subject: Foto',
      'Message-ID: <foto@klant.test>',
      'MIME-Version: 1.0',
    ],
    ...['Content-Type: multipart/mixed; boundary=m', '', '--m', 'Content-Type: multipart/related; boundary=r', ''],
    ...[
      '--r',
      'Content-Type: text/html',
      '',
      '<p>Zie <img src="cid:logo@x"></p>',
      '--r',
      'Content-Type: image/png',
      'Content-ID: <logo@x>',
    ],
    ...[
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: inline',
      '',
      png,
      '--r--',
      '--m',
      'Content-Type: application/pdf',
    ],
    ...[
      'Content-Disposition: attachment; filename="../../bon nr 1.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--m--',
      '',
    ],
  ].join('\r\n')
  const shop = await shopWith(mail)
  const caseId = String(shop.row('SELECT id FROM "case"')['id'])
  const [contact] = (await shop.test.ask('case.get', { caseId })).contacts
  expect(contact!.attachments).toMatchObject([{ name: 'bon nr 1.pdf', mediaType: 'application/pdf', size: 5 }])
  const read = await shop.test.ask('attachment.read', { attachmentId: contact!.attachments[0]!.id })
  expect(read).toEqual({ name: 'bon nr 1.pdf', base64: 'JVBERi0=' })
  const { html } = await shop.test.ask('mail.html', { contactId: contact!.id })
  expect(html).toContain(`<img src="data:image/png;base64,${png}">`)
})

test('one message in two folders, or twice with other lines of servers, is one contact', async () => {
  const shop = await MailShop.open()
  await shop.imap.createFolder('Verkoop')
  const mail = customerMail({ id: 'a@klant.test' })
  await shop.imap.deliver(mail, { at })
  await shop.imap.deliver(mail, { at, folder: 'Verkoop' })
  await shop.imap.deliver(`Delivered-To: verkoop@winkel.test\r\nReceived: from mx2\r\n${mail}`, {
    at,
    folder: 'Verkoop',
  })
  await shop.imap.deliver(`Received: from mx3\r\n${mail}`, { at, folder: 'Verkoop' })
  await shop.connect({ folders: ['INBOX', 'Verkoop'] })
  await shop.untilUpToDate()
  expect(contacts(shop)).toHaveLength(1)
  expect(shop.rows('SELECT id FROM mail')).toHaveLength(4)
  await checkInvariants(shop)
})

test('our own answer that comes by again, as in a Sent folder that is read, is recognised', async () => {
  const shop = await MailShop.open()
  await shop.imap.deliver(customerMail({ id: 'a@klant.test' }), { at })
  await shop.connect({ folders: ['INBOX', 'Sent'] })
  await shop.untilUpToDate()
  const contactId = await shop.reply(String(shop.row('SELECT id FROM "case"')['id']))
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilLookedAfter()
  await shop.test.ask('mailbox.sync-now', {})
  await shop.untilUpToDate()
  expect(contacts(shop)).toHaveLength(2)
  expect(shop.row(`SELECT contact_id FROM mail WHERE folder_path = 'Sent'`)).toEqual({ contact_id: contactId })
  await checkInvariants(shop)
})

test('what was answered elsewhere before Belofte was there is history, and asks for nothing', async () => {
  const shop = await MailShop.open()
  const uid = await shop.imap.deliver(customerMail(), { at })
  await shop.imap.addFlags(uid, ['\\Answered'])
  await shop.connect()
  await shop.untilUpToDate()
  expect(cases(shop)).toMatchObject([{ state: 'done' }])
})
