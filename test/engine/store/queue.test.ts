import fc from 'fast-check'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertToldCases } from '../../../src/engine/store/case-standing.ts'
import type { ToldCase } from '../../../src/engine/store/case-standing.ts'
import type { Db } from '../../../src/engine/store/database.ts'
import type { Tables } from '../../../src/engine/store/schema.ts'
import { countQueue, queueRowsByIds, queueSectionPage } from '../../../src/engine/store/queue.ts'
import type { QueuePosition } from '../../../src/engine/store/queue.ts'
import type { QueueFilter } from '../../../src/shared/contract/queue.ts'
import { CASE_KINDS, CHANNELS, QUEUE_SECTIONS } from '../../../src/shared/domain/case.ts'
import type { QueueSection } from '../../../src/shared/domain/case.ts'
import { sectionOf } from '../../../src/shared/domain/queue-section.ts'
import { openTestDatabase } from '../../support/database.ts'
import { caseOf, insertPeople, STAFF } from './rows.ts'

const EVERYTHING: QueueFilter = { ownerId: null, channel: null, kind: null }
const NOW = 1_000
const BOUNDS = { now: NOW, endOfToday: 1_500 }

/** Moments close together, so that ties and borders come often. */
const moment = fc.integer({ min: 0, max: 20 }).map((step) => step * 100)
const promise = fc.record({ dueAt: moment, isLive: fc.boolean() }).map(({ dueAt, isLive }) => ({
  state: isLive ? ('open' as const) : ('withdrawn' as const),
  madeAt: 0,
  dueAt,
  endedAt: isLive ? null : dueAt,
  untold: 0 as const,
}))
const turn = fc
  .record({ kind: fc.constantFrom('mail-in', 'mail-out', 'call-in', 'call-out', 'note'), at: moment })
  .map(
    ({ kind, at }) => ({ kind, at, recordedAt: at, automatic: false, outcome: null, text: '', undone: false }) as const,
  )
const aCase = fc.record({
  ownerId: fc.constantFrom(null, ...STAFF),
  kind: fc.constantFrom(...CASE_KINDS),
  channel: fc.constantFrom(...CHANNELS),
  openedAt: moment,
  setAsideReason: fc.constantFrom(null, null, null, 'bulk' as const),
  closedAt: fc.option(moment, { nil: null }),
  reopenedAt: fc.constant(null),
  turns: fc.array(turn, { minLength: 1, maxLength: 4 }),
  promises: fc.array(promise, { maxLength: 2 }),
})

let db: Db
beforeEach(async () => {
  const { db: opened, sqlite } = await openTestDatabase()
  sqlite.pragma('synchronous = OFF')
  db = opened
  await insertPeople(db)
})

/** These cases and no others. */
async function putCases(told: readonly Omit<ToldCase, keyof ReturnType<typeof caseOf>>[]): Promise<void> {
  await db.deleteFrom('case').execute()
  await insertToldCases(
    db,
    told.map((one, i) => ({ ...caseOf(i + 1), ...one })),
  )
}

/** Every row of a section, three at a time. */
async function walk(section: QueueSection, filter: QueueFilter): Promise<string[]> {
  const ids: string[] = []
  let after: QueuePosition | null = null
  for (;;) {
    const page = await queueSectionPage(db, section, BOUNDS, filter, after, 3)
    ids.push(...page.map(({ row }) => row.caseId))
    after = page.at(-1)?.position ?? null
    if (page.length < 3) return ids
  }
}

describe('the queue', () => {
  it('puts every case where the rule says, exactly once, whatever page it comes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { maxLength: 25 }), async (told) => {
        await putCases(told)
        const ids = told.map((_, i) => caseOf(i + 1).id)
        const byRule = new Map<QueueSection, string[]>(QUEUE_SECTIONS.map((section) => [section, []]))
        for (const { row, facts } of await queueRowsByIds(db, ids)) {
          byRule.get(sectionOf(facts, BOUNDS.now, BOUNDS.endOfToday))!.push(row.caseId)
        }
        const counts = await countQueue(db, BOUNDS, EVERYTHING)
        for (const section of QUEUE_SECTIONS) {
          const walked = await walk(section, EVERYTHING)
          expect([...walked].sort(), section).toEqual(byRule.get(section)!.sort())
          expect(counts[section], section).toBe(walked.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('filters by owner, channel and kind, in pages and counts alike', async () => {
    const filters = fc.record({
      ownerId: fc.constantFrom(null, ...STAFF),
      channel: fc.option(fc.constantFrom(...CHANNELS), { nil: null }),
      kind: fc.option(fc.constantFrom(...CASE_KINDS), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { minLength: 10, maxLength: 30 }), filters, async (told, filter) => {
        await putCases(told)
        const wanted = told.flatMap((one, i) =>
          (filter.ownerId ?? one.ownerId) === one.ownerId &&
          (filter.channel ?? one.channel) === one.channel &&
          (filter.kind ?? one.kind) === one.kind
            ? [caseOf(i + 1).id]
            : [],
        )
        const counts = await countQueue(db, BOUNDS, filter)
        const walked = (await Promise.all(QUEUE_SECTIONS.map((section) => walk(section, filter)))).flat()
        expect(walked.sort()).toEqual(wanted)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(wanted.length)
      }),
      { numRuns: 20 },
    )
  })

  it('shows the earliest due first, the longest waiting first, and what is over newest first', async () => {
    const due = (dueAt: number) => ({ state: 'open', madeAt: 0, dueAt, endedAt: null, untold: 0 }) as const
    const mail = (at: number) =>
      ({ kind: 'mail-in', at, recordedAt: at, automatic: false, outcome: null, text: '', undone: false }) as const
    const rest = { closedAt: null, reopenedAt: null }
    await putCases([
      { ...rest, turns: [mail(1)], promises: [due(300)] },
      { ...rest, turns: [mail(2)], promises: [due(100)] },
      { ...rest, turns: [mail(30)], promises: [] },
      { ...rest, turns: [mail(20)], promises: [] },
      { ...rest, closedAt: 500, turns: [mail(40)], promises: [] },
      { ...rest, closedAt: 500, turns: [mail(50)], promises: [] },
    ])
    const numbers = async (section: QueueSection) => (await walk(section, EVERYTHING)).map((id) => Number(id.slice(-1)))
    expect(await numbers('overdue')).toEqual([2, 1])
    expect(await numbers('first-answer')).toEqual([4, 3])
    expect(await numbers('done')).toEqual([6, 5])
  })

  it('reads every page and count from an index, in its order, without sorting or scanning the table', async () => {
    const { sqlite } = await openTestDatabase()
    const asked: string[] = []
    const watched = new Sqlite(sqlite.name, { verbose: (text) => asked.push(String(text)) })
    const spying = new Kysely<Tables>({ dialect: new SqliteDialect({ database: watched }) })
    const filter: QueueFilter = { ownerId: STAFF[0], channel: 'phone', kind: 'order' }
    for (const section of QUEUE_SECTIONS) {
      await queueSectionPage(spying, section, BOUNDS, filter, { section, sort: 5, caseId: 'x' }, 50)
      await countQueue(spying, BOUNDS, filter)
    }
    expect(asked.length).toBeGreaterThan(QUEUE_SECTIONS.length)
    for (const text of asked) {
      const plan = sqlite.prepare(`EXPLAIN QUERY PLAN ${text}`).all() as { detail: string }[]
      const onCases = plan.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH) case /.test(detail))
      expect(onCases[0], text).toMatch(/USING COVERING INDEX case_(due|first_answer|answer|state)/)
      expect(onCases.slice(1), text).toEqual(onCases.length > 1 ? ['SEARCH case USING PRIMARY KEY (id=?)'] : [])
      // Only the few rows of a page may be sorted, after they were found.
      const sorts = plan.filter(({ detail }) => detail.includes('USE TEMP B-TREE')).length
      expect(sorts, text).toBeLessThanOrEqual(text.includes('count(*)') ? 0 : 1)
    }
    await spying.destroy()
  })
})
