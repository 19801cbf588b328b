import type { Failure } from '../../shared/contract/failure.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { DAY } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import type { FetchedMail, FolderState, MailAdapters, ReadMail, SourceSession } from '../mail/types.ts'
import { storageFailure } from '../store/database.ts'
import { folderCursor, saveFolderCursor } from '../store/folders.ts'
import type { FolderCursor } from '../store/folders.ts'
import { ownAddresses } from '../store/mailboxes.ts'
import type { MailboxRecord } from '../store/mailboxes.ts'
import { storeArrival, storeOneByOne } from './intake.ts'

/** One transaction holds up what a person does meanwhile for a moment, so it stays small. */
const MAILS_AT_ONCE = 100
const BYTES_AT_ONCE = 4 * 1024 * 1024

/** Fetches what is new in one folder and stores it; `tell` hears how many mails are still to come. */
export async function syncFolder(
  context: Context,
  mail: MailAdapters,
  session: SourceSession,
  mailbox: MailboxRecord,
  path: string,
  tell: (remaining: number) => void,
): Promise<Result<null, Failure>> {
  const opened = await session.openFolder(path)
  if (!opened.ok) return opened
  const before = await folderCursor(context.db, mailbox.id, path)
  const cursor = startingPoint(before, opened.value)
  const wanted = cursor.firstSyncDone
    ? await session.listMails({ above: cursor.lastUid })
    : await session.listMails({ since: firstSyncStart(context, mailbox, before) })
  if (!wanted.ok) return wanted
  const uids = wanted.value.filter((uid) => uid > cursor.lastUid)
  if (uids.length > 0) {
    tell(uids.length)
    const fetched = await fetchAndStore(context, mail, session, { mailbox, path, cursor }, uids, tell)
    if (!fetched.ok) return fetched
  }
  if (!cursor.firstSyncDone) {
    const lastUid = Math.max(opened.value.uidNext - 1, uids.at(-1) ?? 0, cursor.lastUid)
    await saveFolderCursor(context.db, mailbox.id, path, { ...cursor, lastUid, firstSyncDone: true })
  }
  return ok(null)
}

/** A folder that was made anew has given every mail another UID: it is read again, and what is known is recognised. */
function startingPoint(before: FolderCursor | null, { uidValidity }: FolderState): FolderCursor {
  if (before !== null && before.uidValidity === uidValidity) return before
  return { uidValidity, lastUid: 0, firstSyncDone: false }
}

/** A folder that was read before is read again from the day on which that began, so that no gap can open. */
function firstSyncStart({ clock }: Context, mailbox: MailboxRecord, before: FolderCursor | null): number {
  const began = before === null ? clock.now() : mailbox.createdAt
  return began - mailbox.firstSyncDays * DAY
}

interface Round {
  readonly mailbox: MailboxRecord
  readonly path: string
  readonly cursor: FolderCursor
}

/** One batch is stored while the next is read and the one after that is fetched; more is never in memory. */
async function fetchAndStore(
  context: Context,
  mail: MailAdapters,
  session: SourceSession,
  { mailbox, path, cursor }: Round,
  uids: readonly number[],
  tell: (remaining: number) => void,
): Promise<Result<null, Failure>> {
  const own = [...(await ownAddresses(context.db))]
  let batch: FetchedMail[] = []
  let bytes = 0
  let remaining = uids.length
  let storing: Promise<void> = Promise.resolve()

  async function store(fetched: readonly FetchedMail[], reading: Promise<ReadMail[]>): Promise<void> {
    const last = fetched.at(-1)
    if (last === undefined) return
    const now = context.clock.now()
    const read = await reading
    const mails = fetched.map(({ uid, receivedAt }, i) => ({ ...read[i]!, uid, receivedAt: receivedAt ?? now }))
    const passed = { ...cursor, lastUid: last.uid }
    const arrival = { mailboxId: mailbox.id, path, firstSync: !cursor.firstSyncDone, cursor: passed, mails }
    try {
      await storeArrival(context, mail, arrival)
    } catch (error) {
      if (storageFailure(error, '') !== null) throw error
      context.log.error('a mail could not be stored', error)
      await storeOneByOne(context, mail, arrival)
    }
    remaining -= mails.length
    tell(remaining)
  }

  async function flush(): Promise<void> {
    const full = batch
    batch = []
    bytes = 0
    const reading = mail.read(full, own)
    await storing
    storing = store(full, reading)
    // Whoever waits for it hears of a failure; until then it must not count as unhandled.
    storing.catch(() => {})
  }

  async function take(fetched: FetchedMail): Promise<void> {
    batch.push(fetched)
    bytes += fetched.raw.length
    if (batch.length >= MAILS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush()
  }

  const fetched = await session.fetchMails(uids, take)
  await flush()
  await storing
  return fetched
}
