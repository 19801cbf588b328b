import type { Failure } from '../../shared/contract/failure.ts'
import type { MailboxStatus } from '../../shared/contract/status.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context } from '../context.ts'
import type { MailAdapters, SourceSession } from '../mail/types.ts'
import { storageFailure } from '../store/database.ts'
import { stopServer } from '../store/mailboxes.ts'
import type { MailboxRecord } from '../store/mailboxes.ts'
import { createBackOff } from './back-off.ts'
import { syncFolder } from './folder-sync.ts'
import { mailboxPassword } from './mailbox-password.ts'

/** A password that was refused is tried once more, and then no more: servers lock people out. */
const MOST_REFUSALS = 2

export interface MailboxLife {
  /** Whether it runs with exactly these settings. */
  isFor(mailbox: MailboxRecord): boolean
  status(): MailboxStatus
  storage(): Failure | null
  /** Look now: at the server when it waits for news, or for another try when it sleeps. */
  wake(): void
  stop(): Promise<void>
}

/** Connect, fetch what is new, wait for news, for ever; after a failure sleep, longer each time, and connect again. */
export function startMailboxLife(context: Context, mail: MailAdapters, mailbox: MailboxRecord): MailboxLife {
  const { id: mailboxId, name } = mailbox
  const settings = settingsOf(mailbox)
  const backOff = createBackOff(context.clock)
  let state: MailboxStatus = {
    ...{ mailboxId, name, phase: 'connecting', upToDateAt: null, nextTryAt: null, remaining: null, failure: null },
  }
  let storage: Failure | null = null
  let session: SourceSession | null = null
  let refusals = 0
  let isStopping = false
  let hasGivenUp = false
  let look = new AbortController()
  let stopNow = (): void => {}
  const stopped = new Promise<Result<never, Failure>>((resolve) => {
    stopNow = () => resolve(fail({ code: 'connection-lost' }))
  })

  function show(change: Partial<MailboxStatus>): void {
    state = { ...state, nextTryAt: null, remaining: null, ...change }
    context.changed(['status'])
  }

  async function live(): Promise<void> {
    if (!mailbox.active) return show({ phase: 'off' })
    if (mailbox.stopped.imap !== null) return show({ phase: 'stopped', failure: mailbox.stopped.imap })
    while (!isStopping) {
      const ended = await connectAndStay()
      if (isStopping) return
      if (ended.code === 'password-refused' && ++refusals >= MOST_REFUSALS) {
        hasGivenUp = true
        await stopServer(context.db, mailboxId, 'imap', ended)
        return show({ phase: 'stopped', failure: ended })
      }
      context.log.warn('mailbox sleeps', { code: ended.code })
      await backOff.sleep((nextTryAt) => show({ phase: 'asleep', nextTryAt, failure: ended }))
    }
  }

  /** Returns why it had to end. */
  async function connectAndStay(): Promise<Failure> {
    show({ phase: 'connecting' })
    try {
      const opened = await connect()
      if (!opened.ok) return opened.error
      session = opened.value
      refusals = 0
      return await stay(session)
    } catch (error) {
      // A full disk stops fetching, never the program; nothing was passed that isn't stored.
      storage = storageFailure(error, 'belofte.db')
      if (storage === null) context.log.error('receiving', error)
      return storage ?? { code: 'internal' }
    } finally {
      await session?.close()
      session = null
    }
  }

  async function connect(): Promise<Result<SourceSession, Failure>> {
    const password = await mailboxPassword(context, mailbox, 'imap')
    if (!password.ok) return password
    const opening = mail.source.open({ server: mailbox.imap, password: password.value })
    // Ending doesn't wait for a server that doesn't answer; should it answer after all, nobody is there any more.
    void opening.then((opened) => (isStopping && opened.ok ? opened.value.close() : undefined))
    return Promise.race([opening, stopped])
  }

  async function stay(open: SourceSession): Promise<Failure> {
    for (;;) {
      look = new AbortController()
      const missing = await syncAll(open)
      if (!missing.ok) return missing.error
      storage = null
      backOff.reset()
      show({ phase: 'up-to-date', upToDateAt: context.clock.now(), failure: missing.value })
      const waited = await open.waitForChange(look.signal)
      if (!waited.ok) return waited.error
      if (isStopping) return { code: 'connection-lost' }
    }
  }

  /** Ends with the first folder open, which is the one that is listened to. Folders that are gone don't stop the others. */
  async function syncAll(open: SourceSession): Promise<Result<Failure | null, Failure>> {
    let missing: Failure | null = null
    for (const path of [...mailbox.folders].reverse()) {
      const synced = await syncFolder(context, mail, open, mailbox, path, (remaining) =>
        show({ phase: 'syncing', remaining }),
      )
      if (synced.ok) continue
      if (synced.error.code !== 'folder-missing') return synced
      missing = { ...synced.error, detail: { ...synced.error.detail, folder: path } }
    }
    return ok(missing)
  }

  const life = live().catch((error: unknown) => context.log.error('mailbox', error))
  return {
    isFor: (other) => settingsOf(other) === settings && !(hasGivenUp && other.stopped.imap === null),
    // What can't be sent needs a person as well, while fetching goes on.
    status: () =>
      mailbox.stopped.smtp === null ? state : { ...state, phase: 'stopped', failure: mailbox.stopped.smtp },
    storage: () => storage,
    wake() {
      backOff.wake()
      look.abort()
    },
    async stop() {
      isStopping = true
      stopNow()
      backOff.wake()
      look.abort()
      await session?.close()
      await life
    },
  }
}

/** A change of any of these makes it start anew. */
function settingsOf(mailbox: MailboxRecord): string {
  const { id, name, imap, folders, firstSyncDays, active, stopped } = mailbox
  return JSON.stringify([id, name, imap, folders, firstSyncDays, active, stopped])
}
