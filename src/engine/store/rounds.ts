import type { Round } from '../../shared/domain/rounds.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'

/** Records a round before anybody sees it. False when it was recorded before. */
export async function recordRound(
  trx: Db,
  { kind, at }: Round,
  more: { readonly id: string; readonly promises: number; readonly now: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('round')
    .values({ id: more.id, kind, at, promises: more.promises, recorded_at: more.now, shown_at: null })
    .onConflict((conflict) => conflict.columns(['kind', 'at']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The id of this round, as long as nobody saw it. */
export async function unshownRound(db: Db, { kind, at }: Round): Promise<string | null> {
  const row = await db
    .selectFrom('round')
    .select('id')
    .where('kind', '=', kind)
    .where('at', '=', at)
    .where('shown_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function markRoundShown(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('round').set({ shown_at: now }).where('id', '=', id).where('shown_at', 'is', null).execute()
}
