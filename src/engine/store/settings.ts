import type { Business } from '../../shared/contract/business.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import type { Db } from './database.ts'

/** What is kept under each key of `setting`. */
interface Settings {
  readonly business: Business
  /** Worked out of the business; see services/business.ts. */
  readonly calendar: { readonly madeOf: string; readonly calendar: BusinessCalendar }
  /** This is a practice business, made from this seed: never a real one. */
  readonly practice: { readonly seed: number }
}

/** Null until it was written once. */
export async function readSetting<K extends keyof Settings>(db: Db, key: K): Promise<Settings[K] | null> {
  const row = await db.selectFrom('setting').select('value_json').where('key', '=', key).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.value_json) as Settings[K])
}

export async function writeSetting<K extends keyof Settings>(db: Db, key: K, value: Settings[K]): Promise<void> {
  const value_json = JSON.stringify(value)
  await db
    .insertInto('setting')
    .values({ key, value_json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value_json }))
    .execute()
}
