import { expect, test } from 'vitest'
import { parseMail } from '../../../src/engine/mail/parse.ts'
import { createPracticeMail } from '../../../src/engine/mail/practice.ts'
import type { FetchedMail } from '../../../src/engine/mail/types.ts'
import { createTestClock } from '../../support/clock.ts'
import { expectOk } from '../../support/database.ts'

test('what is sent is taken, and a customer answers after a while, in the thread', async () => {
  const clock = createTestClock(Date.parse('2026-03-05T10:00:00+01:00'))
  const mail = createPracticeMail(clock)
  const sender = expectOk(
    await mail.sender.open({ server: { host: 'x', port: 1, tls: 'none', user: 'x' }, password: '' }),
  )
  const inbox = expectOk(
    await mail.source.open({ server: { host: 'x', port: 1, tls: 'none', user: 'x' }, password: '' }),
  )
  const { uidNext } = expectOk(await inbox.openFolder('INBOX'))
  expect(uidNext).toBe(1)
  const waited = inbox.waitForChange(new AbortController().signal)
  const ids: string[] = []
  for (let i = 0; i < 10; i += 1) {
    const { envelope, raw, messageId } = await mail.compose({
      ...{
        contactId: `0195a1b2-0000-7000-8000-00000000000${i}`,
        from: { name: 'Winkel', address: 'info@winkel.test' },
      },
      ...{
        to: ['jan@klant.test'],
        cc: [],
        subject: 'Re: Ketting',
        text: 'Beste Jan, dat komt goed.',
        date: clock.now(),
      },
      ...{ zone: 'Europe/Amsterdam', inReplyTo: null, references: [], automatic: false },
    })
    ids.push(messageId)
    expect(await sender.send(envelope, raw, async () => {})).toEqual({ kind: 'accepted', refused: [] })
  }
  await clock.pass(60_000)
  await waited
  const fetched: FetchedMail[] = []
  const uids = expectOk(await inbox.listMails({ above: 0 }))
  await inbox.fetchMails(uids, async (one) => void fetched.push(one))
  expect(fetched.length).toBeGreaterThan(4)
  expect(fetched.length).toBeLessThan(10)
  for (const { raw } of fetched) {
    const { facts } = await parseMail(raw, [])
    expect(facts).toMatchObject({
      from: { address: 'jan@klant.test' },
      to: [{ address: 'info@winkel.test' }],
      subject: 'Re: Ketting',
    })
    expect(ids).toContain(facts.inReplyTo[0])
  }
})
