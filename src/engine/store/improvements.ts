import type { CaseId } from '../../shared/domain/case.ts'
import type { ImprovementStatus } from '../../shared/domain/improvement.ts'
import type { StaffId } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'

export interface Improvement {
  readonly id: string
  readonly title: string
  readonly status: ImprovementStatus
  readonly result: string
  readonly createdAt: Instant
  readonly doneAt: Instant | null
}

export interface ImprovementNotice {
  readonly id: string
  readonly improvementId: string
  readonly caseId: CaseId
  readonly caseNumber: number
  readonly customerName: string
  readonly staffName: string | null
  readonly text: string
  readonly at: Instant
}

export async function insertImprovement(trx: Db, improvement: Improvement): Promise<void> {
  const { id, title, status, result, createdAt, doneAt } = improvement
  await trx
    .insertInto('improvement')
    .values({ id, title, status, result, created_at: createdAt, done_at: doneAt })
    .execute()
}

export async function insertNotice(
  trx: Db,
  notice: {
    readonly id: string
    readonly improvementId: string
    readonly caseId: CaseId
    readonly staffId: StaffId | null
    readonly text: string
    readonly at: Instant
  },
): Promise<void> {
  const { id, improvementId, caseId, staffId, text, at } = notice
  await trx
    .insertInto('improvement_notice')
    .values({ id, improvement_id: improvementId, case_id: caseId, staff_id: staffId, text, at })
    .execute()
}

export async function hasNotice(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('improvement_notice').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function improvementById(db: Db, id: string): Promise<Improvement | null> {
  return (await improvements(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function saveImprovement(trx: Db, improvement: Omit<Improvement, 'createdAt'>): Promise<void> {
  const { id, title, status, result, doneAt } = improvement
  await trx.updateTable('improvement').set({ title, status, result, done_at: doneAt }).where('id', '=', id).execute()
}

/** The notices of one go to the other, and the first is gone. */
export async function mergeImprovements(trx: Db, id: string, into: string): Promise<void> {
  await trx.updateTable('improvement_notice').set({ improvement_id: into }).where('improvement_id', '=', id).execute()
  await trx.deleteFrom('improvement').where('id', '=', id).execute()
}

/** Noticed before `until`, and not done before `from`: what a month shows. Oldest first. */
export async function improvementsBetween(db: Db, from: Instant, until: Instant): Promise<Improvement[]> {
  return improvements(db)
    .where('created_at', '<', until)
    .where((on) => on.or([on('done_at', 'is', null), on('done_at', '>=', from)]))
    .orderBy('created_at')
    .execute()
}

/** Those that can still be added to, newest first. */
export async function openImprovements(db: Db): Promise<Improvement[]> {
  return improvements(db).where('status', '!=', 'done').orderBy('created_at', 'desc').execute()
}

/** Everything noticed before `until`, oldest first. */
export async function noticesOf(db: Db, ids: readonly string[], until: Instant): Promise<ImprovementNotice[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('improvement_notice as notice')
    .innerJoin('case', 'case.id', 'notice.case_id')
    .innerJoin('customer', 'customer.id', 'case.customer_id')
    .leftJoin('staff', 'staff.id', 'notice.staff_id')
    .select(['notice.id', 'notice.improvement_id as improvementId', 'notice.case_id as caseId', 'notice.text'])
    .select(['case.number as caseNumber', 'customer.name as customerName', 'staff.name as staffName', 'notice.at'])
    .where('notice.improvement_id', 'in', ids)
    .where('notice.at', '<', until)
    .orderBy('notice.at')
    .execute()
}

function improvements(db: Db) {
  return db
    .selectFrom('improvement')
    .select(['id', 'title', 'status', 'result', 'created_at as createdAt', 'done_at as doneAt'])
}
