import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context } from '../context.ts'
import type { MailboxRecord } from '../store/mailboxes.ts'

/** Fails with password-missing, or with no-key-store. The practice mailbox needs none. */
export async function mailboxPassword(
  { secrets, practice }: Context,
  mailbox: MailboxRecord,
  server: 'imap' | 'smtp',
): Promise<Result<string, Failure>> {
  if (practice) return ok('')
  const kept = await secrets.get(`mailbox:${mailbox.id}`)
  if (!kept.ok) return kept
  return kept.value === null
    ? fail({ code: 'password-missing', detail: { server, host: mailbox[server].host } })
    : ok(kept.value)
}
