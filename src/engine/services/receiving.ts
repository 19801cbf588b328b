import type { Failure } from '../../shared/contract/failure.ts'
import type { MailboxStatus } from '../../shared/contract/status.ts'
import type { Context, Worker } from '../context.ts'
import type { MailAdapters } from '../mail/types.ts'
import { listMailboxes } from '../store/mailboxes.ts'
import { startMailboxLife } from './mailbox-life.ts'
import type { MailboxLife } from './mailbox-life.ts'

export interface Receiving extends Worker {
  /** How each mailbox in the settings is doing, in their order. */
  statuses(): readonly MailboxStatus[]
  /** Why nothing can be stored at present; null when all is well. */
  storage(): Failure | null
}

/** Keeps one life going for each mailbox in the settings: it fetches what is new and waits for more. */
export function startReceiving(context: Context, mail: MailAdapters): Receiving {
  const lives = new Map<string, MailboxLife>()
  let order: readonly string[] = []
  let isStopping = false
  let arranging: Promise<void> = Promise.resolve()

  /** Makes the lives agree with the settings. A mailbox that was saved starts anew with what it is now. */
  async function arrange(): Promise<void> {
    const mailboxes = isStopping ? [] : await listMailboxes(context.db)
    const wanted = new Map(mailboxes.map((mailbox) => [mailbox.id, mailbox]))
    for (const [id, life] of lives) {
      const mailbox = wanted.get(id)
      if (mailbox !== undefined && life.isFor(mailbox)) continue
      await life.stop()
      lives.delete(id)
    }
    for (const mailbox of mailboxes) {
      if (!lives.has(mailbox.id)) lives.set(mailbox.id, startMailboxLife(context, mail, mailbox))
    }
    order = mailboxes.map(({ id }) => id)
    context.changed(['status'])
  }

  function rearrange(): Promise<void> {
    arranging = arranging.then(arrange).catch((error: unknown) => context.log.error('mailboxes', error))
    return arranging
  }

  void rearrange()
  return {
    poke(what) {
      if (what !== 'receiving') return
      void rearrange().then(() => lives.forEach((life) => life.wake()))
    },
    wake: () => lives.forEach((life) => life.wake()),
    async stop() {
      isStopping = true
      await rearrange()
    },
    statuses: () => order.flatMap((id) => lives.get(id)?.status() ?? []),
    storage: () => [...lives.values()].map((life) => life.storage()).find((failure) => failure !== null) ?? null,
  }
}
