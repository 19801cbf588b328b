import type { Mailbox, MailboxView, ServerSettings } from '../../shared/contract/mail.ts'
import { looksLikeAddress } from './mail-address.ts'

export type TlsMode = ServerSettings['tls']
export const TLS_MODES: readonly TlsMode[] = ['implicit', 'starttls', 'none']

export interface ServerForm {
  host: string
  port: number | string
  tls: TlsMode
  user: string
}

export interface MailboxForm {
  address: string
  name: string
  fromName: string
  aliases: string[]
  password: string
  imap: ServerForm
  smtp: ServerForm
  folders: string[]
  firstSyncDays: number | string
  active: boolean
}

/** The usual port of each way to connect. */
const PORTS: Readonly<Record<'imap' | 'smtp', Readonly<Record<TlsMode, number>>>> = {
  imap: { implicit: 993, starttls: 143, none: 143 },
  smtp: { implicit: 465, starttls: 587, none: 25 },
}

export function newMailboxForm(businessName: string): MailboxForm {
  return {
    address: '',
    name: '',
    fromName: businessName,
    aliases: [],
    password: '',
    imap: { host: '', port: 993, tls: 'implicit', user: '' },
    smtp: { host: '', port: 465, tls: 'implicit', user: '' },
    folders: ['INBOX'],
    firstSyncDays: 14,
    active: true,
  }
}

export function mailboxForm(mailbox: MailboxView): MailboxForm {
  const { address, name, fromName, imap, smtp, firstSyncDays, active } = mailbox
  return {
    address,
    name,
    fromName,
    aliases: [...mailbox.aliases],
    password: '',
    imap: { ...imap },
    smtp: { ...smtp },
    folders: [...mailbox.folders],
    firstSyncDays,
    active,
  }
}

/** What the form says; the name that staff use falls back on what stands before the @. */
export function toMailbox(id: string, form: MailboxForm): Mailbox {
  const address = form.address.trim()
  const server = (given: ServerForm): ServerSettings => ({
    host: given.host.trim(),
    port: Number(given.port),
    tls: given.tls,
    user: given.user.trim() === '' ? address : given.user.trim(),
  })
  return {
    id,
    address,
    name: form.name.trim() === '' ? (address.split('@')[0] ?? address) : form.name.trim(),
    fromName: form.fromName.trim(),
    aliases: form.aliases.map((alias) => alias.trim()),
    imap: server(form.imap),
    smtp: server(form.smtp),
    folders: form.folders,
    firstSyncDays: Number(form.firstSyncDays),
    active: form.active,
  }
}

/** What is wrong, by the key of its wording under `settings:mailboxes.wrong`. */
export function mailboxRules(hasPassword: boolean) {
  const port = (value: number | string): string | null =>
    Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= 65_535 ? null : 'port'
  const server = {
    host: (host: string) => (host.trim() === '' ? 'host' : /[\s/:@]/.test(host.trim()) ? 'hostName' : null),
    port,
    tls: (tls: TlsMode, { imap, smtp }: MailboxForm) =>
      tls === 'none' && [imap, smtp].some((one) => one.tls === 'none' && !isThisPc(one.host)) ? 'open' : null,
  }
  return {
    address: (address: string) => (looksLikeAddress(address.trim()) ? null : 'address'),
    aliases: (aliases: string[]) => (aliases.every((alias) => looksLikeAddress(alias.trim())) ? null : 'aliases'),
    password: (password: string) => (password === '' && !hasPassword ? 'password' : null),
    folders: (folders: string[]) => (folders.length === 0 ? 'folders' : null),
    firstSyncDays: (days: number | string) =>
      Number.isInteger(Number(days)) && days !== '' && Number(days) >= 0 && Number(days) <= 3_650 ? null : 'days',
    imap: server,
    smtp: server,
  }
}

const isThisPc = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host.trim().toLowerCase())

/** The port that goes with a way to connect, unless somebody chose a port of their own. */
export function portFor(kind: 'imap' | 'smtp', server: ServerForm, tls: TlsMode): number | string {
  return Number(server.port) === PORTS[kind][server.tls] ? PORTS[kind][tls] : server.port
}

type Servers = readonly [imap: string, smtp: string, smtpTls: 'implicit' | 'starttls']
const KNOWN: readonly (readonly [domains: readonly string[], servers: Servers])[] = [
  [
    ['gmail.com', 'googlemail.com'],
    ['imap.gmail.com', 'smtp.gmail.com', 'implicit'],
  ],
  [
    ['icloud.com', 'me.com', 'mac.com'],
    ['imap.mail.me.com', 'smtp.mail.me.com', 'starttls'],
  ],
  [
    ['ziggo.nl', 'upcmail.nl', 'home.nl', 'casema.nl', 'chello.nl', 'quicknet.nl'],
    ['imap.ziggo.nl', 'smtp.ziggo.nl', 'starttls'],
  ],
  [
    ['kpnmail.nl', 'planet.nl', 'hetnet.nl', 'kpnplanet.nl'],
    ['imap.kpnmail.nl', 'smtp.kpnmail.nl', 'starttls'],
  ],
  [['telenet.be'], ['imap.telenet.be', 'smtp.telenet.be', 'starttls']],
  [
    ['yahoo.com', 'yahoo.co.uk'],
    ['imap.mail.yahoo.com', 'smtp.mail.yahoo.com', 'implicit'],
  ],
]

/** Where an address probably has its mail: a known provider, or the names that most providers use. Null without a domain. */
export function likelyServers(address: string): Pick<MailboxForm, 'imap' | 'smtp'> | null {
  const domain = looksLikeAddress(address.trim()) ? address.trim().split('@')[1]!.toLowerCase() : null
  if (domain === null) return null
  const known = KNOWN.find(([domains]) => domains.includes(domain))?.[1]
  const [imap, smtp, smtpTls] = known ?? [`imap.${domain}`, `smtp.${domain}`, 'implicit' as const]
  const user = address.trim()
  return {
    imap: { host: imap, port: PORTS.imap.implicit, tls: 'implicit', user },
    smtp: { host: smtp, port: PORTS.smtp[smtpTls], tls: smtpTls, user },
  }
}
