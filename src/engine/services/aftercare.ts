import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import type { MailSource, SourceSession } from '../mail/types.ts'
import { mailboxById } from '../store/mailboxes.ts'
import { mailPlace } from '../store/mails.ts'
import { dueAftercare, finishAftercare, outboxMailsIn, outboxRaw } from '../store/outbox.ts'
import type { Aftercare, OutboxMail } from '../store/outbox.ts'
import { backOffDelay } from './back-off.ts'
import { mailboxPassword } from './mailbox-password.ts'
import { recordSent } from './outbox-steps.ts'

/** Providers that put a copy in Sent themselves, some time after they took the mail. */
const KEEPS_COPY_ITSELF = /(?:^|\.)(?:gmail|googlemail|office365|outlook|hotmail|live)\.com$/i
const COPY_PATIENCE = MINUTE
const LONGEST = 30 * MINUTE

/** One thing to do at one mailbox. */
interface Job {
  /** The same while the same thing is to be done. */
  readonly key: string
  readonly mailboxId: string
  /** False when it has to be looked at again later. */
  readonly run: (session: SourceSession) => Promise<Result<boolean, Failure>>
}

export interface AftercareWork {
  /** Does what is due, as far as the servers let it: what doesn't work is tried again later. */
  run(isStopping: () => boolean): Promise<void>
  /** When to run again; null when nothing is left to do. */
  nextTryAt(): Instant | null
  wake(): void
}

/**
 * What comes after sending: the copy in Sent, \Answered on the mail that was answered, and the search for mails of which
 * nobody knows whether they went out. Each is retried by itself; none of it ever sends the mail again.
 */
export function createAftercare(context: Context, source: MailSource): AftercareWork {
  const { clock, db, log } = context
  const waiting = new Map<string, { readonly attempts: number; readonly until: Instant }>()

  async function run(isStopping: () => boolean): Promise<void> {
    // Done, one thing may make the next due: a mail found in Sent answers a question.
    for (let jobs = await dueJobs(); jobs.length > 0; jobs = await dueJobs()) {
      for (const mailboxId of new Set(jobs.map((job) => job.mailboxId))) {
        if (isStopping()) return
        await runAt(
          mailboxId,
          jobs.filter((job) => job.mailboxId === mailboxId),
        )
      }
    }
  }

  async function dueJobs(): Promise<Job[]> {
    const jobs = await collect()
    const keys = new Set(jobs.map(({ key }) => key))
    for (const key of waiting.keys()) if (!keys.has(key)) waiting.delete(key)
    const now = clock.now()
    return jobs.filter(({ key }) => (waiting.get(key)?.until ?? now) <= now)
  }

  async function runAt(mailboxId: string, jobs: readonly Job[]): Promise<void> {
    const opened = await open(mailboxId)
    if (!opened.ok) return jobs.forEach(putOff)
    for (const job of jobs) {
      const done = await job.run(opened.value)
      if (!done.ok) log.warn('aftercare waits', { code: done.error.code })
      if (done.ok && done.value) waiting.delete(job.key)
      else putOff(job)
    }
    await opened.value.close()
  }

  function putOff({ key }: Job): void {
    const attempts = waiting.get(key)?.attempts ?? 0
    waiting.set(key, { attempts: attempts + 1, until: clock.now() + backOffDelay(attempts, LONGEST) })
  }

  async function open(mailboxId: string): Promise<Result<SourceSession, Failure>> {
    const mailbox = await mailboxById(db, mailboxId)
    if (mailbox === null) return fail({ code: 'no-mailbox' })
    // A refused password is not for trying again here either.
    if (mailbox.stopped.imap !== null) return fail(mailbox.stopped.imap)
    const password = await mailboxPassword(context, mailbox, 'imap')
    if (!password.ok) return password
    return source.open({ server: mailbox.imap, password: password.value })
  }

  async function collect(): Promise<Job[]> {
    const jobs: Job[] = []
    for (const mail of await outboxMailsIn(db, 'uncertain')) {
      jobs.push({ key: `look/${mail.id}`, mailboxId: mail.mailboxId, run: (session) => lookFor(session, mail) })
    }
    for (const mail of await dueAftercare(db)) {
      if (mail.copyDue) {
        jobs.push({ key: `copy/${mail.id}`, mailboxId: mail.mailboxId, run: (session) => keepCopy(session, mail) })
      }
      const place = mail.answeredDue && mail.answersMailId !== null ? await mailPlace(db, mail.answersMailId) : null
      if (place === null) continue
      jobs.push({
        key: `answered/${mail.id}`,
        mailboxId: place.mailboxId,
        async run(session) {
          const marked = await session.markAnswered(place)
          if (marked.ok) await finishAftercare(db, mail.id, 'answered_state')
          return marked.ok ? ok(true) : marked
        },
      })
    }
    return jobs
  }

  async function lookFor(session: SourceSession, mail: OutboxMail): Promise<Result<boolean, Failure>> {
    const found = await session.wasSent(mail.messageId)
    if (found.ok && found.value) await recordSent(context, mail, [], { copyDue: false, actor: null })
    return found
  }

  async function keepCopy(session: SourceSession, mail: Aftercare): Promise<Result<boolean, Failure>> {
    const { messageId, contactId, mailboxId, sentAt } = mail
    const at = sentAt ?? clock.now()
    const host = (await mailboxById(db, mailboxId))?.smtp.host ?? ''
    if (KEEPS_COPY_ITSELF.test(host) && clock.now() < at + COPY_PATIENCE) return ok(false)
    const kept = await session.keepSentCopy(messageId, (await outboxRaw(db, contactId))!, at)
    if (!kept.ok) return kept
    await finishAftercare(db, mail.id, 'copy_state')
    return ok(true)
  }

  return {
    run,
    nextTryAt() {
      const moments = [...waiting.values()].map(({ until }) => until)
      return moments.length === 0 ? null : Math.min(...moments)
    },
    wake: () => waiting.clear(),
  }
}
