import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

/** quick: is every page in its place. full: and does every index say what its table says. */
export type CheckDepth = 'quick' | 'full'

/** What SQLite finds wrong with a database; empty when it is sound. Throws when the file can't be opened at all. */
export function checkHere(file: string, depth: CheckDepth): string[] {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const rows = sqlite.pragma(depth === 'full' ? 'integrity_check(5)' : 'quick_check(5)') as Record<string, string>[]
    return rows.flatMap((row) => Object.values(row)).filter((said) => said !== 'ok')
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)) return [error.code]
    throw error
  } finally {
    sqlite.close()
  }
}

export interface CheckAnswer {
  readonly wrong: string[]
}

/** The same in a thread of its own, since a year of mail takes seconds. Where there can be no thread: here. */
export function checkAside(file: string, depth: CheckDepth): Promise<string[]> {
  const place = ['./check-worker.ts', './database-check.js', '../database-check.js']
    .map((name) => new URL(name, import.meta.url))
    .find((one) => existsSync(one))
  if (place === undefined) return Promise.resolve(checkHere(file, depth))
  return new Promise((resolve, reject) => {
    const worker = new Worker(place, { workerData: { file, depth } })
    worker.once('message', ({ wrong }: CheckAnswer) => resolve(wrong))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the check ended without an answer')))
  })
}
