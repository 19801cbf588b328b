import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailContent } from '../../../src/engine/mail/content.ts'
import { parseMail } from '../../../src/engine/mail/parse.ts'
import { readMail } from '../../../src/engine/mail/read.ts'

const mail = (...lines: string[]) => Buffer.from([...lines, ''].join('\r\n'))

test('what the rules need to know of a mail', async () => {
  const { facts, unreadable } = await parseMail(
    mail(
      ...[
        'Return-Path: <>',
        'From: =?utf-8?Q?Ren=C3=A9e?= <Renee@Klant.test>',
        'To: Winkel <info@winkel.test>, groep: a@b.test, c@d.test;',
      ],
      ...[
        'Reply-To: ander@klant.test',
        'Subject: =?utf-8?B?VnJhYWcg4oKs?=',
        'Message-ID: <A1@klant.test>',
        'In-Reply-To: <p@x> ',
        'References: <o@x>',
        ' <p@x>',
      ],
      ...[
        'Date: Thu, 05 Mar 2026 09:55:00 +0100',
        'X-Twee: een',
        'X-TWEE: twee',
        'Content-Type: text/plain; Charset="ISO-8859-1"; Format=flowed',
        '',
        'Eén',
      ],
    ),
    ['$Junk'],
  )
  expect(unreadable).toBe(false)
  expect(facts).toMatchObject({
    from: { name: 'Renée', address: 'Renee@Klant.test' },
    replyTo: [{ address: 'ander@klant.test' }],
    to: [{ address: 'info@winkel.test' }, { address: 'a@b.test' }, { address: 'c@d.test' }],
    subject: 'Vraag €',
    messageId: 'A1@klant.test',
    inReplyTo: ['p@x'],
    references: ['o@x', 'p@x'],
    date: Date.parse('2026-03-05T08:55:00Z'),
    contentType: 'text/plain',
    returnPath: '',
    keywords: ['$Junk'],
    html: null,
  })
  expect(facts.headers.get('x-twee')).toEqual(['een', 'twee'])
  expect(facts.contentTypeParameters.get('charset')).toBe('ISO-8859-1')
})

test('a mail with HTML only is read as text too', async () => {
  const { facts } = await parseMail(
    mail('From: a@b.test', 'Content-Type: text/html', '', '<p>Hallo</p><script>x()</script><p>Dag</p>'),
    [],
  )
  expect(facts.text).toBe('Hallo\n\nDag')
})

test('a mail within a mail stays closed, and is an attachment', async () => {
  const { facts, attachments } = await parseMail(
    mail(
      ...[
        'From: a@b.test',
        'Subject: Buiten',
        'Content-Type: multipart/mixed; boundary=m',
        '',
        '--m',
        '',
        'buiten',
        '--m',
        'Content-Type: message/rfc822',
        '',
      ],
      ...['From: c@d.test', 'Subject: Binnen', '', 'binnen', '--m--'],
    ),
    [],
  )
  expect(facts.text.trim()).toBe('buiten')
  expect(facts.parts).toMatchObject([{ mediaType: 'message/rfc822', text: expect.stringContaining('Subject: Binnen') }])
  expect(attachments).toMatchObject([{ position: 0, name: null, extension: 'eml' }])
})

test('a picture in the text is no attachment, the same picture sent as a file is', async () => {
  const part = (disposition: string) => [
    ...[
      '--m',
      'Content-Type: image/png',
      'Content-ID: <logo>',
      `Content-Disposition: ${disposition}`,
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
    ],
  ]
  const head = [
    'From: a@b.test',
    'Content-Type: multipart/related; boundary=m',
    '',
    '--m',
    'Content-Type: text/html',
    '',
    '<img src="cid:logo">',
  ]
  expect((await parseMail(mail(...head, ...part('inline'), '--m--'), [])).attachments).toEqual([])
  expect(
    (await parseMail(mail(...head, ...part('attachment; filename=logo.png'), '--m--'), [])).attachments,
  ).toHaveLength(1)
})

test('only pictures that can hold no script are put in the text', async () => {
  const html = '<img src="cid:svg"><img src=\'cid:png\'><img src=cid:weg>'
  const related = (type: string, id: string) => [
    '--m',
    `Content-Type: ${type}`,
    `Content-ID: <${id}>`,
    'Content-Transfer-Encoding: base64',
    '',
    'QUJD',
  ]
  const raw = mail(
    ...[
      'From: a@b.test',
      'Content-Type: multipart/related; boundary=m',
      '',
      '--m',
      'Content-Type: text/html',
      '',
      html,
    ],
    ...[...related('image/svg+xml', 'svg'), ...related('image/png', 'png'), '--m--'],
  )
  expect((await mailContent.html(raw))?.trim()).toBe(
    `<img src="cid:svg"><img src='data:image/png;base64,QUJD'><img src=cid:weg>`,
  )
})

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['no header', Buffer.from('zomaar wat tekst\r\n')],
  ['bytes', Buffer.from([0, 255, 13, 10, 13, 10, 200, 1])],
  [
    'too deep',
    Buffer.from(
      `From: a@b.test\r\n${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}`,
    ),
  ],
])('%s is unreadable, and no failure', async (_what, raw) => {
  expect(await parseMail(raw, [])).toMatchObject({ unreadable: true, attachments: [] })
  expect(await mailContent.attachment(raw, 0)).toBeNull()
})

test('any bytes are read without failing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const { raw } = await readMail({ raw: bytes, keywords: [] }, new Set())
      expect(raw.size).toBe(bytes.length)
    }),
    { numRuns: 100 },
  )
})

const MAILS = join(import.meta.dirname, '../../../../shared/mails')

test.skipIf(!existsSync(MAILS))(
  'every mail of the collection is read in less than two seconds (skipped without ../shared/mails)',
  async () => {
    for (const name of readdirSync(MAILS).filter((file) => file.endsWith('.eml'))) {
      const began = performance.now()
      const { judgement } = await readMail(
        { raw: readFileSync(join(MAILS, name)), keywords: [] },
        new Set(['info@winkel.test']),
      )
      expect(performance.now() - began, name).toBeLessThan(2_000)
      expect(`${judgement.fresh}${judgement.quoted}`, name).not.toContain('\0')
    }
  },
)
