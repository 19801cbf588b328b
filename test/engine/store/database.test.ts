import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../src/engine/store/database.ts'
import { migrations } from '../../../src/engine/store/migrations/index.ts'
import { expectFailure, openTestDatabase, temporaryFolder } from '../../support/context.ts'

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('the database', () => {
  it('is made with the schema that was shipped', async () => {
    const { db } = await openTestDatabase()
    const { rows } = await sql<{ sql: string }>`
      SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
      ORDER BY type, name`.execute(db)
    await expect(rows.map((row) => row.sql).join(';\n\n')).toMatchFileSnapshot('schema.snapshot.sql')
  })

  it('knows its version, survives a power cut after a commit, and keeps its references', async () => {
    const { sqlite } = await openTestDatabase()
    expect(sqlite.pragma('user_version', { simple: true })).toBe(Object.keys(migrations).length)
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('opens a second time without changing anything', async () => {
    const folder = temporaryFolder()
    const first = await openTestDatabase(folder)
    await first.db.insertInto('setting').values({ key: 'kept', value_json: '1' }).execute()
    await first.db.destroy()
    const again = await openTestDatabase(folder)
    expect(await again.db.selectFrom('setting').select('key').execute()).toEqual([{ key: 'kept' }])
  })

  it('refuses a database of a newer version and leaves it as it is', async () => {
    const folder = temporaryFolder()
    const { db, sqlite } = await openTestDatabase(folder)
    sqlite.pragma(`user_version = ${Object.keys(migrations).length + 1}`)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    await db.destroy()
    const file = join(folder, DATABASE_FILE)
    const before = hashOf(file)
    expect(expectFailure(await openDatabase(folder)).code).toBe('database-newer')
    expect(hashOf(file)).toBe(before)
  })

  it('says so when the file is no database', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, DATABASE_FILE), 'this is a shopping list, not a database '.repeat(200))
    expect(expectFailure(await openDatabase(folder)).code).toBe('database-damaged')
  })

  it('says so when another program holds it', async () => {
    const folder = temporaryFolder()
    const other = new Sqlite(join(folder, DATABASE_FILE))
    other.exec('BEGIN EXCLUSIVE')
    try {
      expect(expectFailure(await openDatabase(folder, 50)).code).toBe('database-busy')
    } finally {
      other.close()
    }
  })

  it('says so when the folder is not there', async () => {
    expect(expectFailure(await openDatabase(join(temporaryFolder(), 'nowhere'))).code).toBe('profile-not-writable')
  })

  it('never forgets or rewrites history', async () => {
    const { db } = await openTestDatabase()
    const event = { id: 'e1', at: 1, staff_id: null, kind: 'case-opened', case_id: null, promise_id: null } as const
    await db
      .insertInto('event')
      .values({ ...event, data_json: '{}' })
      .execute()
    await expect(db.updateTable('event').set({ at: 2 }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('event').execute()).rejects.toThrow('append-only')
    expect(await db.selectFrom('event').select('at').execute()).toEqual([{ at: 1 }])
  })
})

/** Each shipped migration has its test here: what it makes, from what was before it. */
describe('migration 0001-start', () => {
  it('makes every table and every report view from nothing', async () => {
    const { db } = await openTestDatabase()
    const { rows } = await sql<{ type: string; name: string }>`
      SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'kysely%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
      ORDER BY name`.execute(db)
    expect(rows.filter(({ type }) => type === 'view').map(({ name }) => name)).toEqual([
      'report_cases',
      'report_contacts',
      'report_nags',
      'report_outbox',
      'report_promises',
    ])
    expect(rows.filter(({ type }) => type === 'table').map(({ name }) => name)).toEqual([
      'attachment',
      'case',
      'contact',
      'customer',
      'customer_address',
      'event',
      'folder',
      'mail',
      'mailbox',
      'nag',
      'nag_snooze',
      'outbox',
      'promise',
      'raw_mail',
      'search',
      'setting',
      'staff',
      'template',
    ])
  })

  it('leaves report views that can be read', async () => {
    const { db } = await openTestDatabase()
    for (const view of ['cases', 'contacts', 'nags', 'outbox', 'promises']) {
      const { rows } = await sql`SELECT * FROM ${sql.table(`report_${view}`)}`.execute(db)
      expect(rows).toEqual([])
    }
  })
})
