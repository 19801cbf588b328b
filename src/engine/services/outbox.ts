import { fail, ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { listOutbox, outboxMail } from '../store/outbox.ts'
import { recordRetry, recordSent } from './outbox-steps.ts'
import { takeBackReply } from './replies.ts'

const MOST_SHOWN = 500

/** What a person can do about mails that are on their way, or stuck. */
export const outboxHandlers: Handlers<'outbox.list' | 'outbox.retry' | 'outbox.mark-sent' | 'outbox.withdraw'> = {
  'outbox.list': async ({ db }) => ok(await listOutbox(db, MOST_SHOWN)),

  /** For an uncertain mail this is a person's decision that it did not arrive. */
  async 'outbox.retry'(context, { outboxId }) {
    const mail = await outboxMail(context.db, outboxId)
    if (mail === null) return fail({ code: 'not-found' })
    if (!(await recordRetry(context, mail))) return mail.state === 'undo' ? ok(null) : fail({ code: 'already-sent' })
    context.poke('sending')
    return ok(null)
  },

  async 'outbox.mark-sent'(context, { outboxId }, actor) {
    const mail = await outboxMail(context.db, outboxId)
    if (mail === null) return fail({ code: 'not-found' })
    if (mail.state === 'sent') return ok(null)
    if (mail.state !== 'uncertain') return fail({ code: 'already-sent' })
    await recordSent(context, mail, [], { copyDue: true, actor })
    context.poke('sending')
    return ok(null)
  },

  async 'outbox.withdraw'(context, { outboxId }, actor) {
    const mail = await outboxMail(context.db, outboxId)
    if (mail === null) return fail({ code: 'not-found' })
    return takeBackReply(context, mail.contactId, actor)
  },
}
