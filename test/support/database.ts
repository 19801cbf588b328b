import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/engine/store/database.ts'
import type { OpenDatabase } from '../../src/engine/store/database.ts'
import type { Failure } from '../../src/shared/contract/failure.ts'
import type { Result } from '../../src/shared/domain/result.ts'

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'belofte-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real database in a folder of its own. */
export async function openTestDatabase(folder = temporaryFolder()): Promise<OpenDatabase> {
  const opened = expectOk(await openDatabase(folder))
  onTestFinished(() => opened.db.destroy())
  return opened
}

export function expectOk<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(`expected success, but it failed: ${JSON.stringify(result.error)}`)
}

export function expectFailure(result: Result<unknown, Failure>): Failure {
  if (!result.ok) return result.error
  throw new Error(`expected a failure, but it succeeded: ${JSON.stringify(result.value)}`)
}
