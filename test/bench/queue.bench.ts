// What a person waits for while working in a shop with 100,000 cases, from the page through the engine and back: against the
// same SQL alone, and against the same SQL behind a bare MessagePort.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { Context } from '../../src/engine/context.ts'
import { caseHandlers } from '../../src/engine/services/cases.ts'
import { queueHandlers } from '../../src/engine/services/queue.ts'
import { searchHandlers } from '../../src/engine/services/search.ts'
import { DATABASE_FILE } from '../../src/engine/store/database.ts'
import type { CallName, ParsedInputOf } from '../../src/shared/contract/index.ts'
import { mainWindow, startProgram } from '../e2e/support/program.ts'
import { electronToTest, startDesktop } from '../support/desktop.mjs'
import { bigShop, CASES } from './support/big-shop.ts'
import { openContext, statementsOf } from './support/context.ts'
import type { Statement } from './support/context.ts'
import { expectOk } from './support/engine.ts'
import { median, percentile } from './support/measure.ts'
import { makePortApp } from './support/port-app.ts'
import { report } from './support/report.ts'
import type { Limit, Row } from './support/report.ts'

const EVERYBODY = { ownerId: null, channel: null, kind: null }
const PAGE = 50
/** Pages into the done cases at which the deep page lies. */
const DEEP = 200
const TURNS = 12
const WARM_UPS = 3
const CALLS_A_TURN = 25

interface Work {
  readonly title: string
  readonly call: CallName
  readonly input: unknown
  readonly statements: readonly Statement[]
  readonly target?: Limit
  readonly goal?: Limit
}

const profile = await bigShop()
const folder = await mkdtemp(join(tmpdir(), 'belofte-queue-'))
const desktop = await startDesktop()
const works = await planWork(profile)
const database = join(profile, DATABASE_FILE)
const statements = Object.fromEntries(works.map((work) => [work.title, work.statements]))
const { executablePath, flags } = await electronToTest()
const belofte = await startProgram(desktop, { profile, args: [`--demo=${CASES}`] })
const bare = await _electron.launch({
  executablePath,
  args: [...flags, ...desktop.electronArgs, await makePortApp(join(folder, 'port'), database, statements)],
  env: { ...(process.env as Record<string, string>), ...desktop.env },
})
const sqlite = new Sqlite(database, { readonly: true })
try {
  const [ourPage, barePage] = [await mainWindow(belofte), await bare.firstWindow()]
  const taken = await takeAll(works, ourPage, barePage)
  report(
    '100,000 cases, from the page and back',
    works.flatMap((work, i) => rowsOf(work, taken[i]!)),
    ['Bare p95: its SQL alone. Bare median: its SQL behind a bare MessagePort.'],
  )
} finally {
  sqlite.close()
  await Promise.allSettled([belofte.close(), bare.close()])
  await desktop.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Taken {
  readonly ours: number[]
  readonly port: number[]
  readonly raw: number[]
}

/** All work in turns, so that whatever else the machine does meanwhile meets all of it. */
async function takeAll(works: readonly Work[], ourPage: Page, barePage: Page): Promise<Taken[]> {
  const all = works.map((): Taken => ({ ours: [], port: [], raw: [] }))
  for (let turn = -WARM_UPS; turn < TURNS; turn += 1) {
    for (const [i, work] of works.entries()) {
      const ours = await throughTheApp(ourPage, work)
      const port = await throughAPort(barePage, work)
      const raw = runRaw(work)
      if (turn < 0) continue
      all[i]!.ours.push(...ours)
      all[i]!.port.push(...port)
      all[i]!.raw.push(...raw)
    }
  }
  return all
}

function rowsOf({ title, target, goal }: Work, { ours, port, raw }: Taken): Row[] {
  const p95 = (values: readonly number[]): number => percentile(values, 95)
  return [
    { work: `${title}, p95`, unit: 'ms', belofte: p95(ours), bare: p95(raw), ...(target && { target }) },
    { work: `${title}, median`, unit: 'ms', belofte: median(ours), bare: median(port), ...(goal && { goal }) },
  ]
}

/** Milliseconds of each call, taken in the page itself. */
function throughTheApp(page: Page, { call, input }: Work): Promise<number[]> {
  return page.evaluate(
    async ({ call, input, times }) => {
      const { belofte } = window as unknown as {
        belofte: { call(name: string, input: unknown, actor: null): Promise<{ ok: boolean }> }
      }
      const taken: number[] = []
      for (let i = 0; i < times; i += 1) {
        const start = performance.now()
        const result = await belofte.call(call, input, null)
        taken.push(performance.now() - start)
        if (!result.ok) throw new Error(JSON.stringify(result))
      }
      return taken
    },
    { call, input, times: CALLS_A_TURN },
  )
}

function throughAPort(page: Page, { title }: Work): Promise<number[]> {
  return page.evaluate(
    async ({ title, times }) => {
      const { ask } = window as unknown as { ask(work: string): Promise<unknown> }
      const taken: number[] = []
      for (let i = 0; i < times; i += 1) {
        const start = performance.now()
        await ask(title)
        taken.push(performance.now() - start)
      }
      return taken
    },
    { title, times: CALLS_A_TURN },
  )
}

function runRaw({ statements }: Work): number[] {
  const prepared = statements.map(({ sql, parameters }) => ({ statement: sqlite.prepare(sql), parameters }))
  return Array.from({ length: CALLS_A_TURN }, () => {
    const start = performance.now()
    for (const { statement, parameters } of prepared) statement.all(...parameters)
    return performance.now() - start
  })
}

async function planWork(profile: string): Promise<Work[]> {
  const first = { section: null, filter: EVERYBODY, cursor: null, limit: PAGE } as const
  const { deep, caseId } = await withContext(profile, async (context) => {
    const { rows } = expectOk(await queueHandlers['queue.page'](context, first, null))
    return { deep: { ...first, section: 'done' as const, cursor: await deepCursor(context) }, caseId: rows[0]!.caseId }
  })
  const search = { text: 'ketting', limit: PAGE }
  const onceAndAHalf: Limit = { kind: 'times', most: 1.5 }
  const within: Limit = { kind: 'plus', most: 8 }
  const plan = async (
    title: string,
    call: CallName,
    input: unknown,
    work: (context: Context) => Promise<unknown>,
    limits: { readonly target?: Limit; readonly goal?: Limit } = {},
  ): Promise<Work> => ({ title, call, input, statements: await statementsOf(profile, work), ...limits })
  return [
    await plan('first page', 'queue.page', first, (context) => queueHandlers['queue.page'](context, first, null), {
      ...{ target: within, goal: onceAndAHalf },
    }),
    await plan('deep page', 'queue.page', deep, (context) => queueHandlers['queue.page'](context, deep, null), {
      ...{ target: within, goal: onceAndAHalf },
    }),
    await plan('counts', 'queue.counts', { filter: EVERYBODY }, (context) =>
      queueHandlers['queue.counts'](context, { filter: EVERYBODY }, null),
    ),
    await plan('search', 'search', search, (context) => searchHandlers.search(context, search, null), {
      goal: onceAndAHalf,
    }),
    await plan('opening a case', 'case.get', { caseId }, (context) =>
      caseHandlers['case.get'](context, { caseId }, null),
    ),
  ]
}

async function withContext<T>(profile: string, work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext(profile)
  try {
    return await work(context)
  } finally {
    await context.db.destroy()
  }
}

/** Walks there as the screen does while scrolling. */
async function deepCursor(context: Context): Promise<string> {
  let cursor: string | null = null
  for (let page = 0; page < DEEP; page += 1) {
    const input: ParsedInputOf<'queue.page'> = { section: 'done', filter: EVERYBODY, cursor, limit: 200 }
    const { next } = expectOk(await queueHandlers['queue.page'](context, input, null))
    if (next === null) throw new Error('there are fewer cases than thought')
    cursor = next
  }
  return cursor!
}
