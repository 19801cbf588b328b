import type { Selectable } from 'kysely'
import type { StaffView } from '../../shared/contract/business.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Everyone, also who left: their names stand on old work. In the order in which they came. */
export async function listStaff(db: Db): Promise<StaffView[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(toStaff)
}

export async function staffById(db: Db, id: StaffId): Promise<StaffView | null> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toStaff(row)
}

export async function saveStaff(db: Db, staff: StaffView, now: Instant): Promise<void> {
  const { id, name, colour, email, signature } = staff
  const columns = { name, colour, email, signature, active: staff.active ? 1 : 0 } as const
  await db
    .insertInto('staff')
    .values({ id, ...columns, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

function toStaff(row: Selectable<Tables['staff']>): StaffView {
  const { id, name, email, signature } = row
  return { id, name, colour: row.colour as StaffView['colour'], email, signature, active: row.active === 1 }
}
