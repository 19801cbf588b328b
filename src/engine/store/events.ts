import { sql } from 'kysely'
import type { EventKind, EventView } from '../../shared/contract/business.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { PromiseId } from '../../shared/domain/promise.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { newId } from '../ids.ts'
import { insertRows } from './bulk.ts'
import type { Db } from './database.ts'

/** A line of the history. Words rather than ids in `data`: it must still make sense when what it tells of is gone. */
export interface NewEvent {
  readonly at: Instant
  /** Null when the program did it by itself. */
  readonly staffId: StaffId | null
  readonly kind: EventKind
  readonly caseId: CaseId | null
  readonly promiseId: PromiseId | null
  readonly data: EventView['data']
}

export async function insertEvents(trx: Db, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ at, staffId, kind, caseId, promiseId, data }) => ({
    id: newId(),
    at,
    staff_id: staffId,
    kind,
    case_id: caseId,
    promise_id: promiseId,
    data_json: JSON.stringify(data),
  }))
  await insertRows(trx, 'event', rows)
}

/** The newest events of a case, newest first, those before `before` only. */
export async function caseEvents(db: Db, caseId: CaseId, before: Instant | null, limit: number): Promise<EventView[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('staff', 'staff.id', 'event.staff_id')
    .select(['event.id', 'event.at', 'event.kind', 'event.promise_id', 'event.data_json', 'staff.name as staff_name'])
    .where('event.case_id', '=', caseId)
    .$if(before !== null, (query) => query.where('event.at', '<', before!))
    .orderBy('event.at', 'desc')
    .orderBy(sql`event.id`, 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    staffName: row.staff_name,
    kind: row.kind,
    promiseId: row.promise_id,
    data: JSON.parse(row.data_json) as EventView['data'],
  }))
}
