import type { Failure } from '../../shared/contract/failure.ts'
import { fail } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context } from '../context.ts'
import type { Db } from '../store/database.ts'

/** Carries an expected failure out of a transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** Runs `work` in one transaction: all of it stays when it succeeds, nothing when it fails or throws. */
export async function commit<T>(
  { db }: Pick<Context, 'db'>,
  work: (trx: Db) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  try {
    return await db.transaction().execute(async (trx) => {
      const result = await work(trx)
      if (!result.ok) throw new Refused(result.error)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure)
    throw error
  }
}
