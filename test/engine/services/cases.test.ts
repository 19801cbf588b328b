import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { ANNA, BEN, callOf, EVERYTHING, openShop, promiseOf } from '../../support/small-shop.ts'

let test: TestEngine
let caseId: string

beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
  caseId = (await test.ask('contact.log', callOf())).caseId
  await test.clock.pass(MINUTE)
})

const state = async () => (await test.ask('case.get', { caseId })).state
const events = async () => test.ask('case.events', { caseId, before: null })

describe('a case', () => {
  it('is done when somebody says so, and open again when somebody says so', async () => {
    await test.ask('case.close', { caseId })
    expect(await state()).toBe('done')
    expect((await events())[0]).toMatchObject({ kind: 'case-state', staffName: 'Anna', data: { to: 'done' } })
    await test.clock.pass(MINUTE)
    await test.ask('case.reopen', { caseId })
    expect(await state()).toBe('open')
    expect(await test.ask('queue.counts', { filter: EVERYTHING })).toMatchObject({ answer: 1, done: 0 })
  })

  it('is not done while a promise stands', async () => {
    await test.ask('promise.make', { caseId, promise: promiseOf(test) })
    expect(expectFailure(await test.call('case.close', { caseId })).code).toBe('promise-live')
    expect(expectFailure(await test.call('case.set-aside', { caseId })).code).toBe('promise-live')
    expect(await state()).toBe('open')
  })

  it('is set aside, and made a question again that waits since it came', async () => {
    await test.ask('case.set-aside', { caseId })
    expect(await state()).toBe('set-aside')
    expect(await test.ask('case.get', { caseId })).toMatchObject({ setAsideReason: 'by-hand' })
    await test.ask('case.make-question', { caseId })
    expect(await state()).toBe('open')
    const { rows } = await test.ask('queue.page', { section: 'answer', filter: EVERYTHING, cursor: null, limit: 10 })
    expect(rows).toHaveLength(1)
  })

  it('that is set aside becomes a question by a promise on it', async () => {
    await test.ask('case.set-aside', { caseId })
    await test.ask('promise.make', { caseId, promise: promiseOf(test) })
    expect(await state()).toBe('open')
  })

  it('changes kind and owner with a line in the history, and none when nothing changes', async () => {
    await test.ask('case.set-kind', { caseId, kind: 'complaint' })
    await test.ask('case.set-kind', { caseId, kind: 'complaint' })
    await test.ask('case.set-owner', { caseId, ownerId: BEN })
    expect(await test.ask('case.get', { caseId })).toMatchObject({ kind: 'complaint', ownerId: BEN })
    expect((await events()).slice(0, 3).map(({ kind, data }) => ({ kind, data }))).toEqual(
      expect.arrayContaining([
        { kind: 'case-owner', data: { fromName: 'Anna', ownerName: 'Ben' } },
        { kind: 'case-kind', data: { from: 'question', to: 'complaint' } },
      ]),
    )
    expect((await events()).filter(({ kind }) => kind === 'case-kind')).toHaveLength(1)
  })

  it('has an owner who works here, or none', async () => {
    expect(expectFailure(await test.call('case.set-owner', { caseId, ownerId: randomUUID() })).code).toBe(
      'owner-unknown',
    )
    await test.ask('case.set-owner', { caseId, ownerId: null })
    expect(await test.ask('case.get', { caseId })).toMatchObject({ ownerId: null })
  })

  it('that is not there is not found', async () => {
    for (const name of ['case.get', 'case.close', 'case.reopen', 'case.set-aside', 'case.make-question'] as const) {
      expect(expectFailure(await test.call(name, { caseId: randomUUID() })).code, name).toBe('not-found')
    }
  })
})

describe('the queue', () => {
  it('comes in pages that follow one another across sections, each case once', async () => {
    for (let i = 0; i < 11; i += 1)
      await test.ask('contact.log', callOf({ promise: i % 2 === 0 ? promiseOf(test) : null }))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: readonly { caseId: string }[]; next: string | null } = await test.ask('queue.page', {
        section: null,
        filter: EVERYTHING,
        cursor,
        limit: 5,
      })
      seen.push(...page.rows.map((row) => row.caseId))
      cursor = page.next
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(12)
    expect(seen).toHaveLength(12)
  })

  it.each(['', 'nonsense', 'done/5', 'done/x/y', 'waiting/1/2/3', 'overdue/-1/a'])(
    'refuses the cursor "%s"',
    async (cursor) => {
      const page = { section: null, filter: EVERYTHING, cursor, limit: 5 }
      expect(expectFailure(await test.call('queue.page', page)).code).toBe('bad-input')
    },
  )

  it('shows whose it is', async () => {
    const filter = { ...EVERYTHING, ownerId: ANNA }
    expect((await test.ask('queue.page', { section: null, filter, cursor: null, limit: 5 })).rows).toHaveLength(1)
    const bens = { ...EVERYTHING, ownerId: BEN }
    expect((await test.ask('queue.page', { section: null, filter: bens, cursor: null, limit: 5 })).rows).toEqual([])
  })
})
