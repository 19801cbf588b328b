import type { Selectable } from 'kysely'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Mailbox, ServerSettings } from '../../shared/contract/mail.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Which of the two servers a person has to do something about. */
export interface StoppedServers {
  readonly imap: Failure | null
  readonly smtp: Failure | null
}

export interface MailboxRecord extends Mailbox {
  readonly stopped: StoppedServers
  readonly createdAt: Instant
}

/** Those in the settings, in the order in which they were added. */
export async function listMailboxes(db: Db): Promise<MailboxRecord[]> {
  const rows = await db
    .selectFrom('mailbox')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toRecord)
}

export async function mailboxById(db: Db, id: string): Promise<MailboxRecord | null> {
  const row = await db
    .selectFrom('mailbox')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : toRecord(row)
}

/** Saving is what a person does after something went wrong, so both servers are tried again. */
export async function saveMailbox(db: Db, mailbox: Mailbox, now: Instant): Promise<void> {
  const columns = {
    name: mailbox.name,
    address: mailbox.address,
    from_name: mailbox.fromName,
    aliases_json: JSON.stringify(mailbox.aliases),
    imap_json: JSON.stringify(mailbox.imap),
    smtp_json: JSON.stringify(mailbox.smtp),
    folders_json: JSON.stringify(mailbox.folders),
    first_sync_days: mailbox.firstSyncDays,
    active: mailbox.active ? 1 : 0,
    stopped_json: null,
    removed_at: null,
  } as const
  await db
    .insertInto('mailbox')
    .values({ id: mailbox.id, created_at: now, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

/** Takes it out of the settings; false when it isn't there. */
export async function removeMailbox(db: Db, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mailbox')
    .set({ removed_at: now, active: 0 })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function stopServer(db: Db, id: string, server: 'imap' | 'smtp', failure: Failure): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await mailboxById(trx, id)
    if (before === null) return
    const stopped: StoppedServers = { ...before.stopped, [server]: failure }
    await trx
      .updateTable('mailbox')
      .set({ stopped_json: JSON.stringify(stopped) })
      .where('id', '=', id)
      .execute()
  })
}

/** Every address that is ours, in lower case, also of mailboxes that were switched off or taken out. */
export async function ownAddresses(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('mailbox').select(['address', 'aliases_json']).execute()
  const addresses = rows.flatMap((row) => [row.address, ...(JSON.parse(row.aliases_json) as string[])])
  return new Set(addresses.map((address) => address.toLowerCase()))
}

function toRecord(row: Selectable<Tables['mailbox']>): MailboxRecord {
  const stopped = row.stopped_json === null ? null : (JSON.parse(row.stopped_json) as StoppedServers)
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    fromName: row.from_name,
    aliases: JSON.parse(row.aliases_json) as string[],
    imap: JSON.parse(row.imap_json) as ServerSettings,
    smtp: JSON.parse(row.smtp_json) as ServerSettings,
    folders: JSON.parse(row.folders_json) as string[],
    firstSyncDays: row.first_sync_days,
    active: row.active === 1,
    stopped: stopped ?? { imap: null, smtp: null },
    createdAt: row.created_at,
  }
}
