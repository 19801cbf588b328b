import { sql } from 'kysely'
import type { CaseId } from '../../shared/domain/case.ts'
import { merelyThanks } from '../../shared/domain/chasers.ts'
import type { CustomerId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'

/** Where an erased mail is on its server. */
export interface ErasedMail {
  readonly mailboxId: string
  readonly path: string
  readonly uidValidity: string
  readonly uid: number
  readonly sha256: string
}

export interface ErasedCounts {
  readonly cases: number
  readonly contacts: number
  readonly mails: number
  readonly attachments: number
  readonly events: number
}

/** SQLite takes so many values in one statement, and far more; small pieces keep the statement cache small too. */
const PIECE = 200

/** A mere thank-you is no chaser: the figures must go on seeing that it was one, without its words. */
const THANKS = '🙏'

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += PIECE) yield all.slice(at, at + PIECE)
}

/** The mails that came in on these cases. */
export async function mailsOfCases(db: Db, caseIds: readonly CaseId[]): Promise<ErasedMail[]> {
  const found: ErasedMail[] = []
  for (const ids of pieces(caseIds)) {
    const rows = await db
      .selectFrom('mail')
      .innerJoin('contact', 'contact.id', 'mail.contact_id')
      .innerJoin('raw_mail', 'raw_mail.id', 'mail.raw_id')
      .select(['mail.mailbox_id', 'mail.folder_path', 'mail.uid_validity', 'mail.uid', 'raw_mail.sha256'])
      .where('contact.case_id', 'in', ids)
      .execute()
    for (const row of rows) {
      found.push({
        mailboxId: row.mailbox_id,
        path: row.folder_path,
        uidValidity: row.uid_validity,
        uid: row.uid,
        sha256: row.sha256,
      })
    }
  }
  return found
}

export async function insertErasedMails(trx: Db, mails: readonly ErasedMail[]): Promise<void> {
  const rows = mails.map((mail) => ({
    mailbox_id: mail.mailboxId,
    folder_path: mail.path,
    uid_validity: mail.uidValidity,
    uid: mail.uid,
    sha256: mail.sha256,
  }))
  await insertRows(trx, 'erased_mail', rows, 'ON CONFLICT DO NOTHING')
}

/** Which of these bytes belong to a mail that was erased. */
export async function erasedHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db.selectFrom('erased_mail').select('sha256').where('sha256', 'in', hashes).execute()
  return new Set(rows.map((row) => row.sha256))
}

/**
 * Takes out of these cases who it was and what was said: subjects, texts, addresses, mails with their attachments, the outbox's
 * bytes, the words of promises and of the history, and the search index. What counts stays: kinds, channels and moments.
 * `name` stands in the place of a subject.
 */
export async function eraseCases(
  trx: Db,
  caseIds: readonly CaseId[],
  name: string,
  at: Instant,
): Promise<ErasedCounts> {
  const counts = { cases: 0, contacts: 0, mails: 0, attachments: 0, events: 0 }
  for (const ids of pieces(caseIds)) {
    await insertErasedMails(trx, await mailsOfCases(trx, ids))
    const contactIds = trx.selectFrom('contact').select('id').where('case_id', 'in', ids)
    const mailIds = trx.selectFrom('mail').select('id').where('contact_id', 'in', contactIds)
    const raw = await trx.selectFrom('contact').select('raw_id').where('case_id', 'in', ids).execute()
    const rawOfMails = await trx.selectFrom('mail').select('raw_id').where('contact_id', 'in', contactIds).execute()

    const said = await trx.selectFrom('contact').select(['id', 'text']).where('case_id', 'in', ids).execute()
    const thanks = said.filter(({ text }) => merelyThanks(text)).map(({ id }) => id)

    await trx.updateTable('outbox').set({ answers_mail_id: null }).where('answers_mail_id', 'in', mailIds).execute()
    await trx
      .updateTable('outbox')
      .set({ raw: new Uint8Array(), recipients_json: '[]', refused_json: '[]', failure_json: null })
      .set({ copy_state: 'done', answered_state: 'done' })
      .where('case_id', 'in', ids)
      .execute()
    await trx
      .updateTable('outbox')
      .set({ state: 'withdrawn' })
      .where('case_id', 'in', ids)
      .where('state', 'in', ['undo', 'waiting', 'uncertain', 'failed'])
      .execute()
    counts.mails += count(await trx.deleteFrom('mail').where('contact_id', 'in', contactIds).executeTakeFirst())
    counts.attachments += count(
      await trx.deleteFrom('attachment').where('contact_id', 'in', contactIds).executeTakeFirst(),
    )
    const emptied = await trx
      .updateTable('contact')
      .set({ from_address: null, to_json: '[]', subject: null, text: '', quoted: '', has_html: 0, unreadable: 0 })
      .set({ raw_id: null, message_id: null, references_json: '[]' })
      .where('case_id', 'in', ids)
      .executeTakeFirst()
    counts.contacts += Number(emptied.numUpdatedRows)
    for (const some of pieces(thanks)) {
      await trx.updateTable('contact').set({ text: THANKS }).where('id', 'in', some).execute()
    }
    await deleteRawMails(
      trx,
      [...raw, ...rawOfMails].map(({ raw_id }) => raw_id).filter((id) => id !== null),
    )
    await trx.updateTable('promise').set({ text: name, end_note: null }).where('case_id', 'in', ids).execute()
    // What an improvement is called is often what was first said of it.
    await trx
      .updateTable('improvement')
      .set({ title: name })
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('improvement_notice')
            .select('improvement_notice.id')
            .whereRef('improvement_notice.improvement_id', '=', 'improvement.id')
            .whereRef('improvement_notice.text', '=', 'improvement.title')
            .where('improvement_notice.case_id', 'in', ids),
        ),
      )
      .execute()
    await trx.updateTable('improvement_notice').set({ text: '' }).where('case_id', 'in', ids).execute()
    await trx.deleteFrom('search').where('case_id', 'in', ids).execute()
    const erased = await trx
      .updateTable('case')
      .set({ subject: name, subject_key: '', snippet: '', erased_at: at })
      .where('id', 'in', ids)
      .executeTakeFirst()
    counts.cases += Number(erased.numUpdatedRows)
    const told = await trx
      .updateTable('event')
      .set({ data_json: '{"erased":true}' })
      .where('case_id', 'in', ids)
      .executeTakeFirst()
    counts.events += Number(told.numUpdatedRows)
  }
  return counts
}

/** A mail can have come in on somebody else's case too: then its bytes are theirs as well. */
async function deleteRawMails(trx: Db, rawIds: readonly string[]): Promise<void> {
  for (const ids of pieces(rawIds)) {
    await trx
      .deleteFrom('raw_mail')
      .where('id', 'in', ids)
      .where((eb) =>
        eb.and([
          eb.not(
            eb.exists(eb.selectFrom('contact').select('contact.id').whereRef('contact.raw_id', '=', 'raw_mail.id')),
          ),
          eb.not(eb.exists(eb.selectFrom('mail').select('mail.id').whereRef('mail.raw_id', '=', 'raw_mail.id'))),
        ]),
      )
      .execute()
  }
}

/** Takes out who these customers are. Their cases are erased apart. */
export async function eraseCustomers(
  trx: Db,
  customerIds: readonly CustomerId[],
  name: string,
  at: Instant,
): Promise<void> {
  for (const ids of pieces(customerIds)) {
    await trx.deleteFrom('customer_address').where('customer_id', 'in', ids).execute()
    const rows = await trx.selectFrom('customer').select('search_rowid').where('id', 'in', ids).execute()
    for (const { search_rowid } of rows) {
      await trx.updateTable('search').set({ customer: '' }).where('rowid', '=', search_rowid).execute()
    }
    await trx
      .updateTable('customer')
      .set({ name, company: null, notes: '', erased_at: at })
      .where('id', 'in', ids)
      .execute()
  }
}

/** Ends what was still promised on these cases; returns the promises. */
export async function withdrawLivePromises(
  trx: Db,
  caseIds: readonly CaseId[],
  at: Instant,
): Promise<{ readonly id: string; readonly caseId: CaseId }[]> {
  const ended: { id: string; caseId: CaseId }[] = []
  for (const ids of pieces(caseIds)) {
    const rows = await trx
      .updateTable('promise')
      .set({ state: 'withdrawn', ended_at: at, end_note: null })
      .where('case_id', 'in', ids)
      .where('state', 'in', ['open', 'broken'])
      .returning(['id', 'case_id'])
      .execute()
    for (const row of rows) ended.push({ id: row.id, caseId: row.case_id })
  }
  return ended
}

export interface CaseToErase {
  readonly id: CaseId
  readonly customerId: CustomerId
  readonly closedAt: Instant | null
}

/** All cases of a customer that are not erased yet. */
export async function casesToErase(db: Db, customerId: CustomerId): Promise<CaseToErase[]> {
  const rows = await db
    .selectFrom('case')
    .select(['id', 'customer_id', 'closed_at'])
    .where('customer_id', '=', customerId)
    .where('erased_at', 'is', null)
    .execute()
  return rows.map((row) => ({ id: row.id, customerId: row.customer_id, closedAt: row.closed_at }))
}

/** Closed cases on which nothing has happened since `before`, and on which nothing is promised. */
export async function oldCases(db: Db, before: Instant): Promise<CaseToErase[]> {
  const rows = await db
    .selectFrom('case')
    .select(['id', 'customer_id', 'closed_at'])
    .where('state', 'in', ['done', 'set-aside'])
    .where('last_contact_at', '<', before)
    .where('erased_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('closed_at', 'last_contact_at'), '<', before))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('promise')
            .select('promise.id')
            .whereRef('promise.case_id', '=', 'case.id')
            .where('promise.state', 'in', ['open', 'broken']),
        ),
      ),
    )
    .execute()
  return rows.map((row) => ({ id: row.id, customerId: row.customer_id, closedAt: row.closed_at }))
}

/** Which of these customers have no case left that tells who they are, once `caseIds` are erased. */
export async function customersWithout(
  db: Db,
  customerIds: readonly CustomerId[],
  caseIds: ReadonlySet<CaseId>,
): Promise<CustomerId[]> {
  const left = new Set(customerIds)
  for (const ids of pieces([...left])) {
    const rows = await db
      .selectFrom('case')
      .select(['id', 'customer_id'])
      .where('customer_id', 'in', ids)
      .where('erased_at', 'is', null)
      .execute()
    for (const row of rows) if (!caseIds.has(row.id)) left.delete(row.customer_id)
  }
  return [...left]
}

/** Nothing of it may stay readable in a page that is free now. */
export async function tidyPages(db: Db): Promise<void> {
  await sql`VACUUM`.execute(db)
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
}

const count = ({ numDeletedRows }: { readonly numDeletedRows: bigint }): number => Number(numDeletedRows)

/** What erasing these cases would take out. */
export async function countToErase(db: Db, caseIds: readonly CaseId[]): Promise<ErasedCounts> {
  const counts = { cases: caseIds.length, contacts: 0, mails: 0, attachments: 0, events: 0 }
  for (const ids of pieces(caseIds)) {
    const contacts = db.selectFrom('contact').select('contact.id').where('case_id', 'in', ids)
    const of = async (table: 'mail' | 'attachment'): Promise<number> => {
      const query = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))
      return (await query.where('contact_id', 'in', contacts).executeTakeFirstOrThrow()).count
    }
    const inCases = async (table: 'contact' | 'event'): Promise<number> => {
      const query = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))
      return (await query.where('case_id', 'in', ids).executeTakeFirstOrThrow()).count
    }
    counts.contacts += await inCases('contact')
    counts.events += await inCases('event')
    counts.mails += await of('mail')
    counts.attachments += await of('attachment')
  }
  return counts
}

/** Whether a mail of these cases is being handed over at this moment. */
export async function isBeingSent(db: Db, caseIds: readonly CaseId[]): Promise<boolean> {
  for (const ids of pieces(caseIds)) {
    const row = await db
      .selectFrom('outbox')
      .select('id')
      .where('case_id', 'in', ids)
      .where('state', '=', 'sending')
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}

export interface KnownOfCustomer {
  readonly cases: readonly Readonly<Record<string, unknown>>[]
  readonly contacts: readonly (Readonly<Record<string, unknown>> & { readonly id: string; readonly case_id: string })[]
  readonly promises: readonly Readonly<Record<string, unknown>>[]
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

/** Everything that the database knows of a customer, as the report views word it. */
export async function everythingOf(db: Db, customerId: CustomerId): Promise<KnownOfCustomer> {
  const { rows: cases } = await sql<Record<string, unknown>>`
    SELECT * FROM report_cases WHERE customer_id = ${customerId} ORDER BY number`.execute(db)
  const { rows: contacts } = await sql<Record<string, unknown> & { id: string; case_id: string }>`
    SELECT * FROM report_contacts WHERE case_id IN (SELECT id FROM "case" WHERE customer_id = ${customerId})
    ORDER BY at`.execute(db)
  const { rows: promises } = await sql<Record<string, unknown>>`
    SELECT * FROM report_promises WHERE case_id IN (SELECT id FROM "case" WHERE customer_id = ${customerId})
    ORDER BY made_at`.execute(db)
  const { rows: events } = await sql<Record<string, unknown>>`
    SELECT event.at, event.kind, event.case_id, event.promise_id, event.data_json, staff.name AS staff_name
    FROM event LEFT JOIN staff ON staff.id = event.staff_id
    WHERE event.case_id IN (SELECT id FROM "case" WHERE customer_id = ${customerId}) ORDER BY event.at, event.id`.execute(
    db,
  )
  return { cases, contacts, promises, events }
}
