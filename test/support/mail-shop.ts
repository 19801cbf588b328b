import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { createMail } from '../../src/engine/mail/index.ts'
import type { MailTimings } from '../../src/engine/mail/types.ts'
import type { InputOf } from '../../src/shared/contract/index.ts'
import type { Mailbox } from '../../src/shared/contract/mail.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/domain/time.ts'
import { createTestClock } from './clock.ts'
import { memorySecrets, startTestEngine, THURSDAY_10 } from './context.ts'
import { temporaryFolder } from './database.ts'
import type { TestEngine, TestEngineOptions } from './context.ts'
import { Dovecot } from './dovecot.ts'
import type { DovecotOptions } from './dovecot.ts'
import { TestSmtp } from './smtp.ts'
import type { SmtpServerOptions } from './smtp.ts'

/** Short enough for a test, long enough for a slow machine. */
const TIMINGS: Partial<MailTimings> = { connect: 5_000, answer: 5_000, verdict: 5_000, look: 60_000 }

export interface MailShopOptions {
  readonly dovecot?: DovecotOptions
  readonly smtp?: SmtpServerOptions
  readonly timings?: Partial<MailTimings>
  readonly authorities?: readonly string[]
  readonly mailbox?: Partial<Mailbox>
  readonly engine?: Partial<TestEngineOptions>
}

type Row = Readonly<Record<string, string | number | null>>

/** A shop with one mailbox at real servers, and a whole engine. */
export class MailShop {
  readonly imap: Dovecot
  readonly smtp: TestSmtp
  readonly staffId = randomUUID()
  profile: string
  mailbox: Mailbox
  test!: TestEngine
  readonly #options: MailShopOptions
  readonly #secrets = memorySecrets()
  #database: Sqlite.Database | null = null

  private constructor(imap: Dovecot, smtp: TestSmtp, options: MailShopOptions) {
    this.imap = imap
    this.smtp = smtp
    this.profile = temporaryFolder()
    this.#options = options
    this.mailbox = {
      ...{ id: randomUUID(), name: 'info', address: imap.user, fromName: 'De Winkel', aliases: [] },
      ...{ imap: imap.settings(), smtp: smtp.settings(), folders: ['INBOX'], firstSyncDays: 14, active: true },
      ...options.mailbox,
    }
  }

  /** Servers and engine, without the mailbox in the settings. Everything ends after the test. */
  static async open(options: MailShopOptions = {}): Promise<MailShop> {
    const [imap, smtp] = await Promise.all([Dovecot.start(options.dovecot), TestSmtp.start(options.smtp)])
    onTestFinished(async () => {
      await Promise.all([imap.stop(), smtp.stop()])
    })
    const shop = new MailShop(imap, smtp, options)
    await shop.restart()
    await shop.test.ask('staff.save', {
      id: shop.staffId,
      name: 'Anna',
      colour: 'blue',
      email: null,
      signature: 'Anna',
      active: true,
    })
    return shop
  }

  /** A new engine on the same profile, as after a restart of the app. */
  async restart(overrides: Partial<TestEngineOptions> = {}): Promise<void> {
    const { authorities = [], timings, engine } = this.#options
    this.test = await startTestEngine({
      profile: this.profile,
      secrets: this.#secrets,
      mail: createMail({ authorities, timings: { ...TIMINGS, ...timings } }),
      ...engine,
      ...overrides,
    })
    this.test.actor = this.staffId
  }

  /**
   * The process dies at this very moment: a new engine starts on the files as they are now. What the old one still does
   * reaches nobody.
   */
  async crash(): Promise<void> {
    const left = temporaryFolder()
    for (const file of ['belofte.db', 'belofte.db-wal']) cpSync(join(this.profile, file), join(left, file))
    this.profile = left
    this.#database = null
    const { engine, clock } = this.test
    await this.smtp.pause()
    await engine.stop()
    await this.smtp.resume()
    await this.restart({ clock: createTestClock(clock.now()) })
  }

  /** Puts the mailbox in the settings: the engine begins to fetch. */
  async connect(overrides: Partial<Mailbox> = {}, password = this.imap.password): Promise<void> {
    this.mailbox = { ...this.mailbox, ...overrides }
    await this.test.ask('mailbox.save', { mailbox: this.mailbox, password })
  }

  /** The database as anyone with an SQLite tool sees it. */
  rows<T extends object = Row>(sql: string, ...parameters: (string | number)[]): T[] {
    if (this.#database === null) {
      const database = new Sqlite(join(this.profile, 'belofte.db'), { readonly: true })
      onTestFinished(() => void database.close())
      this.#database = database
    }
    return this.#database.prepare(sql).all(...parameters) as T[]
  }

  row<T extends object = Row>(sql: string, ...parameters: (string | number)[]): T {
    const [first] = this.rows<T>(sql, ...parameters)
    if (first === undefined) throw new Error(`nothing found by ${sql}`)
    return first
  }

  /** Resolves when `check` holds. What it looks at changes in other processes too, so it is asked again and again. */
  async until(check: () => boolean | Promise<boolean>, what: string, patience = 15_000): Promise<void> {
    const deadline = performance.now() + patience
    while (!(await check())) {
      if (performance.now() > deadline)
        throw new Error(`waited in vain until ${what}\n${this.test.log.lines.slice(-20).join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** Resolves when every mail that the server has now is here, and the engine says that it is up to date. */
  async untilUpToDate(folders: readonly string[] = this.mailbox.folders): Promise<void> {
    const there: string[] = []
    for (const folder of folders) there.push(...(await this.imap.list(folder)).map(({ uid }) => `${folder}/${uid}`))
    await this.until(async () => {
      const here = new Set(
        this.rows<{ place: string }>(`SELECT folder_path || '/' || uid AS place FROM mail`).map(({ place }) => place),
      )
      const [status] = (await this.test.ask('status.get', {})).mailboxes
      return status?.phase === 'up-to-date' && there.every((place) => here.has(place))
    }, `${there.length} mails are in`)
  }

  /** Puts an answer in the outbox as the screen does; returns its contact id. */
  async reply(
    caseId: string,
    overrides: Partial<InputOf<'reply.send'>> & { readonly promises?: string } = {},
  ): Promise<string> {
    const { promises, ...others } = overrides
    const contactId = randomUUID()
    const dueAt = this.test.clock.now() + DAY + 2 * HOUR
    await this.test.ask('reply.send', {
      ...{
        contactId,
        caseId,
        mailboxId: this.mailbox.id,
        to: ['jan@klant.test'],
        cc: [],
        subject: 'Re: Kapotte ketting',
      },
      text: 'Beste Jan, u hoort morgen om 12:00 van mij.',
      promise:
        promises === undefined ? null : { promiseId: randomUUID(), ownerId: this.staffId, text: promises, dueAt },
      ...{ keeps: [], renegotiates: null, templateId: null, closes: false },
      ...others,
    })
    return contactId
  }

  /** Lets the undo window pass. */
  async passUndo(): Promise<void> {
    await this.test.clock.pass(10_000)
  }

  outboxState(contactId: string): string {
    return String(this.row('SELECT state FROM outbox WHERE contact_id = ?', contactId)['state'])
  }

  async untilOutbox(contactId: string, state: string): Promise<void> {
    await this.until(() => this.outboxState(contactId) === state, `the mail is ${state}`)
  }

  /** The copy in Sent and the flag on the question are made. */
  async untilLookedAfter(): Promise<void> {
    const due = `SELECT id FROM outbox WHERE state IN ('undo', 'waiting', 'sending') OR copy_state = 'due' OR answered_state = 'due'`
    await this.until(() => this.rows(due).length === 0, 'the outbox is looked after')
  }
}

/** A customer's mail. */
export function customerMail(
  overrides: Partial<Record<'from' | 'to' | 'subject' | 'id' | 'text' | 'headers', string>> = {},
): string {
  const { from = 'Jan Jansen <jan@klant.test>', to = 'info@winkel.test', subject = 'Kapotte ketting' } = overrides
  const { id = `${randomUUID()}@klant.test`, text = 'De ketting van mijn fiets is kapot. Kunt u helpen?' } = overrides
  const { headers = '' } = overrides
  return [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}>`],
    ...['Date: Thu, 05 Mar 2026 09:55:00 +0100', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'],
    ...(headers === '' ? [] : [headers]),
    ...['', text, ''],
  ].join('\r\n')
}

/** Just before the test's clock, so that a first synchronisation takes it along. */
export const DELIVERED_AT = new Date(THURSDAY_10 - 5 * MINUTE)
