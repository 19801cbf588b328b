import { sql } from 'kysely'
import type { RawBuilder, Selectable } from 'kysely'
import { QUEUE_SECTIONS } from '../../shared/domain/case.ts'
import type { CaseId, QueueSection } from '../../shared/domain/case.ts'
import type { CaseFacts } from '../../shared/domain/queue-section.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { QueueFilter, QueueRow } from '../../shared/contract/queue.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

// The queue as range scans: each section has an index of its own that holds its order and the filters, and a page starts
// where the last one ended. What belongs in which section is the rule of domain/queue-section.ts; a test holds them together.

/** What the sections are cut at. */
export interface QueueBounds {
  readonly now: Instant
  /** The next local midnight of the business. */
  readonly endOfToday: Instant
}

/** Where a page ended. */
export interface QueuePosition {
  readonly section: QueueSection
  readonly sort: number
  readonly caseId: CaseId
}

type SortColumn = 'next_due_at' | 'awaiting_since' | 'last_contact_at'

interface Section {
  /** Named in the query: the planner would rather filter one big index than read the small one in its order. */
  readonly index: 'case_due' | 'case_first_answer' | 'case_answer' | 'case_state'
  readonly sort: SortColumn
  readonly direction: 'asc' | 'desc'
  /** Literals, not parameters, where a partial index is to be recognised. */
  readonly where: (bounds: QueueBounds) => RawBuilder<unknown>
}

const byState = (state: 'waiting' | 'done' | 'set-aside'): Section => ({
  index: 'case_state',
  sort: 'last_contact_at',
  direction: 'desc',
  where: () => sql`state = ${sql.lit(state)}`,
})

const SECTIONS: Readonly<Record<QueueSection, Section>> = {
  overdue: {
    index: 'case_due',
    sort: 'next_due_at',
    direction: 'asc',
    where: ({ now }) => sql`state = 'open' AND next_due_at IS NOT NULL AND next_due_at <= ${now}`,
  },
  'due-today': {
    index: 'case_due',
    sort: 'next_due_at',
    direction: 'asc',
    where: ({ now, endOfToday }) =>
      sql`state = 'open' AND next_due_at IS NOT NULL AND next_due_at > ${now} AND next_due_at <= ${endOfToday}`,
  },
  'first-answer': {
    index: 'case_first_answer',
    sort: 'awaiting_since',
    direction: 'asc',
    where: ({ endOfToday }) =>
      sql`state = 'open' AND first_answer_at IS NULL AND (next_due_at IS NULL OR next_due_at > ${endOfToday})`,
  },
  answer: {
    index: 'case_answer',
    sort: 'awaiting_since',
    direction: 'asc',
    where: () => sql`state = 'open' AND next_due_at IS NULL AND first_answer_at IS NOT NULL`,
  },
  later: {
    index: 'case_due',
    sort: 'next_due_at',
    direction: 'asc',
    where: ({ endOfToday }) =>
      sql`state = 'open' AND next_due_at IS NOT NULL AND next_due_at > ${endOfToday} AND first_answer_at IS NOT NULL`,
  },
  waiting: byState('waiting'),
  done: byState('done'),
  'set-aside': byState('set-aside'),
}

/** A row and where it stands, so that the next page can start after it. */
export interface QueueEntry {
  readonly row: QueueRow
  readonly position: QueuePosition
}

/** Up to `limit` rows of one section, in its order, after `after` (which must be of this section). */
export async function queueSectionPage(
  db: Db,
  name: QueueSection,
  bounds: QueueBounds,
  filter: QueueFilter,
  after: QueuePosition | null,
  limit: number,
): Promise<QueueEntry[]> {
  const { sort, direction } = SECTIONS[name]
  const [column, order] = [sql.ref(sort), sql.raw(direction)]
  const beyond = direction === 'asc' ? sql`>` : sql`<`
  const start = after === null ? sql`` : sql`AND (${column}, id) ${beyond} (${after.sort}, ${after.caseId})`
  // The inner query finds the ids in the index alone; the outer one reads only the rows that are shown.
  const page = sql<{ id: CaseId; sort: number }>`(SELECT id, ${column} AS sort ${members(name, bounds, filter)} ${start}
    ORDER BY ${column} ${order}, id ${order} LIMIT ${limit})`.as<'page'>('page')
  const found = await db
    .selectFrom(page)
    .innerJoin('case', 'case.id', 'page.id')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .select([...ROW_COLUMNS, 'customer.name as customer_name', 'page.sort'])
    .orderBy('page.sort', direction)
    .orderBy('page.id', direction)
    .execute()
  return found.map((row) => ({
    row: { ...toQueueRow(row), section: name },
    position: { section: name, sort: row.sort, caseId: row.id },
  }))
}

/** Rows of the queue whatever section they are in, in the order of `ids`, with what decides their section. */
export async function queueRowsByIds(
  db: Db,
  ids: readonly CaseId[],
): Promise<{ readonly row: Omit<QueueRow, 'section'>; readonly facts: CaseFacts }[]> {
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('case')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .select([...ROW_COLUMNS, 'case.first_answer_at', 'customer.name as customer_name'])
    .where('case.id', 'in', ids)
    .execute()
  const byId = new Map(
    found.map((row) => {
      const facts = { state: row.state, nextDueAt: row.next_due_at, firstAnswerAt: row.first_answer_at }
      return [row.id, { row: toQueueRow(row), facts }]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many cases each section holds. */
export async function countQueue(
  db: Db,
  bounds: QueueBounds,
  filter: QueueFilter,
): Promise<Readonly<Record<QueueSection, number>>> {
  const counts: Partial<Record<QueueSection, number>> = {}
  for (const name of QUEUE_SECTIONS) counts[name] = await countSection(db, name, bounds, filter)
  return counts as Record<QueueSection, number>
}

export async function countSection(
  db: Db,
  name: QueueSection,
  bounds: QueueBounds,
  filter: QueueFilter,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total ${members(name, bounds, filter)}`.execute(db)
  return rows[0]!.total
}

/** FROM and WHERE of one section under one filter. */
function members(name: QueueSection, bounds: QueueBounds, filter: QueueFilter): RawBuilder<unknown> {
  const { index, where } = SECTIONS[name]
  const narrowed = [
    where(bounds),
    ...(filter.ownerId === null ? [] : [sql`owner_id = ${filter.ownerId}`]),
    ...(filter.channel === null ? [] : [sql`channel = ${filter.channel}`]),
    ...(filter.kind === null ? [] : [sql`kind = ${filter.kind}`]),
  ]
  return sql`FROM "case" INDEXED BY ${sql.ref(index)} WHERE ${sql.join(narrowed, sql` AND `)}`
}

/** The columns of `case` that a row of the queue shows. */
const ROW_COLUMNS = [
  'case.id',
  'case.number',
  'case.state',
  'case.kind',
  'case.channel',
  'case.subject',
  'case.snippet',
  'case.owner_id',
  'case.last_contact_at',
  'case.next_due_at',
  'case.customer_unaware',
  'case.came_back',
] as const

type RowColumns =
  | 'id'
  | 'number'
  | 'state'
  | 'kind'
  | 'channel'
  | 'subject'
  | 'snippet'
  | 'owner_id'
  | 'last_contact_at'
  | 'next_due_at'
  | 'customer_unaware'
  | 'came_back'

function toQueueRow(
  row: Pick<Selectable<Tables['case']>, RowColumns> & { readonly customer_name: string },
): Omit<QueueRow, 'section'> {
  return {
    caseId: row.id,
    number: row.number,
    state: row.state,
    kind: row.kind,
    channel: row.channel,
    customerName: row.customer_name,
    subject: row.subject,
    snippet: row.snippet,
    ownerId: row.owner_id,
    lastContactAt: row.last_contact_at,
    dueAt: row.next_due_at,
    customerUnaware: row.customer_unaware === 1,
    cameBack: row.came_back,
  }
}
