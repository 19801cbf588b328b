import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseProvision, readProvision } from '../../src/main/provision.ts'
import { wordsIn } from '../../src/main/words.ts'

const nl = { language: 'nl', t: wordsIn('nl') } as const
const en = { language: 'en', t: wordsIn('en') } as const

const MAILBOX = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'info',
  address: 'info@fietsen.example',
  fromName: 'Fietsen',
  aliases: [],
  imap: { host: 'imap.fietsen.example', port: 993, tls: 'implicit', user: 'info' },
  smtp: { host: 'smtp.fietsen.example', port: 465, tls: 'implicit', user: 'info' },
  folders: ['INBOX'],
  firstSyncDays: 14,
  active: true,
  password: 'geheim',
}

function problems(file: unknown, speaker: typeof nl | typeof en = en, env = {}) {
  const parsed = parseProvision(typeof file === 'string' ? file : JSON.stringify(file), env, speaker)
  return parsed.ok ? 'accepted' : parsed.error
}

describe('provision file', () => {
  it('is accepted with one mailbox and nothing else', () => {
    expect(problems({ mailboxes: [MAILBOX] })).toBe('accepted')
    expect(problems({})).toBe('accepted')
    expect(problems('\uFEFF{}')).toBe('accepted')
  })

  it('takes a password from the environment', () => {
    const { password: _password, ...mailbox } = MAILBOX
    const file = JSON.stringify({ mailboxes: [{ ...mailbox, passwordEnv: 'MAIL_PASSWORD' }] })
    const parsed = parseProvision(file, { MAIL_PASSWORD: 'hunter2' }, en)
    expect(parsed.ok && parsed.value.mailboxes?.[0]).toEqual({ ...mailbox, password: 'hunter2' })
    expect(problems(file)).toEqual([
      "mailboxes[0].passwordEnv: the environment variable MAIL_PASSWORD doesn't exist or is empty",
    ])
  })

  it('names the wrong field by its path', () => {
    const imap = { ...MAILBOX.imap, port: 99_999 }
    expect(problems({ mailboxes: [MAILBOX, { ...MAILBOX, imap }] })).toEqual([
      expect.stringMatching(/^mailboxes\[1\]\.imap\.port: /),
    ])
  })

  it.each([
    [{ busines: {} }, 'busines: there is no such field'],
    [{ business: { nam: 'x' } }, 'business.nam: there is no such field'],
    [{ business: { zone: 'Europe/Utrecht' } }, 'business.zone: unknown time zone'],
    [{ business: { country: 'nl' } }, 'business.country: two capital letters, such as NL'],
    [{ mailboxes: [{ ...MAILBOX, passwordEnv: 'X' }] }, 'mailboxes[0].password: give either password or passwordEnv'],
    [{ staff: [{ name: 'x' }] }, 'staff[0].id: this field is missing'],
    [[], '.: Invalid input: expected object, received array'],
  ])('says what is wrong with %j', (file, sentence) => {
    expect(problems(file)).toContain(sentence)
  })

  it('speaks the language of the system', () => {
    expect(problems({ business: { zone: 'X' } }, nl)).toEqual(['business.zone: onbekende tijdzone'])
    expect(problems({ business: { name: 3 } }, nl)).toEqual([
      'business.name: Ongeldige invoer: verwacht string, ontving getal',
    ])
  })

  it.each([
    ['{\n  "business": {\n    "name": "x",\n    "zone" "y"\n  }\n}', 'line 4'],
    ['{\n  "business": {\n', 'line 2'],
    ['', 'line 1'],
  ])('names the line when it is not JSON: %j', (file, line) => {
    expect(problems(file)[0]).toContain(line)
  })

  it('repeats nothing of a file that may hold passwords', () => {
    expect(String(problems('{"password": geheim}'))).not.toContain('geheim')
    expect(String(problems('{"mailboxes": "geheim" "geheim"}'))).not.toContain('geheim')
  })

  describe('on disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'belofte-provision-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    it('is refused when it is not there or too large', async () => {
      const file = join(folder, 'a.json')
      expect(await readProvision(file, {}, en)).toEqual({ ok: false, error: ["the file can't be read"] })
      writeFileSync(file, ' '.repeat(1024 * 1024 + 1))
      expect(await readProvision(file, {}, en)).toEqual({ ok: false, error: ['the file is larger than 1 MB'] })
      writeFileSync(file, '{}')
      expect(await readProvision(file, {}, en)).toEqual({ ok: true, value: {} })
    })
  })
})
