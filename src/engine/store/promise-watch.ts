import { sql } from 'kysely'
import type { CustomerPromise } from '../../shared/domain/promise.ts'
import type { RiskFacts } from '../../shared/domain/at-risk.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { isUntold } from './case-standing.ts'
import type { Db } from './database.ts'
import { promiseColumns, timesMoved, toCustomerPromise } from './promises.ts'

/** A live promise with the names that belong to it. */
export interface LivePromise extends CustomerPromise {
  readonly ownerName: string
  readonly customerName: string
}

/** All of them, earliest due first. */
export async function livePromises(db: Db): Promise<LivePromise[]> {
  const rows = await live(db).execute()
  return rows.map(toLivePromise)
}

export interface WatchedPromise {
  readonly promise: LivePromise
  readonly facts: RiskFacts
}

/** Open promises due after `now` and before `horizon` with what may endanger them, earliest due first. */
export async function watchedPromises(db: Db, now: Instant, horizon: Instant): Promise<WatchedPromise[]> {
  const rows = await live(db)
    .leftJoin('outbox', 'outbox.contact_id', 'promise.contact_id')
    .select([isUntold().as('untold'), timesMoved().as('moved'), touchedAt().as('touched_at')])
    .where('promise.due_at', '>', now)
    .where('promise.due_at', '<', horizon)
    .execute()
  return rows.map((row) => ({
    promise: toLivePromise(row),
    facts: { undelivered: row.untold === 1, touchedAt: row.touched_at, moved: row.moved },
  }))
}

/** When one of us last did something on the case since the promise was made: answered, called, wrote a note. */
function touchedAt() {
  return sql<number | null>`(SELECT max(recorded_at) FROM contact
    WHERE contact.case_id = promise.case_id AND contact.kind IN ('mail-out', 'call-out', 'note')
      AND contact.automatic = 0 AND contact.recorded_at > promise.made_at)`
}

function live(db: Db) {
  return db
    .selectFrom('promise')
    .innerJoin('staff', 'staff.id', 'promise.owner_id')
    .innerJoin('customer', 'customer.id', 'promise.customer_id')
    .select(promiseColumns)
    .select(['staff.name as owner_name', 'customer.name as customer_name'])
    .where(sql<boolean>`promise.state IN ('open', 'broken')`)
    .orderBy('promise.due_at')
}

function toLivePromise(row: Awaited<ReturnType<ReturnType<typeof live>['executeTakeFirstOrThrow']>>): LivePromise {
  return { ...toCustomerPromise(row), ownerName: row.owner_name, customerName: row.customer_name }
}
