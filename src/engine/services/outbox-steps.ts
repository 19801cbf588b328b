import type { Failure } from '../../shared/contract/failure.ts'
import { MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Actor, Context } from '../context.ts'
import type { RefusedRecipient, SendOutcome } from '../mail/types.ts'
import { refreshCase } from '../store/case-standing.ts'
import { contactById } from '../store/contacts.ts'
import type { Db } from '../store/database.ts'
import { insertEvents } from '../store/events.ts'
import type { NewEvent } from '../store/events.ts'
import { moveOutboxMail, UNSENT } from '../store/outbox.ts'
import type { OutboxChange, OutboxMail } from '../store/outbox.ts'
import { setCustomerKnows } from '../store/promises.ts'
import type { CustomerKnows } from '../store/promises.ts'
import { backOffDelay } from './back-off.ts'

// What becomes of a mail in the outbox, each in one transaction with its promise, its case and its line in the history.

/** A server that says "later" is asked again at this pace in the end. */
const LONGEST_GREYLIST = 30 * MINUTE

/** Writes down what the server made of a mail. */
export function settle(context: Context, mail: OutboxMail, outcome: SendOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'accepted':
      return recordSent(context, mail, outcome.refused, { copyDue: true, actor: null })
    case 'uncertain':
      return recordUncertain(context, mail, outcome.failure)
    case 'not-sent':
      return outcome.permanent
        ? recordFailed(context, mail, outcome.failure)
        : postpone(context, [mail], outcome.failure)
  }
}

export interface SentFacts {
  readonly copyDue: boolean
  readonly actor: Actor
}

/** It arrived, as the server said, as its copy in Sent shows, or as a person says who looked. */
export async function recordSent(
  context: Context,
  mail: OutboxMail,
  refused: readonly RefusedRecipient[],
  { copyDue, actor }: SentFacts,
): Promise<void> {
  const now = context.clock.now()
  await step(context, mail, ['sending', 'uncertain'], async (trx) => {
    const missed = await isCustomerAmong(trx, mail, refused)
    return {
      change: {
        ...{ state: 'sent', sentAt: now, failure: refused[0]?.failure ?? null, refused, copyDue },
        answeredDue: mail.answersMailId !== null,
      },
      knows: missed ? 'undelivered' : 'yes',
      event: { at: now, staffId: actor, kind: 'mail-sent', data: { refused: refused.length } },
    }
  })
}

/** With one of two recipients refused, what counts is whether it was one to whom the mail was addressed. */
async function isCustomerAmong(trx: Db, mail: OutboxMail, refused: readonly RefusedRecipient[]): Promise<boolean> {
  if (refused.length === 0) return false
  const contact = await contactById(trx, mail.contactId)
  const addressed = contact?.to[0]?.toLowerCase()
  return refused.some(({ address }) => address.toLowerCase() === addressed)
}

export async function recordFailed(context: Context, mail: OutboxMail, failure: Failure): Promise<void> {
  const event = { at: context.clock.now(), staffId: null, kind: 'mail-failed', data: { code: failure.code } } as const
  await step(context, mail, [...UNSENT, 'sending'], async () => ({
    change: { state: 'failed', failure, attempts: mail.attempts + 1 },
    ...{ knows: 'undelivered', event },
  }))
}

/** The line broke when the server may have had it all: it is looked for, or a person decides. */
export async function recordUncertain(context: Context, mail: OutboxMail, failure: Failure): Promise<void> {
  const event = {
    at: context.clock.now(),
    staffId: null,
    kind: 'mail-uncertain',
    data: { code: failure.code },
  } as const
  await step(context, mail, ['sending'], async () => ({ change: { state: 'uncertain', failure }, knows: null, event }))
}

/** A person wants it tried again: nobody knows better, so the customer may be told yet. */
export async function recordRetry(context: Context, mail: OutboxMail): Promise<boolean> {
  const change = { state: 'waiting', nextTryAt: context.clock.now() } as const
  return step(context, mail, ['waiting', 'failed', 'uncertain'], async () => ({
    change,
    knows: 'not-yet',
    event: null,
  }))
}

/** Nothing has left: it is tried again after a while, longer each time. */
export async function postpone(context: Context, mails: readonly OutboxMail[], failure: Failure): Promise<void> {
  const now = context.clock.now()
  const longest = failure.code === 'server-said-no' ? LONGEST_GREYLIST : undefined
  for (const mail of mails) {
    const nextTryAt = now + backOffDelay(mail.attempts, longest)
    await step(context, mail, [...UNSENT, 'sending'], async () => ({
      change: { state: 'waiting', failure, nextTryAt, attempts: mail.attempts + 1 },
      ...{ knows: null, event: null },
    }))
  }
}

interface Step {
  readonly change: OutboxChange
  readonly knows: CustomerKnows | null
  readonly event: Omit<NewEvent, 'caseId' | 'promiseId'> | null
}

async function step(
  context: Context,
  mail: OutboxMail,
  from: Parameters<typeof moveOutboxMail>[2],
  decide: (trx: Db) => Promise<Step>,
): Promise<boolean> {
  const { id, contactId, caseId } = mail
  const isMoved = await context.db.transaction().execute(async (trx) => {
    const { change, knows, event } = await decide(trx)
    if (!(await moveOutboxMail(trx, id, from, change))) return false
    const told = knows === null ? [] : await setCustomerKnows(trx, contactId, knows)
    const events: NewEvent[] = event === null ? [] : [{ ...event, caseId, promiseId: null }]
    if (knows === 'undelivered' && event !== null) {
      for (const promise of told) events.push(undelivered(event.at, caseId, promise.id))
    }
    await insertEvents(trx, events)
    await refreshCase(trx, caseId)
    return true
  })
  context.changed(['cases', 'promises', 'status'], caseId)
  return isMoved
}

function undelivered(at: Instant, caseId: string, promiseId: string): NewEvent {
  return { at, staffId: null, kind: 'promise-undelivered', caseId, promiseId, data: {} }
}
