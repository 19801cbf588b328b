// What must be on disk before a person may rely on it: a reply with its promise, against the least that can be made durable.
// And the sweep that looks for what is due, in a shop that owes 10,000 answers.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Context } from '../../src/engine/context.ts'
import { newId } from '../../src/engine/ids.ts'
import { composeMail } from '../../src/engine/mail/compose.ts'
import { createNagging } from '../../src/engine/services/nagging.ts'
import { preparePractice } from '../../src/engine/services/practice.ts'
import { PRACTICE_MAILBOX, PRACTICE_STAFF } from '../../src/engine/services/practice-shop.ts'
import { replyHandlers } from '../../src/engine/services/replies.ts'
import { insertToldCases } from '../../src/engine/store/case-standing.ts'
import { nextCaseNumber } from '../../src/engine/store/cases.ts'
import { insertCustomer } from '../../src/engine/store/customers.ts'
import { insertPromises } from '../../src/engine/store/promises.ts'
import type { CustomerPromise } from '../../src/shared/domain/promise.ts'
import { DAY } from '../../src/shared/domain/time.ts'
import { openContext } from './support/context.ts'
import { expectOk } from './support/engine.ts'
import { median, timed } from './support/measure.ts'
import { report } from './support/report.ts'

const REPLIES = 200
const PROMISES = 10_000
const SWEEPS = 30
const WARM_UPS = 20
const OWNER = PRACTICE_STAFF[0]!.id

const folder = await mkdtemp(join(tmpdir(), 'belofte-store-'))
const context = await openContext(folder)
try {
  expectOk(await preparePractice(context, { cases: 2_000, seed: 1 }))
  const replies = await measureReplies(context, new Sqlite(join(folder, 'bare.db')))
  await owe(context, PROMISES)
  const sweep = await measureSweeps(context)
  report('The store', [
    {
      work: 'reply + promise + outbox, one transaction',
      unit: 'ms',
      ...replies.transaction,
      goal: { kind: 'times', most: 3 },
    },
    { work: 'the same with composing the mail', unit: 'ms', ...replies.call },
    { work: 'sweep over 10,000 open promises', unit: 'ms', ...sweep, goal: { kind: 'below', most: 20 } },
  ])
} finally {
  await context.db.destroy()
  await rm(folder, { recursive: true, force: true })
}

type Figures = { readonly belofte: number; readonly bare: number }

/** Each reply is followed by one bare commit, so that both meet the same disk. */
async function measureReplies(
  context: Context,
  bare: Sqlite.Database,
): Promise<Record<'call' | 'transaction', Figures>> {
  let composedAt = 0
  const handlers = replyHandlers(async (draft) => {
    const composed = await composeMail(draft)
    composedAt = performance.now()
    return composed
  })
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE promise (id TEXT PRIMARY KEY, text TEXT NOT NULL)')
  const insert = bare.prepare('INSERT INTO promise VALUES (?, ?)')
  const taken = { call: [] as number[], transaction: [] as number[], bare: [] as number[] }
  for (const { id: caseId } of await someCases(context)) {
    const start = performance.now()
    expectOk(await handlers['reply.send'](context, replyTo(caseId, context.clock.now() + DAY), OWNER))
    const end = performance.now()
    taken.call.push(end - start)
    taken.transaction.push(end - composedAt)
    taken.bare.push(await timed(() => insert.run(newId(), 'U hoort morgen voor vijf uur van ons.')))
  }
  bare.close()
  const of = (values: readonly number[]): number => median(values.slice(WARM_UPS))
  return {
    call: { belofte: of(taken.call), bare: of(taken.bare) },
    transaction: { belofte: of(taken.transaction), bare: of(taken.bare) },
  }
}

function someCases({ db }: Context): Promise<{ readonly id: string }[]> {
  return db
    .selectFrom('case')
    .select('id')
    .where('channel', '=', 'mail')
    .where('state', '=', 'done')
    .limit(REPLIES)
    .execute()
}

function replyTo(caseId: string, dueAt: number) {
  return {
    ...{ contactId: newId(), caseId, mailboxId: PRACTICE_MAILBOX.id, to: ['klant@post.example'], cc: [] },
    subject: 'Uw fiets',
    text: 'Beste mevrouw De Vries,\n\nDank voor uw bericht. Wij zoeken het uit, en u hoort morgen voor vijf uur van ons.\n',
    promise: { promiseId: newId(), ownerId: OWNER, text: 'Laten weten wanneer de fiets klaar is', dueAt },
    ...{ keeps: [], renegotiates: null, cause: null, templateId: null, closes: false },
  }
}

/** The first sweep records what is due; those after it find nothing new, as it is all day long. */
async function measureSweeps(context: Context): Promise<Figures> {
  const nagging = createNagging(context)
  await nagging.start()
  const look = context.sqlite.prepare(
    `SELECT id, due_at FROM promise WHERE state IN ('open', 'broken') AND due_at <= ?`,
  )
  const taken = { belofte: [] as number[], bare: [] as number[] }
  for (let i = 0; i < SWEEPS; i += 1) {
    taken.belofte.push(await timed(() => nagging.start()))
    taken.bare.push(await timed(() => look.all(context.clock.now())))
  }
  await nagging.stop()
  return { belofte: median(taken.belofte), bare: median(taken.bare) }
}

/** Makes promises that fall due one after the other in the coming month. */
async function owe(context: Context, count: number): Promise<void> {
  const { db, clock } = context
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    const customerId = newId()
    await insertCustomer(trx, { id: customerId, name: 'Anna', company: null, notes: '', createdAt: now, addresses: [] })
    const firstNumber = await nextCaseNumber(trx)
    for (let index = 0; index < count; index += 100) {
      const promises = Array.from({ length: 100 }, (_, i) =>
        openPromise(customerId, now, now + ((index + i + 1) / count) * 30 * DAY),
      )
      await insertToldCases(
        trx,
        promises.map((promise, i) => ({
          ...{ id: promise.caseId, number: firstNumber + index + i, customerId, subject: 'Fiets', subjectKey: 'fiets' },
          ...{
            kind: 'question',
            channel: 'phone',
            ownerId: OWNER,
            mailboxId: null,
            openedAt: now,
            setAsideReason: null,
          },
          ...{ closedAt: null, reopenedAt: null, turns: [], promises: [{ ...promise, untold: 0 }] },
        })),
      )
      await insertPromises(
        trx,
        promises.map((promise) => ({ promise, madeBy: OWNER, customerKnows: 'yes' })),
      )
    }
  })
}

function openPromise(customerId: string, now: number, dueAt: number): CustomerPromise {
  return {
    ...{
      id: newId(),
      caseId: newId(),
      customerId,
      ownerId: OWNER,
      text: 'Terugbellen',
      madeAt: now,
      dueAt: Math.round(dueAt),
    },
    ...{ origin: 'call', contactId: null, state: 'open', brokenAt: null, endedAt: null, keptHow: null, endNote: null },
    predecessorId: null,
  }
}
