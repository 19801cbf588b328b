import type { Failure } from '../../shared/contract/failure.ts'
import { CallFailed } from '../engine/hooks.ts'

/** What a command that failed says; null while it hasn't. A bug is not worded here but thrown on. */
export function failureOf(error: Error | null): Failure | null {
  if (error === null) return null
  if (error instanceof CallFailed) return error.failure
  throw error
}
