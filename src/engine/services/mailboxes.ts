import type { Mailbox, MailboxView } from '../../shared/contract/mail.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import type { TestConnection } from '../mail/types.ts'
import { listMailboxes, removeMailbox, saveMailbox } from '../store/mailboxes.ts'
import type { MailboxRecord } from '../store/mailboxes.ts'
import { retryOutboxNow } from '../store/outbox.ts'

/** The mailboxes in the settings. */
export function mailboxHandlers(
  test: TestConnection,
): Handlers<'mailbox.list' | 'mailbox.save' | 'mailbox.remove' | 'mailbox.test' | 'mailbox.sync-now'> {
  return {
    async 'mailbox.list'(context) {
      const views: MailboxView[] = []
      for (const mailbox of await listMailboxes(context.db)) {
        const password = await context.secrets.get(`mailbox:${mailbox.id}`)
        views.push({ ...fields(mailbox), hasPassword: password.ok && password.value !== null })
      }
      return ok(views)
    },

    'mailbox.save': (context, { mailbox, password }) => saveWithPassword(context, mailbox, password),

    async 'mailbox.remove'(context, { mailboxId }) {
      const isRemoved = await removeMailbox(context.db, mailboxId, context.clock.now())
      if (!isRemoved) return fail({ code: 'not-found' })
      await context.secrets.set(`mailbox:${mailboxId}`, null)
      afterChange(context)
      return ok(null)
    },

    async 'mailbox.test'(context, { mailbox, password }) {
      const known = password === null ? await context.secrets.get(`mailbox:${mailbox.id}`) : ok(password)
      if (!known.ok) return known
      if (known.value === null) return fail({ code: 'password-missing', detail: { host: mailbox.imap.host } })
      return test(mailbox, known.value)
    },

    async 'mailbox.sync-now'(context) {
      context.poke('receiving')
      return ok(null)
    },
  }
}

/** The password first: a mailbox without one would only be tried in vain. Fails with no-key-store. */
export async function saveWithPassword(
  context: Context,
  mailbox: Mailbox,
  password: string | null,
): Promise<Result<null, Failure>> {
  if (password !== null) {
    const kept = await context.secrets.set(`mailbox:${mailbox.id}`, password)
    if (!kept.ok) return kept
  }
  const now = context.clock.now()
  await saveMailbox(context.db, mailbox, now)
  await retryOutboxNow(context.db, now)
  afterChange(context)
  return ok(null)
}

function afterChange(context: Context): void {
  context.changed(['mailboxes', 'status'])
  context.poke('receiving')
  context.poke('sending')
}

function fields({
  id,
  name,
  address,
  fromName,
  aliases,
  imap,
  smtp,
  folders,
  firstSyncDays,
  active,
}: MailboxRecord): Mailbox {
  return { id, name, address, fromName, aliases, imap, smtp, folders, firstSyncDays, active }
}
