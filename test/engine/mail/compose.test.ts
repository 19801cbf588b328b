import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { composeMail, referenceChain } from '../../../src/engine/mail/compose.ts'
import type { MailDraft } from '../../../src/engine/mail/types.ts'

const DRAFT: MailDraft = {
  contactId: '0195a1b2-0000-7000-8000-000000000001',
  from: { name: 'De Winkel', address: 'info@winkel.test' },
  to: ['jan@klant.test'],
  cc: [],
  subject: 'Re: Kapotte ketting',
  text: 'Beste Jan,\n\nU hoort donderdag om 15:00 van mij.\n\nGroet,\nAnna',
  date: Date.parse('2026-07-01T08:05:09Z'),
  zone: 'Europe/Amsterdam',
  inReplyTo: null,
  references: [],
  automatic: false,
}

async function compose(overrides: Partial<MailDraft>) {
  const mail = await composeMail({ ...DRAFT, ...overrides })
  const raw = Buffer.from(mail.raw).toString('latin1')
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const header = (name: string) => headers.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return { mail, raw, header, read: await PostalMime.parse(mail.raw) }
}

test('the same draft gives the same Message-ID, in the domain of the sender', async () => {
  const { mail, header } = await compose({ from: { name: 'Café', address: 'hallo@café.test' } })
  expect(mail.messageId).toBe(`${DRAFT.contactId}@xn--caf-dma.test`)
  expect(header('message-id')).toEqual([`Message-ID: <${mail.messageId}>`])
  expect((await composeMail(DRAFT)).messageId).toBe((await composeMail(DRAFT)).messageId)
})

test('Date carries the offset of the business at that moment', async () => {
  expect((await compose({})).header('date')).toEqual(['Date: Wed, 01 Jul 2026 10:05:09 +0200'])
  expect((await compose({ zone: 'America/St_Johns' })).header('date')).toEqual([
    'Date: Wed, 01 Jul 2026 05:35:09 -0230',
  ])
  const winter = await compose({ date: Date.parse('2026-12-31T23:30:00Z') })
  expect(winter.header('date')).toEqual(['Date: Fri, 01 Jan 2027 00:30:00 +0100'])
})

test('text and HTML say the same; links work, and nothing typed becomes HTML', async () => {
  const text = 'Zie https://winkel.test/?a=1&b=2.\n\n<script>alert(1)</script> & "wij"\nGroet — Anna €'
  const { read } = await compose({ text })
  expect(read.text?.trimEnd()).toBe(text)
  expect(read.html).toContain('<a href="https://winkel.test/?a=1&amp;b=2">https://winkel.test/?a=1&amp;b=2</a>.')
  expect(read.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;wij&quot;<br>')
  expect(read.html).not.toContain('<script')
})

test('automatic mail says so, so that no robot answers it', async () => {
  const { header } = await compose({ automatic: true })
  expect(header('auto-submitted')).toEqual(['Auto-Submitted: auto-replied'])
  expect(header('x-auto-response-suppress')).toEqual(['X-Auto-Response-Suppress: All'])
  expect((await compose({})).header('auto-submitted')).toEqual([])
})

test('it goes to each recipient once; there is never a Bcc', async () => {
  const { mail, header } = await compose({ to: ['a@b.test', 'c@d.test'], cc: ['a@b.test', 'e@f.test'] })
  expect(mail.envelope).toEqual({ from: 'info@winkel.test', recipients: ['a@b.test', 'c@d.test', 'e@f.test'] })
  expect(header('bcc')).toEqual([])
})

test('an answer names what it answers, and the chain before it', async () => {
  const { header } = await compose({ inReplyTo: 'b@x', references: ['a@x', 'b@x'] })
  expect(header('in-reply-to')).toEqual(['In-Reply-To: <b@x>'])
  expect(header('references')).toEqual(['References: <a@x> <b@x>'])
})

const messageId = fc.stringMatching(/^[a-z0-9.]{5,120}@[a-z.]{3,60}$/)

test('a long chain keeps its first and its last ones, and stays short', () => {
  fc.assert(
    fc.property(fc.uniqueArray(messageId, { maxLength: 80 }), messageId, (references, inReplyTo) => {
      const chain = referenceChain(references, inReplyTo)
      const whole = [...new Set([...references, inReplyTo])]
      expect(chain.map((id) => `<${id}> `).join('').length).toBeLessThanOrEqual(1_700)
      expect(chain[0]).toBe(whole[0])
      expect(chain.at(-1)).toBe(whole.at(-1))
      expect(whole.join('\n').endsWith(chain.slice(1).join('\n'))).toBe(true)
    }),
  )
})

test('nothing that is typed or came in with a mail can add a header or a recipient, and no line is too long', async () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\0',
      '\t',
      ' ',
      ':',
      '<',
      '>',
      '@',
      ',',
      '"',
      'é',
      '漢',
      '\u2028',
      'Bcc: x@y.test',
      'a',
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      nasty,
      nasty,
      nasty,
      fc.array(nasty, { maxLength: 5 }),
      async (name, subject, inReplyTo, references) => {
        const { raw, mail, read } = await compose({
          from: { name, address: 'info@winkel.test' },
          subject,
          inReplyTo,
          references,
        })
        const names = read.headers.map(({ key }) => key)
        const expected = [
          'from',
          'to',
          'in-reply-to',
          'references',
          'subject',
          'message-id',
          'date',
          'mime-version',
          'content-type',
        ]
        expect(names.filter((key) => !expected.includes(key))).toEqual([])
        expect(new Set(names).size).toBe(names.length)
        expect(read.from).toMatchObject({ address: 'info@winkel.test' })
        expect(read.to).toMatchObject([{ address: 'jan@klant.test' }])
        expect(mail.envelope.recipients).toEqual(['jan@klant.test'])
        for (const line of raw.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(998)
          expect(line).not.toMatch(/[\r\n\0]/)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test.each(['jan@klant.test\r\nBcc: x@y.test', 'jan', 'a@b.test, c@d.test', '<a@b.test>', 'a b@c.test'])(
  '%j is no recipient',
  async (address) => {
    await expect(composeMail({ ...DRAFT, to: [address] })).rejects.toThrow('an address')
  },
)

test('it ends with a whole line, so that what is kept is what went over the wire', async () => {
  expect((await compose({})).raw.endsWith('\r\n')).toBe(true)
  expect((await compose({ text: '.\n.\nx' })).raw).not.toMatch(/[^\r]\n/)
})
