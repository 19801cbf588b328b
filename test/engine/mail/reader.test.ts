import { expect, test } from 'vitest'
import { createReader } from '../../../src/engine/mail/reader.ts'

const raw = (subject: string) => Buffer.from(`From: a@b.test\r\nSubject: ${subject}\r\n\r\nHallo\r\n`)
const subjects = (read: { judgement: { subject: string } }[]) => read.map(({ judgement }) => judgement.subject)

test('mails are read in their order, in a thread of their own as soon as that runs', async () => {
  const reader = createReader()
  const mails = ['een', 'twee', 'drie'].map((subject) => ({ raw: raw(subject), keywords: [] }))
  expect(subjects(await reader.read(mails, []))).toEqual(['een', 'twee', 'drie'])
  await reader.isReady()
  const read = await reader.read(mails, ['a@b.test'])
  expect(subjects(read)).toEqual(['een', 'twee', 'drie'])
  expect(read[0]).toMatchObject({ raw: { size: mails[0]!.raw.length }, judgement: { reason: 'own-mail' } })
})

test('the caller keeps its bytes', async () => {
  const reader = createReader()
  await reader.isReady()
  const mail = { raw: new Uint8Array(raw('een')), keywords: [] }
  await reader.read([mail], [])
  expect(mail.raw.length).toBeGreaterThan(0)
})

test('a mail on which the thread hangs is kept unread, the others are read, and the thread comes back', async () => {
  const reader = createReader(50)
  await reader.isReady()
  // Ten million header lines without an end: minutes of work for any parser.
  const slow = { raw: Buffer.from('A: b\r\n'.repeat(300_000)), keywords: [] }
  const read = await reader.read([{ raw: raw('een'), keywords: [] }, slow, { raw: raw('twee'), keywords: [] }], [])
  expect(read.map(({ judgement }) => judgement.isUnreadable)).toEqual([false, true, false])
  expect(read[1]!.raw).toMatchObject({ size: slow.raw.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(subjects(await reader.read([{ raw: raw('drie'), keywords: [] }], []))).toEqual(['drie'])
})
