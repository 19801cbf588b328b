import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Absence } from '../../shared/domain/absences.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { PromiseId } from '../../shared/domain/promise.ts'
import type { Instant, IsoDate } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Absences that last until `date` or longer, earliest first. */
export async function absencesFrom(db: Db, date: IsoDate): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .selectAll()
    .where('until_date', '>=', date)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map(toAbsence)
}

export async function absenceById(db: Db, id: string): Promise<Absence | null> {
  const row = await db.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toAbsence(row)
}

export async function insertAbsence(
  trx: Db,
  { id, staffId, from, until }: Absence,
  handovers: readonly PromiseId[],
  more: { readonly at: Instant; readonly by: StaffId | null },
): Promise<void> {
  const columns = { id, staff_id: staffId, from_date: from, until_date: until, set_at: more.at, set_by: more.by }
  await trx.insertInto('absence').values(columns).execute()
  for (const promiseId of handovers) {
    await trx.insertInto('absence_handover').values({ absence_id: id, promise_id: promiseId }).execute()
  }
}

/** It ends on `lastDay`; one that ends before it began never was, but what was handed over stays on record. */
export async function endAbsence(trx: Db, id: string, lastDay: IsoDate, at: Instant): Promise<void> {
  await trx.updateTable('absence').set({ until_date: lastDay, ended_at: at }).where('id', '=', id).execute()
}

export async function markAbsenceSeen(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('absence').set({ seen_at: at }).where('id', '=', id).where('seen_at', 'is', null).execute()
}

/** The last absence of this person that was over before `today`, did begin, and was not seen yet. */
export async function unseenAbsence(db: Db, staffId: StaffId, since: IsoDate, today: IsoDate): Promise<Absence | null> {
  const row = await db
    .selectFrom('absence')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('until_date', '>=', since)
    .where('until_date', '<', today)
    .whereRef('from_date', '<=', 'until_date')
    .where('seen_at', 'is', null)
    .orderBy('until_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toAbsence(row)
}

/** What was handed over for an absence, as it stands now, earliest due first. */
export async function handedOverFor(db: Db, absenceId: string) {
  return db
    .selectFrom('absence_handover')
    .innerJoin('promise', 'promise.id', 'absence_handover.promise_id')
    .innerJoin('customer', 'customer.id', 'promise.customer_id')
    .innerJoin('staff', 'staff.id', 'promise.owner_id')
    .select(['promise.id as promiseId', 'promise.case_id as caseId', 'customer.name as customerName', 'promise.text'])
    .select(['promise.due_at as dueAt', 'promise.state', 'staff.name as ownerName'])
    .where('absence_handover.absence_id', '=', absenceId)
    .orderBy(sql`promise.due_at`)
    .execute()
}

function toAbsence(row: Selectable<Tables['absence']>): Absence {
  return { id: row.id, staffId: row.staff_id, from: row.from_date, until: row.until_date }
}
