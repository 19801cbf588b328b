import type { Failure } from '../../shared/contract/failure.ts'
import { fail } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context, Worker } from '../context.ts'
import type { MailAdapters, SenderSession, SendOutcome } from '../mail/types.ts'
import { storageFailure } from '../store/database.ts'
import { mailboxById, stopServer } from '../store/mailboxes.ts'
import {
  dueOutboxMails,
  moveOutboxMail,
  nextOutboxMoment,
  outboxMailsIn,
  outboxRaw,
  retryOutboxNow,
  UNSENT,
} from '../store/outbox.ts'
import type { OutboxMail } from '../store/outbox.ts'
import { createAftercare } from './aftercare.ts'
import { mailboxPassword } from './mailbox-password.ts'
import { postpone, recordUncertain, settle } from './outbox-steps.ts'

/** A password that was refused is tried once more, and then no more: servers lock people out. */
const MOST_REFUSALS = 2
/** How often a full disk is looked at again, in milliseconds. */
const STORAGE_RETRY = 30_000

export interface Sending extends Worker {
  /** Why nothing can be written down, and so nothing is sent; null when all is well. */
  storage(): Failure | null
}

/** Hands over what is due, one round at a time, and looks after what was sent. */
export function startSending(context: Context, mail: MailAdapters): Sending {
  const { clock, db, log } = context
  const aftercare = createAftercare(context, mail.source)
  const refusals = new Map<string, number>()
  let storage: Failure | null = null
  let isStopping = false
  let again = false
  let round: Promise<void> | null = null
  let cancelTimer = (): void => {}

  function start(): void {
    if (isStopping) return
    if (round !== null) {
      again = true
      return
    }
    cancelTimer()
    round = work().finally(() => {
      round = null
      if (again) start()
    })
  }

  async function work(): Promise<void> {
    again = false
    try {
      await sendDue()
      await aftercare.run(() => isStopping)
      storage = null
      schedule(await nextMoment())
    } catch (error) {
      storage = storageFailure(error, 'belofte.db')
      if (storage === null) log.error('sending', error)
      context.changed(['status'])
      schedule(clock.now() + STORAGE_RETRY)
    }
  }

  function schedule(when: Instant | null): void {
    cancelTimer()
    if (when !== null && !isStopping) cancelTimer = clock.at(when, start)
  }

  async function nextMoment(): Promise<Instant | null> {
    const moments = [await nextOutboxMoment(db), aftercare.nextTryAt()].filter((moment) => moment !== null)
    return moments.length === 0 ? null : Math.min(...moments)
  }

  async function sendDue(): Promise<void> {
    const byMailbox = new Map<string, OutboxMail[]>()
    for (const due of await dueOutboxMails(db, clock.now())) {
      byMailbox.set(due.mailboxId, [...(byMailbox.get(due.mailboxId) ?? []), due])
    }
    for (const [mailboxId, mails] of byMailbox) await sendFrom(mailboxId, mails)
  }

  /** Over one connection as long as that holds; whatever can't go now waits. */
  async function sendFrom(mailboxId: string, mails: readonly OutboxMail[]): Promise<void> {
    let session: SenderSession | null = null
    try {
      for (const [i, one] of mails.entries()) {
        if (isStopping) return
        if (session === null) {
          const opened = await open(mailboxId)
          if (!opened.ok) return await postpone(context, mails.slice(i), opened.error)
          session = opened.value
        }
        const outcome = await handOver(session, one)
        if (outcome !== null) await settle(context, one, outcome)
        if (outcome?.kind === 'accepted') continue
        session.close()
        session = null
      }
    } finally {
      session?.close()
    }
  }

  async function open(mailboxId: string): Promise<Result<SenderSession, Failure>> {
    const mailbox = await mailboxById(db, mailboxId)
    if (mailbox === null || !mailbox.active) return fail({ code: 'no-mailbox' })
    if (mailbox.stopped.smtp !== null) return fail(mailbox.stopped.smtp)
    const password = await mailboxPassword(context, mailbox, 'smtp')
    if (!password.ok) return password
    const opened = await mail.sender.open({ server: mailbox.smtp, password: password.value })
    if (opened.ok) refusals.delete(mailboxId)
    else if (opened.error.code === 'password-refused') await countRefusal(mailboxId, opened.error)
    return opened
  }

  async function countRefusal(mailboxId: string, failure: Failure): Promise<void> {
    const count = (refusals.get(mailboxId) ?? 0) + 1
    refusals.set(mailboxId, count)
    if (count < MOST_REFUSALS) return
    refusals.delete(mailboxId)
    await stopServer(db, mailboxId, 'smtp', failure)
    context.poke('receiving')
  }

  /** Null when it was taken back at the last moment. */
  async function handOver(session: SenderSession, one: OutboxMail): Promise<SendOutcome | null> {
    const raw = (await outboxRaw(db, one.contactId))!
    const envelope = { from: one.envelopeFrom, recipients: one.recipients }
    let isTakenBack = false
    try {
      return await session.send(envelope, raw, async () => {
        // From here on a crash leaves it open whether the mail went out, and the next start must know that.
        const marked = await moveOutboxMail(db, one.id, UNSENT, {
          state: 'sending',
          failure: null,
          attempts: one.attempts + 1,
        })
        isTakenBack = !marked
        if (isTakenBack) throw new Error('taken back')
      })
    } catch (error) {
      if (isTakenBack) return null
      throw error
    }
  }

  async function recover(): Promise<void> {
    for (const one of await outboxMailsIn(db, 'sending'))
      await recordUncertain(context, one, { code: 'connection-lost' })
  }

  round = recover()
    .catch((error: unknown) => log.error('sending', error))
    .finally(() => {
      round = null
      start()
    })

  return {
    poke(what) {
      if (what === 'sending') start()
    },
    wake() {
      aftercare.wake()
      void retryOutboxNow(db, clock.now())
        .catch((error: unknown) => log.error('sending', error))
        .then(start)
    },
    async stop() {
      isStopping = true
      cancelTimer()
      await round
    },
    storage: () => storage,
  }
}
