import type { Failure } from '../../shared/contract/failure.ts'
import type { Bounce } from '../../shared/domain/bounce.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from '../store/database.ts'
import type { NewEvent } from '../store/events.ts'
import { moveOutboxMail, outboxMailByMessageId } from '../store/outbox.ts'
import { setCustomerKnows } from '../store/promises.ts'

/** A mail of ours came back: it counts as failed, and what it promised the customer does not know. Returns the lines for the history. */
export async function recordBounce(trx: Db, bounce: Bounce, caseId: CaseId, now: Instant): Promise<NewEvent[]> {
  const { originalIds, recipients } = bounce
  const final = recipients.find(({ permanent }) => permanent)
  if (final === undefined) return []
  for (const messageId of originalIds) {
    const mail = await outboxMailByMessageId(trx, messageId)
    if (mail === null || mail.caseId !== caseId) continue
    const { status, diagnostic } = final
    const answer = diagnostic.replace(/[^\s<>]*@[^\s<>]*/g, '…')
    const failure: Failure = { code: 'server-said-no', detail: { server: 'smtp', status: status ?? '', answer } }
    if (!(await moveOutboxMail(trx, mail.id, ['sent', 'uncertain'], { state: 'failed', failure }))) return []
    const told = await setCustomerKnows(trx, mail.contactId, 'undelivered')
    const about = { at: now, staffId: null, caseId }
    return [
      { ...about, kind: 'mail-failed', promiseId: null, data: { code: failure.code, bounced: true } },
      ...told.map((promise): NewEvent => ({ ...about, kind: 'promise-undelivered', promiseId: promise.id, data: {} })),
    ]
  }
  return []
}
