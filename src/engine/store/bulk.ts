import { CompiledQuery } from 'kysely'
import type { Insertable } from 'kysely'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Rows in one statement; what is left goes one by one, so that only two texts a table are ever compiled and prepared. */
const CHUNK = 16
const texts = new Map<string, string>()

/**
 * Inserts many rows of one shape: all have the keys of the first. Kysely would compile the statement anew for every number of
 * rows, which costs more than SQLite needs to run it. Returns the rowid of the last one, where the table has rowids.
 */
export async function insertRows<T extends keyof Tables & string>(
  trx: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  conflict: '' | 'ON CONFLICT DO NOTHING' = '',
): Promise<number | null> {
  const [first] = rows
  if (first === undefined) return null
  const columns = Object.keys(first) as (keyof Insertable<Tables[T]> & string)[]
  let last: bigint | undefined
  for (let at = 0; at < rows.length;) {
    const count = rows.length - at >= CHUNK ? CHUNK : 1
    const values = rows.slice(at, at + count).flatMap((row) => columns.map((column) => row[column]))
    const { insertId } = await trx.executeQuery(CompiledQuery.raw(insertText(table, columns, count, conflict), values))
    last = insertId
    at += count
  }
  return last === undefined ? null : Number(last)
}

function insertText(table: string, columns: readonly string[], count: number, conflict: string): string {
  const key = `${table} ${count} ${columns.join()} ${conflict}`
  let text = texts.get(key)
  if (text === undefined) {
    const row = `(${columns.map(() => '?').join(', ')})`
    const names = columns.map((column) => `"${column}"`).join(', ')
    text = `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: count }, () => row).join(', ')} ${conflict}`
    texts.set(key, text)
  }
  return text
}
