import { newId } from '../ids.ts'
import type { Db } from './database.ts'

/** How far a folder has been read. */
export interface FolderCursor {
  readonly uidValidity: string
  /** Every UID up to and including this one has been dealt with. */
  readonly lastUid: number
  /** The first synchronisation is done: what comes now is new. */
  readonly firstSyncDone: boolean
}

export async function folderCursor(db: Db, mailboxId: string, path: string): Promise<FolderCursor | null> {
  const row = await db
    .selectFrom('folder')
    .selectAll()
    .where('mailbox_id', '=', mailboxId)
    .where('path', '=', path)
    .executeTakeFirst()
  if (row === undefined) return null
  return { uidValidity: row.uid_validity, lastUid: row.last_uid, firstSyncDone: row.first_sync_done === 1 }
}

/** In the same transaction as the mails that it passes. */
export async function saveFolderCursor(trx: Db, mailboxId: string, path: string, cursor: FolderCursor): Promise<void> {
  const columns = {
    uid_validity: cursor.uidValidity,
    last_uid: cursor.lastUid,
    first_sync_done: cursor.firstSyncDone ? 1 : 0,
  } as const
  await trx
    .insertInto('folder')
    .values({ id: newId(), mailbox_id: mailboxId, path, ...columns })
    .onConflict((conflict) => conflict.columns(['mailbox_id', 'path']).doUpdateSet(columns))
    .execute()
}
