import { expect, onTestFinished, test } from 'vitest'
import { createMail } from '../../../src/engine/mail/index.ts'
import type { MailAdapters } from '../../../src/engine/mail/types.ts'
import type { ServerSettings } from '../../../src/shared/contract/mail.ts'
import { createAuthority } from '../../support/certificates.ts'
import type { Authority, Certificate } from '../../support/certificates.ts'
import { temporaryFolder } from '../../support/database.ts'
import { Dovecot } from '../../support/dovecot.ts'
import { TestSmtp } from '../../support/smtp.ts'

// Every way to be encrypted, or not, at both servers: what is wrong is refused with its own explanation, never lived with.

type Open = (mail: MailAdapters) => Promise<unknown>

async function imapWith(certificate: Certificate, tls: ServerSettings['tls'], host = '127.0.0.1'): Promise<Open> {
  const imap = await Dovecot.start({ certificate })
  onTestFinished(() => imap.stop())
  const server = imap.settings({ host, tls, port: tls === 'implicit' ? imap.tlsPort : imap.port })
  return async ({ source }) => {
    const opened = await source.open({ server, password: imap.password })
    if (opened.ok) await opened.value.close()
    return opened
  }
}

async function smtpWith(certificate: Certificate, tls: ServerSettings['tls'], host = '127.0.0.1'): Promise<Open> {
  const smtp = await TestSmtp.start({ certificate, tls })
  onTestFinished(() => smtp.stop())
  return async ({ sender }) => {
    const opened = await sender.open({ server: smtp.settings({ host }), password: smtp.password })
    if (opened.ok) opened.value.close()
    return opened
  }
}

const SERVERS = [
  ['IMAP', imapWith],
  ['SMTP', smtpWith],
] as const
const timings = { connect: 5_000, answer: 5_000 }

async function authority(): Promise<Authority> {
  return createAuthority(temporaryFolder())
}

for (const [name, serve] of SERVERS) {
  test.each(['implicit', 'starttls'] as const)(
    `${name}: a certificate of a trusted authority is taken, with %s TLS`,
    async (tls) => {
      const trusted = await authority()
      const open = await serve(await trusted.issue(['127.0.0.1']), tls)
      expect(await open(createMail({ authorities: [trusted.pem], timings }))).toMatchObject({ ok: true })
    },
  )

  test.each(['implicit', 'starttls'] as const)(`${name}: an unknown authority is refused, with %s TLS`, async (tls) => {
    const unknown = await authority()
    const open = await serve(await unknown.issue(['127.0.0.1']), tls)
    expect(await open(createMail({ timings }))).toMatchObject({ error: { code: 'certificate-untrusted' } })
  })

  test.each(['implicit', 'starttls'] as const)(
    `${name}: a certificate for another name is refused, with %s TLS`,
    async (tls) => {
      const trusted = await authority()
      const open = await serve(await trusted.issue(['mail.elders.test']), tls, 'localhost')
      const mail = createMail({ authorities: [trusted.pem], timings })
      expect(await open(mail)).toMatchObject({ error: { code: 'certificate-name' } })
    },
  )

  test.each(['implicit', 'starttls'] as const)(
    `${name}: an expired certificate is refused, with %s TLS`,
    async (tls) => {
      const trusted = await authority()
      const open = await serve(await trusted.issue(['127.0.0.1'], -1), tls)
      const mail = createMail({ authorities: [trusted.pem], timings })
      expect(await open(mail)).toMatchObject({ error: { code: 'certificate-expired' } })
    },
  )
}

test('IMAP: STARTTLS that is not offered is never skipped', async () => {
  const imap = await Dovecot.start()
  onTestFinished(() => imap.stop())
  const opened = await createMail({ timings }).source.open({
    server: imap.settings({ tls: 'starttls' }),
    password: imap.password,
  })
  expect(opened).toMatchObject({ error: { code: 'tls-not-offered', detail: { server: 'imap' } } })
  expect(await imap.log()).not.toContain('Login: user=')
})

test('SMTP: STARTTLS that is not offered is never skipped, and no password is sent', async () => {
  const smtp = await TestSmtp.start({ tls: 'none' })
  onTestFinished(() => smtp.stop())
  const opened = await createMail({ timings }).sender.open({
    server: smtp.settings({ tls: 'starttls' }),
    password: smtp.password,
  })
  expect(opened).toMatchObject({ error: { code: 'tls-not-offered', detail: { server: 'smtp' } } })
  expect(smtp.logins).toBe(0)
})

test.each([
  [
    'IMAP',
    async (mail: MailAdapters, port: number) =>
      mail.source.open({ server: { host: '127.0.0.1', port, tls: 'implicit', user: 'x' }, password: 'x' }),
  ],
  [
    'SMTP',
    async (mail: MailAdapters, port: number) =>
      mail.sender.open({ server: { host: '127.0.0.1', port, tls: 'implicit', user: 'x' }, password: 'x' }),
  ],
] as const)('%s: TLS at a port that speaks plain text is refused with an explanation', async (name, open) => {
  const server = name === 'IMAP' ? await Dovecot.start() : await TestSmtp.start({ tls: 'none' })
  onTestFinished(() => server.stop())
  const opened = await open(createMail({ timings }), server.settings().port)
  expect(opened).toMatchObject({ error: { code: 'tls-not-offered' } })
})

test.each(['example.com', '10.0.0.1', '0.0.0.0', '::', '127.0.0.1.example.com'])(
  'plain text to %s is refused before anything is sent',
  async (host) => {
    const server: ServerSettings = { host, port: 143, tls: 'none', user: 'x' }
    const mail = createMail({ timings })
    expect(await mail.source.open({ server, password: 'x' })).toMatchObject({ error: { code: 'tls-not-offered' } })
    expect(await mail.sender.open({ server, password: 'x' })).toMatchObject({ error: { code: 'tls-not-offered' } })
  },
)
