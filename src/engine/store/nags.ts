import { sql } from 'kysely'
import type { NagAlert } from '../../shared/contract/nags.ts'
import type { Nag, NagHistory } from '../../shared/domain/nagging.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { CustomerPromise, PromiseId } from '../../shared/domain/promise.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'
import { promiseColumns, toCustomerPromise } from './promises.ts'

/** A live promise with what happened on its ladder so far. */
export interface NaggingItem {
  readonly promise: CustomerPromise
  readonly history: NagHistory
}

/** All live promises that fall due before `horizon`, earliest first. */
export async function naggingItems(db: Db, horizon: Instant): Promise<NaggingItem[]> {
  const rows = await db
    .selectFrom('promise')
    .select(promiseColumns)
    .select([
      sql<number | null>`(SELECT max(step) FROM nag WHERE nag.promise_id = promise.id)`.as('last_step'),
      sql<number | null>`(SELECT due_at FROM nag WHERE nag.promise_id = promise.id ORDER BY step DESC LIMIT 1)`.as(
        'last_at',
      ),
      sql<
        number | null
      >`(SELECT until FROM nag_snooze WHERE nag_snooze.promise_id = promise.id ORDER BY at DESC, id DESC LIMIT 1)`.as(
        'snoozed_until',
      ),
    ])
    .where(sql<boolean>`promise.state IN ('open', 'broken')`)
    .where('due_at', '<', horizon)
    .orderBy('due_at')
    .execute()
  return rows.map((row) => ({
    promise: toCustomerPromise(row),
    history: {
      last: row.last_step === null ? null : { step: row.last_step, at: row.last_at! },
      snoozedUntil: row.snoozed_until,
    },
  }))
}

export interface NewNag {
  readonly id: string
  readonly promiseId: PromiseId
  readonly nag: Nag
}

/** Rows in one statement. */
const CHUNK = 100

/** Records steps before anybody sees them. Returns those that nobody recorded before: the others are not shown again. */
export async function recordNags(trx: Db, nags: readonly NewNag[], now: Instant): Promise<NagAlert[]> {
  const recorded: NagAlert[] = []
  for (let at = 0; at < nags.length; at += CHUNK) {
    const rows = nags.slice(at, at + CHUNK).map(
      ({ id, promiseId, nag }) =>
        ({
          id,
          promise_id: promiseId,
          step: nag.step,
          tone: nag.tone,
          everyone: nag.everyone ? 1 : 0,
          due_at: nag.at,
          recorded_at: now,
          shown_at: null,
        }) as const,
    )
    const fresh = await trx
      .insertInto('nag')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['promise_id', 'step']).doNothing())
      .returning('id')
      .execute()
    if (fresh.length === 0) continue
    const found = await alerts(trx)
      .where(
        'nag.id',
        'in',
        fresh.map(({ id }) => id),
      )
      .orderBy('promise.due_at')
      .execute()
    recorded.push(...found.map(toAlert))
  }
  return recorded
}

/** Nags of live promises that nobody has seen yet, earliest due promise first; of each promise the last one only. */
export async function unshownNags(db: Db): Promise<NagAlert[]> {
  return alerts(db)
    .where('nag.shown_at', 'is', null)
    .where(sql<boolean>`promise.state IN ('open', 'broken')`)
    .where(sql<boolean>`nag.step = (SELECT max(step) FROM nag AS later WHERE later.promise_id = nag.promise_id)`)
    .orderBy('promise.due_at')
    .execute()
    .then((rows) => rows.map(toAlert))
}

export async function nagById(db: Db, id: string): Promise<NagAlert | null> {
  const row = await alerts(db).where('nag.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toAlert(row)
}

/** False when there is no such nag, or it was shown before. */
export async function markNagShown(db: Db, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('nag')
    .set({ shown_at: now })
    .where('id', '=', id)
    .where('shown_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertSnooze(
  trx: Db,
  snooze: { id: string; promiseId: PromiseId; at: Instant; until: Instant; staffId: StaffId | null },
): Promise<void> {
  const { id, promiseId, at, until, staffId } = snooze
  await trx.insertInto('nag_snooze').values({ id, promise_id: promiseId, at, until, staff_id: staffId }).execute()
}

/** How often a promise was snoozed before `moment`. */
export async function countSnoozes(db: Db, promiseId: PromiseId, moment: Instant): Promise<number> {
  const { total } = await db
    .selectFrom('nag_snooze')
    .select(sql<number>`count(*)`.as('total'))
    .where('promise_id', '=', promiseId)
    .where('at', '<', moment)
    .executeTakeFirstOrThrow()
  return total
}

function alerts(db: Db) {
  return db
    .selectFrom('nag')
    .innerJoin('promise', 'promise.id', 'nag.promise_id')
    .innerJoin('customer', 'customer.id', 'promise.customer_id')
    .innerJoin('staff', 'staff.id', 'promise.owner_id')
    .select(['nag.id', 'nag.promise_id', 'nag.step', 'nag.tone', 'nag.everyone', 'promise.case_id', 'promise.text'])
    .select([
      'promise.due_at',
      'customer.name as customer_name',
      'staff.name as owner_name',
      lastHandover().as('handover'),
    ])
}

/** Who handed the promise over to its owner, and what they wrote with it. */
function lastHandover() {
  return sql<string | null>`(SELECT data_json FROM event
    WHERE event.case_id = promise.case_id AND event.promise_id = promise.id AND event.kind = 'promise-handed-over'
    ORDER BY event.at DESC, event.id DESC LIMIT 1)`
}

/** Null when nobody handed it over. */
export async function handoverOf(db: Db, promiseId: PromiseId): Promise<NagAlert['handover']> {
  const row = await db
    .selectFrom('promise')
    .select(lastHandover().as('handover'))
    .where('promise.id', '=', promiseId)
    .executeTakeFirst()
  return toHandover(row?.handover ?? null)
}

function toHandover(json: string | null): NagAlert['handover'] {
  if (json === null) return null
  const { fromName, note } = JSON.parse(json) as { readonly fromName?: string; readonly note?: string | null }
  return { fromName: fromName ?? '', note: note ?? '' }
}

function toAlert(row: Awaited<ReturnType<ReturnType<typeof alerts>['executeTakeFirstOrThrow']>>): NagAlert {
  return {
    nagId: row.id,
    promiseId: row.promise_id,
    caseId: row.case_id,
    step: row.step,
    tone: row.tone,
    customerName: row.customer_name,
    promiseText: row.text,
    ownerName: row.owner_name,
    dueAt: row.due_at,
    handover: toHandover(row.handover),
    everyone: row.everyone === 1,
  }
}
