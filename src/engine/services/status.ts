import type { Failure } from '../../shared/contract/failure.ts'
import type { Attention, MailboxStatus } from '../../shared/contract/status.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import { outboxCounts } from '../store/outbox.ts'
import { countSection } from '../store/queue.ts'
import { queueBounds } from './queue.ts'

/** What goes on in the background, as far as it can be told. */
export interface BackgroundWork {
  readonly receiving: { statuses(): readonly MailboxStatus[]; storage(): Failure | null }
  readonly sending: { storage(): Failure | null }
  readonly backups: { warning(): Failure | null }
}

export function statusHandlers({
  receiving,
  sending,
  backups,
}: BackgroundWork): Handlers<'status.get' | 'attention.get'> {
  return {
    async 'status.get'({ db, practice }) {
      const outbox = await outboxCounts(db)
      const storage = receiving.storage() ?? sending.storage()
      return ok({ mailboxes: receiving.statuses(), outbox, storage, backup: backups.warning(), practice })
    },

    'attention.get': async (context) => ok(await countAttention(context)),
  }
}

const EVERYBODY = { ownerId: null, channel: null, kind: null }

export async function countAttention(context: Context): Promise<Attention> {
  const bounds = await queueBounds(context)
  const count = (section: 'overdue' | 'due-today' | 'first-answer'): Promise<number> =>
    countSection(context.db, section, bounds, EVERYBODY)
  return {
    overdue: await count('overdue'),
    dueToday: await count('due-today'),
    firstAnswer: await count('first-answer'),
  }
}
