import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { mailContent } from '../../../src/engine/mail/content.ts'
import { parseMail } from '../../../src/engine/mail/parse.ts'
import { readMail } from '../../../src/engine/mail/read.ts'
import { skeletonOf } from '../../../src/engine/mail/skeleton.ts'

const MB = 1024 * 1024
const base64 = (bytes: Uint8Array, width = 76) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n')

function mailWith(...parts: string[]): Buffer {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join('')
  return Buffer.from(
    `From: a@b.test\r\nSubject: Groot\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${body}--b--\r\n`,
  )
}
const attached = (name: string, encoded: string) =>
  `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`
const text = 'Content-Type: text/plain\r\n\r\nHallo'

test('large attachments keep their size and their bytes, whatever their line length', async () => {
  const files = [randomBytes(3 * MB + 1), randomBytes(900_000), randomBytes(10)]
  const raw = mailWith(
    text,
    attached('een', base64(files[0]!)),
    attached('twee', base64(files[1]!, 60)),
    attached('drie', base64(files[2]!)),
  )
  expect(skeletonOf(raw).bytes.length).toBeLessThan(20_000)
  const { facts, attachments } = await parseMail(raw, [])
  expect(facts.text.trim()).toBe('Hallo')
  expect(attachments.map(({ name, size }) => ({ name, size }))).toEqual([
    { name: 'een', size: files[0]!.length },
    { name: 'twee', size: 900_000 },
    { name: 'drie', size: 10 },
  ])
  for (const [i, file] of files.entries())
    expect(Buffer.from((await mailContent.attachment(raw, i))!).equals(file)).toBe(true)
})

test('a large attachment that is not base64 is read whole when it is asked for', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `regel ${i} van het logboek`).join('\r\n')
  const raw = mailWith(
    text,
    `Content-Type: text/plain\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\n${lines}`,
  )
  expect((await parseMail(raw, [])).attachments).toMatchObject([{ name: 'log.txt' }])
  expect(
    Buffer.from((await mailContent.attachment(raw, 0))!)
      .toString()
      .trimEnd()
      .replace(/\r\n|\n/g, '\n'),
  ).toBe(lines.replace(/\r\n/g, '\n'))
})

test('base64 whose lines do not decode by themselves is read whole too', async () => {
  const file = randomBytes(MB)
  // Two letters of the first group stand on a line of their own.
  const encoded = file.toString('base64')
  const raw = mailWith(
    text,
    attached('scheef', `${encoded.slice(0, 2)}\r\n${encoded.slice(2).replace(/.{76}/g, '$&\r\n')}`),
  )
  expect(Buffer.from((await mailContent.attachment(raw, 0))!).equals(file)).toBe(true)
})

test('a text of millions of lines is read quickly, and no mark of what was left out is shown', async () => {
  const raw = Buffer.from(`From: a@b.test\r\nSubject: Lang\r\n\r\n${'ja\r\n'.repeat(1_000_000)}`)
  const began = performance.now()
  const { judgement } = await readMail({ raw, keywords: [] }, new Set())
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(judgement.fresh).toMatch(/^ja\nja\n/)
  expect(`${judgement.fresh}${judgement.quoted}`).not.toContain('cut-')
})

test('many stretches that are just too short to cut take no longer', () => {
  const short = `${`${'A'.repeat(76)}\r\n`.repeat(999)}niet base64!\r\n`
  const raw = Buffer.from(short.repeat(200))
  const began = performance.now()
  skeletonOf(raw)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a mail of ordinary size stays as it is', () => {
  const raw = mailWith(text, attached('klein', base64(randomBytes(100_000))))
  expect(skeletonOf(raw)).toEqual({ bytes: raw, cuts: [] })
})
