import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server'
import type { ServerSettings } from '../../src/shared/contract/mail.ts'
import type { Certificate } from './certificates.ts'

export interface SmtpServerOptions {
  readonly certificate?: Certificate
  /** implicit: TLS from the first byte; starttls: offered; none: not offered. */
  readonly tls?: ServerSettings['tls']
}

export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  /** Exactly as it came over the wire, dots unstuffed. */
  readonly raw: string
}

/** What goes wrong with one mail. */
export type Fault =
  | { readonly at: 'mail' | 'data' | 'verdict'; readonly code: number }
  /** Without addresses every recipient is refused. */
  | { readonly at: 'rcpt'; readonly code: number; readonly addresses?: readonly string[] }
  /** The line breaks right after the server said "go ahead". */
  | 'drop-at-data'
  /** The line breaks when the first bytes of the content have come. */
  | 'drop-in-content'
  /** The line breaks when the whole mail is there, before the server said so. It keeps the mail. */
  | 'drop-after-dot'
  /** As before, but the mail is thrown away. */
  | 'drop-and-forget'

/** A scripted SMTP server on loopback that remembers what it took. */
export class TestSmtp {
  readonly user = 'info@winkel.test'
  password = 'geheim'
  /** Everything it took responsibility for, or kept when the line broke. */
  readonly taken: TakenMail[] = []
  /** How often somebody logged in, with success or without. */
  logins = 0
  /** A mail is here that waits for the release of `hold`. */
  holding = false
  /** What becomes of a mail that was taken over, such as putting it in a mailbox. Awaited before the server says yes. */
  deliver: (mail: TakenMail) => Promise<void> = async () => {}
  readonly #faults: Fault[] = []
  readonly #current = new Map<string, Fault | undefined>()
  readonly #waiting = new Set<() => void>()
  readonly #options: SmtpServerOptions
  #server: SMTPServer | null = null
  #port = 0
  #held: Promise<void> | null = null

  private constructor(options: SmtpServerOptions) {
    this.#options = options
  }

  static async start(options: SmtpServerOptions = {}): Promise<TestSmtp> {
    const server = new TestSmtp(options)
    await server.resume()
    return server
  }

  settings(overrides: Partial<ServerSettings> = {}): ServerSettings {
    return { host: '127.0.0.1', port: this.#port, tls: this.#options.tls ?? 'none', user: this.user, ...overrides }
  }

  /** The next mails meet these, one each; later ones are taken. */
  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults)
  }

  /** Mails wait for the returned call before the server says yes. */
  hold(): () => void {
    let release = (): void => {}
    this.#held = new Promise((resolve) => (release = resolve))
    return () => {
      this.#held = null
      release()
    }
  }

  /** Resolves when `count` mails in all were taken. */
  async untilTaken(count: number): Promise<void> {
    while (this.taken.length < count) await new Promise<void>((resolve) => this.#waiting.add(resolve))
  }

  /** Goes away without a word; connections break. */
  async pause(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  /** Comes back on the same port. */
  async resume(): Promise<void> {
    const server = new SMTPServer(this.#settings())
    server.on('error', () => {})
    server.listen(this.#port, '127.0.0.1')
    await once(server.server, 'listening')
    this.#port = (server.server.address() as AddressInfo).port
    this.#server = server
  }

  stop(): Promise<void> {
    return this.pause()
  }

  #settings(): SMTPServerOptions {
    const { certificate, tls = 'none' } = this.#options
    return {
      secure: tls === 'implicit',
      ...(certificate === undefined ? {} : { key: certificate.key, cert: certificate.cert }),
      ...(tls === 'none' ? { disabledCommands: ['STARTTLS'] } : {}),
      allowInsecureAuth: tls === 'none',
      disableReverseLookup: true,
      authMethods: ['PLAIN', 'LOGIN'],
      onAuth: ({ username, password }, _session, done) => {
        this.logins += 1
        if (username === this.user && password === this.password) return done(null, { user: username })
        return done(refusal(535, 'authentication failed'))
      },
      onMailFrom: (_address, session, done) => {
        const fault = this.#faults.shift()
        this.#current.set(session.id, fault)
        done(typeof fault === 'object' && fault.at === 'mail' ? refusal(fault.code, 'not now') : null)
      },
      onRcptTo: ({ address }, session, done) => {
        const fault = this.#current.get(session.id)
        const hit = typeof fault === 'object' && fault.at === 'rcpt' && (fault.addresses?.includes(address) ?? true)
        done(hit ? refusal(fault.code, `no such user <${address}>`) : null)
      },
      onData: (stream, session, done) => {
        this.#takeData(stream, session).then(
          () => done(),
          (error: Error) => done(error),
        )
      },
    }
  }

  async #takeData(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const fault = this.#current.get(session.id)
    const chunks: Buffer[] = []
    if (fault === 'drop-at-data') return this.#drop(session)
    for await (const chunk of stream) {
      if (fault === 'drop-in-content') return this.#drop(session)
      chunks.push(chunk as Buffer)
    }
    const { mailFrom, rcptTo } = session.envelope
    const mail: TakenMail = {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map((one) => one.address),
      raw: Buffer.concat(chunks).toString('latin1'),
    }
    if (fault === 'drop-and-forget') return this.#drop(session)
    if (typeof fault === 'object' && (fault.at === 'verdict' || fault.at === 'data'))
      throw refusal(fault.code, 'not this mail')
    this.holding = this.#held !== null
    await this.#held
    this.holding = false
    await this.deliver(mail)
    this.taken.push(mail)
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const resolve of waiting) resolve()
    if (fault === 'drop-after-dot') return this.#drop(session)
  }

  #drop(session: SMTPServerSession): Promise<never> {
    for (const connection of this.#server?.connections ?? []) {
      const { id, _socket } = connection as unknown as { id: string; _socket: Socket }
      if (id === session.id) _socket.destroy()
    }
    return new Promise(() => {})
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
