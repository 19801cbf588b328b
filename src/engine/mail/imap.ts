import { once } from 'node:events'
import { ImapFlow } from 'imapflow'
import type { ListResponse } from 'imapflow'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { mailFailure } from './failures.ts'
import { plainTextRefusal, tlsOptions } from './tls.ts'
import type { ExtraAuthorities } from './tls.ts'
import type { FetchedMail, MailSource, MailTimings, ServerLogin, SourceSession } from './types.ts'
import { watch } from './watchdog.ts'

/** So many mails are asked for with one command: their list stays a short line. */
const FETCH_AT_ONCE = 200

/** @param begins called when a connection is about to bring mail */
export function createImapSource(authorities: ExtraAuthorities, timings: MailTimings, begins: () => void): MailSource {
  return {
    async open(login) {
      const refusal = plainTextRefusal(login.server, 'imap')
      if (refusal !== null) return fail(refusal)
      begins()
      const client = createClient(login, authorities, timings)
      // Without a listener a line that breaks later would end the process; the call that is waiting reports it.
      client.on('error', () => {})
      try {
        await watch(client.connect(), timings.connect + timings.answer, () => client.stats().received)
        return ok(createSession(client, login, timings))
      } catch (error) {
        client.close()
        return fail(mailFailure(error, login.server, 'imap'))
      }
    },
  }
}

function createClient(
  { server, password }: ServerLogin,
  authorities: ExtraAuthorities,
  timings: MailTimings,
): ImapFlow {
  return new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    // True makes STARTTLS a requirement; left out, it would be used only when offered.
    ...(server.tls === 'implicit' ? {} : { doSTARTTLS: server.tls === 'starttls' }),
    auth: { user: server.user, pass: password },
    tls: tlsOptions(server, authorities),
    clientInfo: { name: 'Belofte' },
    logger: false,
    disableAutoIdle: true,
    disableAutoEnable: true,
    connectionTimeout: timings.connect,
    greetingTimeout: timings.answer,
    // A mail larger than this is beyond what any provider accepts: a server that announces one is broken or hostile.
    maxLiteralSize: 256 * 1024 * 1024,
    maxResponseSize: 257 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
  })
}

function createSession(client: ImapFlow, login: ServerLogin, timings: MailTimings): SourceSession {
  const closed = once(client, 'close').then(() => {
    throw Object.assign(new Error('closed'), { code: 'EConnectionClosed' })
  })
  closed.catch(() => {})
  // A mail that arrives while another answer is read would otherwise be noticed at the next look only.
  let hasNews = false
  client.on('exists', () => (hasNews = true))

  /** Every call to the server goes through here: watched, and its errors turned into what they mean. */
  async function call<T>(run: () => Promise<T>): Promise<Result<T, Failure>> {
    try {
      return ok(await watched(run()))
    } catch (error) {
      const failure = mailFailure(error, login.server, 'imap')
      if (failure.code !== 'folder-missing' && failure.code !== 'server-said-no') client.close()
      return fail(failure)
    }
  }
  const watched = <T>(answer: Promise<T>): Promise<T> =>
    watch(Promise.race([answer, closed]), timings.answer, () => client.stats().received)

  async function sentFolder(): Promise<string | null> {
    const folders = await client.list()
    return folders.find((folder) => folder.specialUse === '\\Sent')?.path ?? null
  }

  async function isInFolder(path: string, messageId: string): Promise<boolean> {
    await client.mailboxOpen(path, { readOnly: true })
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true })
    return Array.isArray(found) && found.length > 0
  }

  async function* fetched(uids: readonly number[]): AsyncGenerator<FetchedMail> {
    const query = { uid: true, source: true, internalDate: true, flags: true }
    for (let at = 0; at < uids.length; at += FETCH_AT_ONCE) {
      for await (const mail of client.fetch(ranges(uids.slice(at, at + FETCH_AT_ONCE)), query, { uid: true })) {
        // A change of flags that another client made is reported in the same way, without a source.
        if (mail.source === undefined) continue
        const receivedAt = mail.internalDate === undefined ? NaN : new Date(mail.internalDate).getTime()
        yield {
          uid: mail.uid,
          receivedAt: Number.isNaN(receivedAt) ? null : receivedAt,
          keywords: [...(mail.flags ?? [])],
          raw: mail.source,
        }
      }
    }
  }

  return {
    folders: () =>
      call(async () => {
        const folders = await client.list()
        return folders.filter(holdsMail).map((folder) => folder.path)
      }),

    openFolder: (path) =>
      call(async () => {
        hasNews = false
        const { uidValidity, uidNext } = await client.mailboxOpen(path, { readOnly: true })
        return { uidValidity: String(uidValidity), uidNext }
      }),

    listMails: (wanted) =>
      call(async () => {
        const query = 'above' in wanted ? { uid: `${wanted.above + 1}:*` } : { since: new Date(wanted.since) }
        const found = await client.search(query, { uid: true })
        const above = 'above' in wanted ? wanted.above : 0
        // "n:*" always matches the last mail, also when its UID is lower than n.
        return (Array.isArray(found) ? found : []).filter((uid) => uid > above).sort((a, b) => a - b)
      }),

    async fetchMails(uids, take) {
      const mails = fetched(uids)
      for (;;) {
        const next = await call(() => mails.next())
        if (!next.ok) return next
        if (next.value.done === true) return ok(null)
        await take(next.value.value)
      }
    },

    async waitForChange(wake) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timings.look)
        const done = (): void => {
          clearTimeout(timer)
          client.off('exists', done)
          client.off('close', done)
          wake.removeEventListener('abort', done)
          resolve()
        }
        client.on('exists', done)
        client.on('close', done)
        wake.addEventListener('abort', done)
        if (hasNews || wake.aborted || !client.usable) done()
        // Settles when the NOOP below breaks it; a failure shows there too.
        else if (client.capabilities.has('IDLE')) client.idle().catch(() => {})
      })
      return call(async () => {
        await client.noop()
        return null
      })
    },

    keepSentCopy: (messageId, raw, at) =>
      call(async () => {
        const path = (await sentFolder()) ?? (await client.mailboxCreate('Sent')).path
        if (await isInFolder(path, messageId)) return null
        await client.append(path, Buffer.from(raw), ['\\Seen'], new Date(at))
        return null
      }),

    wasSent: (messageId) =>
      call(async () => {
        const path = await sentFolder()
        return path !== null && (await isInFolder(path, messageId))
      }),

    markAnswered: ({ path, uidValidity, uid }) =>
      call(async () => {
        const folder = await client.mailboxOpen(path)
        if (String(folder.uidValidity) === uidValidity)
          await client.messageFlagsAdd(String(uid), ['\\Answered'], { uid: true })
        return null
      }),

    async close() {
      // A polite LOGOUT on a dead line would wait for ever.
      if (client.usable) await watch(client.logout(), 2_000, () => 0).catch(() => {})
      client.close()
    },
  }
}

function holdsMail(folder: ListResponse): boolean {
  return !folder.flags.has('\\Noselect') && !folder.flags.has('\\NonExistent')
}

/** 1,2,3,7 as "1:3,7". */
function ranges(uids: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < uids.length; at++) {
    const first = uids[at]!
    let last = first
    while (uids[at + 1] === last + 1) last = uids[++at]!
    parts.push(first === last ? String(first) : `${first}:${last}`)
  }
  return parts.join(',')
}
