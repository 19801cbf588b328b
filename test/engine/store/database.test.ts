import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../src/engine/store/database.ts'
import { migrations } from '../../../src/engine/store/migrations/index.ts'
import { expectFailure, openTestDatabase, temporaryFolder } from '../../support/database.ts'

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('the database', () => {
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

  it('lets go of the words of a line only, and only on a case that was erased', async () => {
    const { db, sqlite } = await openTestDatabase()
    sqlite.exec(`INSERT INTO customer (id, name, notes, created_at, search_rowid) VALUES ('k1', 'Jan', '', 1, 1);
      INSERT INTO "case" (id, number, customer_id, subject, subject_key, kind, channel, state, opened_at, last_contact_at, snippet)
      VALUES ('c1', 1, 'k1', 'Fiets', 'fiets', 'question', 'mail', 'done', 1, 1, '')`)
    const event = { id: 'e1', at: 1, staff_id: null, kind: 'case-opened', case_id: 'c1', promise_id: null } as const
    await db
      .insertInto('event')
      .values({ ...event, data_json: '{"subject":"Fiets"}' })
      .execute()
    const erased = '{"erased":true}'
    const erase = db.updateTable('event').set({ data_json: erased })
    await expect(erase.execute()).rejects.toThrow('append-only')
    await db.updateTable('case').set({ erased_at: 2 }).execute()
    await expect(db.updateTable('event').set({ data_json: '{}' }).execute()).rejects.toThrow('append-only')
    await expect(db.updateTable('event').set({ data_json: erased, at: 2 }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('event').execute()).rejects.toThrow('append-only')
    await erase.execute()
    expect(await db.selectFrom('event').select(['at', 'data_json']).execute()).toEqual([{ at: 1, data_json: erased }])
  })
})

async function migrateTo(name: string): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Sqlite(':memory:') }) })
  onTestFinished(() => db.destroy())
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(name)
  expect(error).toBeUndefined()
  return db
}

describe('a shipped migration', () => {
  // A snapshot that changes means that a migration was edited: write a new one instead.
  it.each(Object.keys(migrations))('%s is never edited', async (name) => {
    const { rows } = await sql<{ sql: string }>`
      SELECT sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'kysely%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
      ORDER BY type, name`.execute(await migrateTo(name))
    await expect(`${rows.map((row) => row.sql).join(';\n\n')};\n`).toMatchFileSnapshot(`schema-${name}.snapshot.sql`)
  })
})

/** Each shipped migration has its test: what it makes of what was before it. */
describe('migration 0001-start', () => {
  const namesOf = async (db: Kysely<unknown>, type: 'table' | 'view'): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM sqlite_schema WHERE type = ${type} AND name NOT LIKE 'kysely%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
      ORDER BY name`.execute(db)
    return rows.map(({ name }) => name)
  }

  it('makes every table from nothing', async () => {
    expect(await namesOf(await migrateTo('0001-start'), 'table')).toEqual([
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

  it('makes report views that can be read', async () => {
    const db = await migrateTo('0001-start')
    const views = await namesOf(db, 'view')
    expect(views).toEqual(['report_cases', 'report_contacts', 'report_nags', 'report_outbox', 'report_promises'])
    for (const view of views) {
      const { rows } = await sql`SELECT * FROM ${sql.table(view)}`.execute(db)
      expect(rows).toEqual([])
    }
  })
})

describe('migration 0003-absence', () => {
  it('adds tables and views beside what was there', async () => {
    const db = await migrateTo('0003-absence')
    await sql`INSERT INTO staff VALUES ('s', 'Anna', 'teal', NULL, '', 1, 0)`.execute(db)
    await sql`INSERT INTO absence (id, staff_id, from_date, until_date, set_at)
      VALUES ('a', 's', '2026-03-09', '2026-03-13', 0)`.execute(db)
    await sql`INSERT INTO round VALUES ('r', 'morning', 1000, 2, 2000, NULL)`.execute(db)
    const absences = await sql`SELECT staff_name, set_at, handed_over FROM report_absences`.execute(db)
    expect(absences.rows).toEqual([{ staff_name: 'Anna', set_at: '1970-01-01T00:00:00.000Z', handed_over: 0 }])
    const rounds = await sql`SELECT due_at, shown_at FROM report_rounds`.execute(db)
    expect(rounds.rows).toEqual([{ due_at: '1970-01-01T00:00:01.000Z', shown_at: null }])
    await expect(sql`INSERT INTO round VALUES ('x', 'morning', 1000, 0, 0, NULL)`.execute(db)).rejects.toThrow('UNIQUE')
    await db.destroy()
  })
})

describe('migration 0005-erasure', () => {
  it('keeps every line of the history that was there, and guards it as before', async () => {
    const db = await migrateTo('0004-desk')
    await sql`INSERT INTO event (id, at, kind, data_json) VALUES ('e1', 1, 'case-opened', '{}')`.execute(db)
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('0005-erasure')
    const { rows } = await sql`SELECT id, at, data_json FROM event`.execute(db)
    expect(rows).toEqual([{ id: 'e1', at: 1, data_json: '{}' }])
    await expect(sql`UPDATE event SET data_json = '{"erased":true}'`.execute(db)).rejects.toThrow('append-only')
  })
})
