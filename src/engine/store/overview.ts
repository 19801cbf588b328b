import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import type { CaseId, CaseKind, CaseState, Channel } from '../../shared/domain/case.ts'
import type { Turn } from '../../shared/domain/case-progress.ts'
import type { ContactId, ContactKind } from '../../shared/domain/contact.ts'
import type { OverviewCase, OverviewPromise } from '../../shared/domain/overview-facts.ts'
import type { MonthSpan } from '../../shared/domain/overview-month.ts'
import type { CustomerId, StaffId } from '../../shared/domain/people.ts'
import type { PromiseState } from '../../shared/domain/promise.ts'
import { DAY } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

// The rows of one month, and nothing else: each query starts in an index on time, so that years before it cost nothing.

/** As much of a contact as the chaser rule needs. */
const TEXT_READ = 400
/** SQLite's limit on blanks in one statement is far above this. */
const CHUNK = 500
/** A compliment or an order within this many days after a complaint came counts as made good. */
const MADE_GOOD_DAYS = 60

/** Cases that came in this month and were not set aside, oldest first. */
export async function casesOpenedIn(db: Db, { from, until }: MonthSpan): Promise<OverviewCase[]> {
  return db
    .selectFrom('case')
    .select(['id as caseId', 'customer_id as customerId', 'owner_id as ownerId', 'kind', 'channel'])
    .select(['opened_at as openedAt', 'first_answer_at as firstAnswerAt', 'closed_at as closedAt'])
    .select(
      sql<Instant | null>`CASE WHEN kind = 'complaint' THEN (SELECT min(later.opened_at) FROM "case" AS later
        WHERE later.customer_id = "case".customer_id AND later.opened_at > "case".opened_at
        AND later.opened_at <= "case".opened_at + ${MADE_GOOD_DAYS * DAY}
        AND later.kind IN ('compliment', 'order') AND later.state <> 'set-aside') END`.as('madeGoodAt'),
    )
    .where('opened_at', '>=', from)
    .where('opened_at', '<', until)
    .where('state', '!=', 'set-aside')
    .orderBy('opened_at')
    .execute()
}

/** Promises that fell due this month, earliest first. */
export async function promisesDueIn(db: Db, { from, until }: MonthSpan): Promise<OverviewPromise[]> {
  return db
    .selectFrom('promise')
    .select(['id as promiseId', 'case_id as caseId', 'customer_id as customerId', 'owner_id as ownerId', 'origin'])
    .select(['due_at as dueAt', 'state', 'broken_at as brokenAt', 'ended_at as endedAt', 'end_note as endNote'])
    .where('due_at', '>=', from)
    .where('due_at', '<', until)
    .orderBy('due_at')
    .execute()
}

/** Live and past cases of which the whole history decides something about this month. */
export interface HistoryRow {
  readonly caseId: CaseId
  readonly customerId: CustomerId
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly reopenedAt: Instant | null
}

/** Cases in which a customer came back at least once, and that were touched since this month began. */
export async function casesCameBack(db: Db, { from, until }: MonthSpan): Promise<HistoryRow[]> {
  return historyRows(db)
    .where('came_back', '>', 0)
    .where('last_contact_at', '>=', from)
    .where('opened_at', '<', until)
    .where('state', '!=', 'set-aside')
    .execute()
}

/** Every case on which something may have been owed at `until`. What was touched after it has to be looked at in full. */
export async function casesMaybeOpenAt(db: Db, until: Instant): Promise<HistoryRow[]> {
  const crossing = (on: ExpressionBuilder<Tables, 'case'>) =>
    on.and([
      on('opened_at', '<', until),
      on('state', '!=', 'set-aside'),
      on.or([on('closed_at', 'is', null), on('closed_at', '>=', until)]),
      on.or([on('last_contact_at', '>=', until), on('closed_at', '>=', until)]),
    ])
  const short = await historyRows(db)
    .where('opened_at', '>=', until - SHORT_CASE)
    .where(crossing)
    .execute()
  // Written as in the index case_long, so that SQLite uses it.
  const long = await historyRows(db)
    .where(sql<boolean>`max(ifnull(closed_at, 0), last_contact_at) > opened_at + 259200000`)
    .where(crossing)
    .execute()
  const stillOpen = await historyRows(db).where('state', '=', 'open').where('opened_at', '<', until).execute()
  const byPromise = await historyRows(db)
    .where('id', 'in', (on) =>
      on
        .selectFrom('promise')
        .select('case_id')
        .where('made_at', '<', until)
        .where('due_at', '>=', until - LONGEST_PROMISE)
        .where((or) => or.or([or('ended_at', 'is', null), or('ended_at', '>=', until)])),
    )
    .where('state', '!=', 'set-aside')
    .execute()
  return [...new Map([...short, ...long, ...stillOpen, ...byPromise].map((row) => [row.caseId, row])).values()]
}

/** As in the index case_long. */
const SHORT_CASE = 3 * DAY
/** A promise that is older than this when it ends was live in between, but its case was open then all the same. */
const LONGEST_PROMISE = 400 * DAY

function historyRows(db: Db) {
  return db
    .selectFrom('case')
    .select(['id as caseId', 'customer_id as customerId', 'opened_at as openedAt', 'closed_at as closedAt'])
    .select('reopened_at as reopenedAt')
}

export interface HistoryTurn extends Turn {
  readonly contactId: ContactId
  readonly caseId: CaseId
}

/** The contacts of these cases, oldest first. */
export async function turnsOf(db: Db, caseIds: readonly CaseId[]): Promise<HistoryTurn[]> {
  return inChunks(caseIds, async (ids) => {
    const rows = await db
      .selectFrom('contact')
      .leftJoin('outbox', 'outbox.contact_id', 'contact.id')
      .select(['contact.id', 'contact.case_id', 'contact.kind', 'contact.at', 'contact.recorded_at'])
      .select(['contact.automatic', 'contact.outcome', 'outbox.state'])
      .select(sql<string>`substr(contact.text, 1, ${TEXT_READ})`.as('text'))
      .where('contact.case_id', 'in', ids)
      .orderBy('contact.at')
      .orderBy('contact.id')
      .execute()
    return rows.map(({ id, case_id, kind, at, recorded_at, automatic, outcome, state, text }) => ({
      contactId: id,
      caseId: case_id,
      kind,
      at,
      recordedAt: recorded_at,
      automatic: automatic === 1,
      outcome,
      undone: state === 'withdrawn' || state === 'failed',
      text,
    }))
  })
}

export interface HistoryPromise {
  readonly caseId: CaseId
  readonly state: PromiseState
  readonly madeAt: Instant
  readonly dueAt: Instant
  readonly endedAt: Instant | null
}

export async function promiseFactsOf(db: Db, caseIds: readonly CaseId[]): Promise<HistoryPromise[]> {
  return inChunks(caseIds, (ids) =>
    db
      .selectFrom('promise')
      .select(['case_id as caseId', 'state', 'made_at as madeAt', 'due_at as dueAt', 'ended_at as endedAt'])
      .where('case_id', 'in', ids)
      .execute(),
  )
}

/** Kept in time, and kept or broken together, of the promises that fell due in each span. Answered from an index alone. */
export async function keptOfSpans(
  db: Db,
  spans: readonly MonthSpan[],
  now: Instant,
): Promise<{ month: string; kept: number; judged: number }[]> {
  const counts = []
  for (const { month, from, until } of spans) {
    const { kept, broke } = await db
      .selectFrom('promise')
      .select(sql<number>`count(*) FILTER (WHERE state = 'kept')`.as('kept'))
      .select(
        sql<number>`count(*) FILTER (WHERE broken_at IS NOT NULL OR (state = 'open' AND due_at <= ${now}))`.as('broke'),
      )
      .where('due_at', '>=', from)
      .where('due_at', '<', until)
      .executeTakeFirstOrThrow()
    counts.push({ month, kept, judged: kept + broke })
  }
  return counts
}

/** When the first question came; null when there is none yet. */
export async function firstOpenedAt(db: Db): Promise<Instant | null> {
  const { first } = await db
    .selectFrom('case')
    .select(sql<Instant | null>`min(opened_at)`.as('first'))
    .executeTakeFirstOrThrow()
  return first
}

/** A case as a list or a spreadsheet shows it. */
export interface ListedCase {
  readonly caseId: CaseId
  readonly number: number
  readonly subject: string
  readonly customerName: string
  readonly ownerName: string | null
  readonly kind: CaseKind
  readonly channel: Channel
  readonly state: CaseState
  readonly openedAt: Instant
  readonly firstAnswerAt: Instant | null
  readonly closedAt: Instant | null
  readonly cameBack: number
}

export async function listCases(db: Db, caseIds: readonly CaseId[]): Promise<ListedCase[]> {
  return inChunks([...new Set(caseIds)], (ids) =>
    db
      .selectFrom('case')
      .innerJoin('customer', 'customer.id', 'case.customer_id')
      .leftJoin('staff', 'staff.id', 'case.owner_id')
      .select(['case.id as caseId', 'case.number', 'case.subject', 'customer.name as customerName'])
      .select(['staff.name as ownerName', 'case.kind', 'case.channel', 'case.state', 'case.opened_at as openedAt'])
      .select(['case.first_answer_at as firstAnswerAt', 'case.closed_at as closedAt', 'case.came_back as cameBack'])
      .where('case.id', 'in', ids)
      .execute(),
  )
}

/** A promise as a spreadsheet shows it. */
export interface ListedPromise {
  readonly promiseId: string
  readonly number: number
  readonly customerName: string
  readonly ownerName: string
  readonly ownerId: StaffId
  readonly text: string
  readonly madeAt: Instant
}

export async function listPromises(db: Db, { from, until }: MonthSpan): Promise<ListedPromise[]> {
  return db
    .selectFrom('promise')
    .innerJoin('case', 'case.id', 'promise.case_id')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .innerJoin('staff', 'staff.id', 'promise.owner_id')
    .select(['promise.id as promiseId', 'case.number', 'customer.name as customerName', 'staff.name as ownerName'])
    .select(['promise.owner_id as ownerId', 'promise.text', 'promise.made_at as madeAt'])
    .where('promise.due_at', '>=', from)
    .where('promise.due_at', '<', until)
    .execute()
}

/** A contact as a spreadsheet shows it: what was said stays in Belofte. */
export interface ListedContact {
  readonly at: Instant
  readonly number: number
  readonly customerName: string
  readonly kind: ContactKind
  readonly staffName: string | null
  readonly automatic: boolean
}

/** Contacts of this month on the cases of this month, oldest first; those on set-aside mail are left out. */
export async function listContacts(db: Db, { from, until }: MonthSpan): Promise<ListedContact[]> {
  const rows = await db
    .selectFrom('case')
    .innerJoin('contact', 'contact.case_id', 'case.id')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .leftJoin('staff', 'staff.id', 'contact.staff_id')
    .select(['contact.at', 'case.number', 'customer.name as customerName', 'contact.kind'])
    .select(['staff.name as staffName', 'contact.automatic'])
    .where('case.opened_at', '<', until)
    .where('case.last_contact_at', '>=', from)
    .where('case.state', '!=', 'set-aside')
    .where('contact.at', '>=', from)
    .where('contact.at', '<', until)
    .orderBy('contact.at')
    .execute()
  return rows.map(({ automatic, ...row }) => ({ ...row, automatic: automatic === 1 }))
}

async function inChunks<K, T>(keys: readonly K[], read: (some: readonly K[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let at = 0; at < keys.length; at += CHUNK) found.push(...(await read(keys.slice(at, at + CHUNK))))
  return found
}
