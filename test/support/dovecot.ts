import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ImapFlow } from 'imapflow'
import type { FetchMessageObject } from 'imapflow'
import type { ServerSettings } from '../../src/shared/contract/mail.ts'
import type { Certificate } from './certificates.ts'
import { freePort, untilListening } from './ports.ts'

const run = promisify(execFile)

/** Dovecot reads no mail as root: then it does so as nobody. */
const OWNER = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : userInfo()

export interface DovecotOptions {
  /** Offers TLS with this certificate; without it there is only plain IMAP. */
  readonly certificate?: Certificate
  /** More lines for dovecot.conf. */
  readonly settings?: string
}

export interface KeptMail {
  readonly uid: number
  readonly flags: readonly string[]
  readonly raw: string
}

/** A real Dovecot of a test's own, on loopback, with everything in a temporary folder. */
export class Dovecot {
  readonly user = 'info@winkel.test'
  password = 'geheim'
  readonly port: number
  readonly tlsPort: number
  readonly #dir: string
  #process: ReturnType<typeof spawn> | null = null

  private constructor(dir: string, port: number, tlsPort: number) {
    this.#dir = dir
    this.port = port
    this.tlsPort = tlsPort
  }

  /** A test run that is broken off must not leave servers behind. */
  readonly #killAtExit = (): void => this.#kill()

  static async start(options: DovecotOptions = {}): Promise<Dovecot> {
    const dir = await mkdtemp(join(tmpdir(), 'belofte-dovecot-'))
    await chmod(dir, 0o755)
    const server = new Dovecot(dir, await freePort(), await freePort())
    await mkdir(join(dir, 'mail'))
    await chown(join(dir, 'mail'), OWNER.uid, OWNER.gid)
    await writeFile(server.#config, configuration(dir, server.port, server.tlsPort, options))
    await server.setPassword(server.password)
    await server.resume()
    return server
  }

  /** Plain IMAP, as an address within this PC allows. */
  settings(overrides: Partial<ServerSettings> = {}): ServerSettings {
    return { host: '127.0.0.1', port: this.port, tls: 'none', user: this.user, ...overrides }
  }

  /** Puts a mail in a folder as if it had arrived, and returns its UID. */
  async deliver(raw: string | Uint8Array, { folder = 'INBOX', at = new Date() } = {}): Promise<number> {
    return this.#session(async (client) => {
      const appended = await client.append(folder, Buffer.from(raw), [], at)
      if (appended === false || appended.uid === undefined) throw new Error('not delivered')
      return appended.uid
    })
  }

  /** Many at once, straight into the Maildir: UIDs follow the order of the list. */
  async deliverMany(mails: readonly (string | Uint8Array)[], at = new Date()): Promise<void> {
    await this.#inFolder('INBOX', async () => {})
    const dir = join(this.#dir, 'mail', this.user, 'Maildir', 'cur')
    const start = ++this.#batches * 1_000_000
    for (const [i, raw] of mails.entries()) {
      const file = join(dir, `${start + i}.M${i}P1.test:2,`)
      await writeFile(file, raw)
      await utimes(file, at, at)
      await chown(file, OWNER.uid, OWNER.gid)
    }
  }
  #batches = 0

  async createFolder(path: string): Promise<void> {
    await this.#session((client) => client.mailboxCreate(path))
  }

  async deleteFolder(path: string): Promise<void> {
    await this.#session((client) => client.mailboxDelete(path))
  }

  async list(folder = 'INBOX'): Promise<KeptMail[]> {
    return this.#session(async (client) => {
      const opened = await client.mailboxOpen(folder, { readOnly: true })
      const mails: FetchMessageObject[] =
        opened.exists === 0 ? [] : await client.fetchAll('1:*', { uid: true, flags: true, source: true })
      // A flag that another client sets meanwhile comes in between, without the rest.
      const whole = mails.filter(({ uid, source }) => uid !== undefined && source !== undefined)
      return whole.map(({ uid, flags, source }) => ({
        uid,
        flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent').sort(),
        raw: (source ?? Buffer.alloc(0)).toString('latin1'),
      }))
    })
  }

  async addFlags(uid: number, flags: string[], folder = 'INBOX'): Promise<void> {
    await this.#inFolder(folder, (client) => client.messageFlagsAdd(String(uid), flags, { uid: true }))
  }

  async remove(uid: number, folder = 'INBOX'): Promise<void> {
    await this.#inFolder(folder, (client) => client.messageDelete(String(uid), { uid: true }))
  }

  async move(uid: number, to: string, folder = 'INBOX'): Promise<void> {
    await this.#inFolder(folder, (client) => client.messageMove(String(uid), to, { uid: true }))
  }

  /** As after a restored backup: every UID is worth nothing any more. */
  async changeUidValidity(folder = 'INBOX'): Promise<void> {
    const before = await this.#inFolder(folder, async (client) =>
      client.mailbox === false ? 0n : client.mailbox.uidValidity,
    )
    await this.#doveadm('mailbox', 'update', '-u', this.user, '--uid-validity', String(before + 1000n), folder)
  }

  /** Ends every session of the user. */
  async kick(): Promise<void> {
    await this.#doveadm('kick', this.user)
  }

  async setPassword(password: string): Promise<void> {
    this.password = password
    await writeFile(join(this.#dir, 'users'), `${this.user}:{PLAIN}${password}\n`)
    // It looks at the file once a second.
    while (this.#process !== null && !(await this.#accepts(password)))
      await new Promise((resolve) => setTimeout(resolve, 100))
  }

  async #accepts(password: string): Promise<boolean> {
    return this.#doveadm('auth', 'test', this.user, password).then(
      () => true,
      () => false,
    )
  }

  /** Starts it again after `pause`. */
  async resume(): Promise<void> {
    this.#process = spawn('dovecot', ['-F', '-c', this.#config], { stdio: 'ignore', detached: true })
    process.on('exit', this.#killAtExit)
    await untilListening(this.port)
  }

  /** The server goes down; its mail stays. */
  async pause(): Promise<void> {
    const server = this.#process
    process.off('exit', this.#killAtExit)
    if (server === null || server.exitCode !== null) return
    const ended = once(server, 'exit')
    this.#kill()
    await ended
  }

  /** Asked to end, it would wait a second for its own processes; a server that breaks off is what a test wants anyway. */
  #kill(): void {
    if (this.#process?.pid !== undefined) process.kill(-this.#process.pid, 'SIGKILL')
    this.#process = null
  }

  async stop(): Promise<void> {
    await this.pause()
    await rm(this.#dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  /** What it wrote down, to look into when a test fails. */
  async log(): Promise<string> {
    return readFile(join(this.#dir, 'log'), 'utf8')
  }

  get #config(): string {
    return join(this.#dir, 'dovecot.conf')
  }

  async #doveadm(...args: string[]): Promise<void> {
    await run('doveadm', ['-c', this.#config, ...args])
  }

  async #inFolder<T>(folder: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    return this.#session(async (client) => {
      await client.mailboxOpen(folder)
      return work(client)
    })
  }

  async #session<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port: this.port, secure: false, doSTARTTLS: false },
      ...{ auth: { user: this.user, pass: this.password }, logger: false, disableAutoIdle: true },
    })
    client.on('error', () => {})
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.logout().catch(() => {})
      client.close()
    }
  }
}

function configuration(dir: string, port: number, tlsPort: number, { certificate, settings }: DovecotOptions): string {
  const { uid, username } = userInfo()
  // Without root there is nobody else to run the parts as.
  const users = uid === 0 ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`
  const tls =
    certificate === undefined
      ? 'ssl = no'
      : `ssl = yes\nssl_cert = <${certificate.certFile}\nssl_key = <${certificate.keyFile}\nssl_min_protocol = TLSv1.2`
  return `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
protocols = imap
listen = 127.0.0.1
${users}${tls}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 0
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 100
maildir_stat_dirs = no
passdb {
  driver = passwd-file
  args = ${dir}/users
}
userdb {
  driver = static
  args = uid=${OWNER.uid} gid=${OWNER.gid} home=${dir}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${certificate === undefined ? 0 : tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
  # Otherwise every wrong password makes the next login wait for seconds.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
${settings ?? ''}
`
}
