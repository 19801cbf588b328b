import { expect, onTestFinished, test } from 'vitest'
import { createMail } from '../../../src/engine/mail/index.ts'
import type { MailTimings, SourceSession } from '../../../src/engine/mail/types.ts'
import { expectOk } from '../../support/database.ts'
import { Dovecot } from '../../support/dovecot.ts'

const mail = (subject: string) =>
  `From: a@b.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@b.test>\r\n\r\nHallo\r\n`

async function open(timings: Partial<MailTimings> = {}): Promise<{ imap: Dovecot; session: SourceSession }> {
  const imap = await Dovecot.start()
  onTestFinished(() => imap.stop())
  const { source } = createMail({ timings: { connect: 5_000, answer: 5_000, look: 60_000, ...timings } })
  const session = expectOk(await source.open({ server: imap.settings(), password: imap.password }))
  onTestFinished(() => session.close())
  return { imap, session }
}

test('a mail that arrives while another answer is read is not waited for', async () => {
  const { imap, session } = await open()
  await imap.deliver(mail('een'))
  expectOk(await session.openFolder('INBOX'))
  await imap.deliver(mail('twee'))
  // The server tells of it with this answer, and then never again.
  expectOk(await session.listMails({ above: 100 }))
  const began = performance.now()
  expectOk(await session.waitForChange(new AbortController().signal))
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a look ends after its time, or when somebody wants to look now', async () => {
  const { session } = await open({ look: 200 })
  expectOk(await session.openFolder('INBOX'))
  expectOk(await session.waitForChange(new AbortController().signal))
  expectOk(await session.waitForChange(AbortSignal.abort()))
})

test('mails are found above a UID, fetched in order, and those that are gone are left out', async () => {
  const { imap, session } = await open()
  for (const subject of ['een', 'twee', 'drie', 'vier']) await imap.deliver(mail(subject))
  await imap.remove(3)
  expectOk(await session.openFolder('INBOX'))
  expect(expectOk(await session.listMails({ above: 1 }))).toEqual([2, 4])
  expect(expectOk(await session.listMails({ above: 4 }))).toEqual([])
  const fetched: number[] = []
  expectOk(
    await session.fetchMails([1, 2, 3, 4], async ({ uid, raw }) => {
      expect(Buffer.from(raw).toString()).toMatch(/^From: a@b\.test/)
      fetched.push(uid)
    }),
  )
  expect(fetched).toEqual([1, 2, 4])
})

test('an empty folder is no failure', async () => {
  const { session } = await open()
  expect(expectOk(await session.openFolder('INBOX'))).toMatchObject({ uidNext: 1 })
  expect(expectOk(await session.listMails({ above: 0 }))).toEqual([])
  expect(expectOk(await session.listMails({ since: Date.now() }))).toEqual([])
  expectOk(await session.fetchMails([], async () => {}))
})

test('without a Sent folder one is made for the copy', async () => {
  const { imap, session } = await open()
  await imap.deleteFolder('Sent')
  expect(expectOk(await session.wasSent('x@b.test'))).toBe(false)
  expectOk(await session.keepSentCopy('x@b.test', Buffer.from(mail('x')), Date.now()))
  expect(expectOk(await session.wasSent('x@b.test'))).toBe(true)
  expect(await imap.list('Sent')).toMatchObject([{ flags: ['\\Seen'], raw: mail('x') }])
})

test('after the line is lost every call says so, and closing is no failure', async () => {
  const { imap, session } = await open()
  await imap.pause()
  expect(await session.openFolder('INBOX')).toMatchObject({ error: { code: 'connection-lost' } })
  expect(await session.folders()).toMatchObject({ error: { code: 'connection-lost' } })
  await session.close()
})
