import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CallName, InputOf } from '../../../src/shared/contract/index.ts'
import type { PromiseInput } from '../../../src/shared/contract/promises.ts'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { BEN, callOf, openShop, promiseOf } from '../../support/small-shop.ts'
import { reportOf } from '../../support/reports.ts'

let test: TestEngine
let caseId: string
let promise: PromiseInput
let promiseId: string

beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
  promise = promiseOf(test)
  promiseId = promise.promiseId
  caseId = (await test.ask('contact.log', callOf({ promise }))).caseId
})

const stored = async () => (await test.ask('case.get', { caseId })).promises.find(({ id }) => id === promiseId)!
const newestEvent = async () => (await test.ask('case.events', { caseId, before: null }))[0]!
const failing = async <N extends CallName>(name: N, input: InputOf<N>) =>
  expectFailure(await test.call(name, input)).code

describe('a promise', () => {
  it('is kept by hand with a note, and the history says by whom', async () => {
    await test.clock.pass(MINUTE)
    await test.ask('promise.keep', { promiseId, how: 'by-hand', note: 'aan de deur' })
    expect(await stored()).toMatchObject({ state: 'kept', endNote: 'aan de deur', keptHow: 'by-hand' })
    expect(await newestEvent()).toMatchObject({
      kind: 'promise-kept',
      staffName: 'Anna',
      promiseId,
      at: test.clock.now(),
      data: { text: 'Terugbellen', note: 'aan de deur', late: false },
    })
    expect((await test.ask('case.get', { caseId })).state).toBe('waiting')
  })

  it('breaks at its moment by itself, counts as broken for good, and can be kept late', async () => {
    await test.clock.pass(2 * HOUR)
    expect(await stored()).toMatchObject({ state: 'broken', brokenAt: promise.dueAt })
    await test.ask('promise.keep', { promiseId, how: 'called', note: null })
    expect(await stored()).toMatchObject({ state: 'kept-late', brokenAt: promise.dueAt, endedAt: test.clock.now() })
    const kinds = (await test.ask('case.events', { caseId, before: null })).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'promise-broken')).toHaveLength(1)
  })

  it('is withdrawn with a reason', async () => {
    await test.ask('promise.withdraw', { promiseId, reason: 'klant heeft het opgelost' })
    expect(await stored()).toMatchObject({ state: 'withdrawn', endNote: 'klant heeft het opgelost' })
  })

  it('is put right within ten minutes, and not later', async () => {
    const dueAt = promise.dueAt + HOUR
    await test.clock.pass(9 * MINUTE)
    await test.ask('promise.correct', { promiseId, dueAt })
    expect((await stored()).dueAt).toBe(dueAt)
    expect((await test.ask('case.get', { caseId })).promises).toHaveLength(1)
    await test.clock.pass(2 * MINUTE)
    expect(await failing('promise.correct', { promiseId, dueAt: dueAt + HOUR })).toBe('too-late-to-correct')
    expect((await stored()).dueAt).toBe(dueAt)
  })

  it('is handed over with its moment', async () => {
    await test.ask('promise.hand-over', { promiseId, ownerId: BEN, note: 'ik ben morgen vrij' })
    expect(await stored()).toMatchObject({ ownerId: BEN, ownerName: 'Ben', dueAt: promise.dueAt })
    expect((await newestEvent()).data).toMatchObject({ fromName: 'Anna', ownerName: 'Ben', note: 'ik ben morgen vrij' })
  })

  it('is made by hand once, however often the screen asks', async () => {
    const made = promiseOf(test)
    await test.ask('promise.make', { caseId, promise: made })
    await test.ask('promise.make', { caseId, promise: made })
    expect((await test.ask('case.get', { caseId })).promises).toHaveLength(2)
  })

  it.each([
    ['promise.keep', { how: 'by-hand', note: null }],
    ['promise.withdraw', { reason: 'nee' }],
    ['promise.hand-over', { ownerId: BEN, note: '' }],
    ['promise.correct', { dueAt: 4_000_000_000_000 }],
  ] as const)('that has ended takes no %s', async (name, more) => {
    await test.ask('promise.withdraw', { promiseId, reason: 'klaar' })
    const before = await stored()
    expect(await failing(name, { promiseId, ...more } as InputOf<typeof name>)).toBe('promise-ended')
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['promise.keep', { how: 'by-hand', note: null }],
    ['promise.withdraw', { reason: 'nee' }],
    ['promise.hand-over', { ownerId: BEN, note: '' }],
    ['promise.correct', { dueAt: 4_000_000_000_000 }],
  ] as const)('that is not there takes no %s', async (name, more) => {
    expect(await failing(name, { promiseId: randomUUID(), ...more } as InputOf<typeof name>)).toBe('not-found')
  })

  it('goes to nobody who does not work here any more', async () => {
    await test.ask('staff.save', { id: BEN, name: 'Ben', colour: 'blue', email: null, signature: '', active: false })
    expect(await failing('promise.hand-over', { promiseId, ownerId: BEN, note: '' })).toBe('owner-unknown')
    expect(await failing('promise.make', { caseId, promise: promiseOf(test, { ownerId: BEN }) })).toBe('owner-unknown')
  })

  it('is in the report with its whole life', async () => {
    await test.clock.pass(2 * HOUR)
    await test.ask('promise.keep', { promiseId, how: 'called', note: null })
    expect(reportOf(test, 'promises')).toEqual([
      expect.objectContaining({
        id: promiseId,
        owner_name: 'Anna',
        made_by_name: 'Anna',
        state: 'kept-late',
        due_at: '2026-03-05T10:00:00.000Z',
        broken_at: '2026-03-05T10:00:00.000Z',
        ended_at: '2026-03-05T11:00:00.000Z',
        kept_how: 'called',
        customer_knows: 'yes',
      }),
    ])
  })
})
