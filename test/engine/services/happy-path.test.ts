import { expect, test } from 'vitest'
import { customerMail, DELIVERED_AT, MailShop } from '../../support/mail-shop.ts'

test('a mail becomes a case; its answer goes out once, is kept in Sent as it went, and marks the question as answered', async () => {
  const shop = await MailShop.open()
  const { imap, smtp, test: engine } = shop
  await imap.deliver(customerMail({ id: 'vraag-1@klant.test' }), { at: DELIVERED_AT })
  await shop.connect()
  await shop.untilUpToDate()
  const one = shop.row('SELECT * FROM "case"')
  expect(one).toMatchObject({
    number: 1,
    state: 'open',
    subject: 'Kapotte ketting',
    awaiting_since: DELIVERED_AT.getTime(),
  })
  expect(shop.row('SELECT name FROM customer')).toEqual({ name: 'Jan Jansen' })

  const contactId = await shop.reply(String(one['id']), { promises: 'antwoord over de ketting' })
  expect(smtp.taken).toEqual([])
  await shop.passUndo()
  await shop.untilOutbox(contactId, 'sent')
  await shop.untilLookedAfter()

  expect(smtp.taken).toHaveLength(1)
  const wire = smtp.taken[0]!.raw
  expect(wire).toMatch(/^In-Reply-To: <vraag-1@klant\.test>\r$/m)
  expect(wire).toMatch(/^Message-ID: <[0-9a-f-]{36}@winkel\.test>\r$/m)
  expect((await imap.list('Sent')).map(({ raw }) => raw)).toEqual([wire])
  expect((await imap.list()).map(({ flags }) => flags)).toEqual([['\\Answered']])
  expect(shop.row('SELECT customer_knows FROM promise')).toEqual({ customer_knows: 'yes' })
  expect(engine.log.lines.filter((line) => line.startsWith('error'))).toEqual([])
})
