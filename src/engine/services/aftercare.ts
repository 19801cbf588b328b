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

/** One thing to do at a mailbox; false when its time has not come. */
type Job = (session: SourceSession) => Promise<Result<boolean, Failure>>

export interface AftercareWork {
  /** Does what is due, as far as the servers let it. Never fails: what doesn't work is tried again later. */
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
  let attempts = 0
  let notBefore: Instant | null = null

  async function run(isStopping: () => boolean): Promise<void> {
    if (notBefore !== null && clock.now() < notBefore) return
    const jobs = await collect()
    if (jobs.size === 0) {
      attempts = 0
      notBefore = null
      return
    }
    let isDone = true
    for (const [mailboxId, list] of jobs) {
      if (isStopping()) return
      isDone = (await runAt(mailboxId, list)) && isDone
    }
    notBefore = isDone ? null : clock.now() + backOffDelay(attempts++, LONGEST)
    if (isDone) attempts = 0
  }

  async function runAt(mailboxId: string, jobs: readonly Job[]): Promise<boolean> {
    const opened = await open(mailboxId)
    if (!opened.ok) return false
    let isDone = true
    for (const job of jobs) {
      const done = await job(opened.value)
      if (!done.ok) log.warn('aftercare waits', { code: done.error.code })
      isDone = done.ok && done.value && isDone
    }
    await opened.value.close()
    return isDone
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

  async function collect(): Promise<Map<string, Job[]>> {
    const jobs = new Map<string, Job[]>()
    const add = (mailboxId: string, job: Job): void => void jobs.set(mailboxId, [...(jobs.get(mailboxId) ?? []), job])
    for (const mail of await outboxMailsIn(db, 'uncertain')) add(mail.mailboxId, (session) => lookFor(session, mail))
    for (const mail of await dueAftercare(db)) {
      if (mail.copyDue) add(mail.mailboxId, (session) => keepCopy(session, mail))
      const place = mail.answeredDue && mail.answersMailId !== null ? await mailPlace(db, mail.answersMailId) : null
      if (place !== null) {
        add(place.mailboxId, async (session) => {
          const marked = await session.markAnswered(place)
          if (marked.ok) await finishAftercare(db, mail.id, 'answered_state')
          return marked.ok ? ok(true) : marked
        })
      }
    }
    return jobs
  }

  async function lookFor(session: SourceSession, mail: OutboxMail): Promise<Result<boolean, Failure>> {
    const found = await session.wasSent(mail.messageId)
    if (!found.ok || !found.value) return found
    await recordSent(context, mail, [], { copyDue: false, actor: null })
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
    nextTryAt: () => notBefore,
    wake() {
      attempts = 0
      notBefore = null
    },
  }
}
