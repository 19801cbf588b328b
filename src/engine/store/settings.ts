import type { Business } from '../../shared/contract/business.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { OverviewSettings } from '../../shared/contract/overview.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import type { PromiseRules } from '../../shared/domain/promise-rules.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'

export interface KeptOverviewSettings extends OverviewSettings {
  /** Since when it is delivered by itself: no month before this one is. */
  readonly since: Month
  readonly delivered: Month | null
  readonly failure: Failure | null
}

export interface KeptBackupSettings {
  /** In the name of each of its backups, so that two shops can share a stick. Eight hex digits. */
  readonly shop: string
  readonly folder: string | null
  readonly sealed: boolean
  readonly madeAt: Instant | null
  /** When the second folder was last there; when it was chosen, until then. */
  readonly folderSeenAt: Instant | null
  readonly folderUsedAt: Instant | null
  readonly checkedAt: Instant | null
}

export interface KeptLock {
  readonly minutes: number | null
  /** By staff id; base64 of salt and scrypt hash. */
  readonly pins: Readonly<Record<string, { readonly salt: string; readonly hash: string }>>
}

/** What is kept under each key of `setting`. */
interface Settings {
  readonly business: Business
  /** Worked out of the business; see services/business.ts. */
  readonly calendar: { readonly madeOf: string; readonly calendar: BusinessCalendar }
  /** What the owner of the business set about promises. */
  readonly promiseRules: PromiseRules
  /** The monthly overview: what is in it, and where it goes by itself. */
  readonly overview: KeptOverviewSettings
  readonly backup: KeptBackupSettings
  readonly lock: KeptLock
  /** Closed cases are erased by themselves after so many months; null for never. */
  readonly retention: { readonly months: number | null; readonly doneAt: Instant | null }
  /** When a backup was put in place here: what it sends and answers by itself must allow for what has happened since. */
  readonly restored: { readonly at: Instant; readonly madeAt: Instant }
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
