import { beforeEach, describe, expect, it } from 'vitest'
import { insertCase } from '../../../src/engine/store/cases.ts'
import type { Db } from '../../../src/engine/store/database.ts'
import { markNagShown, naggingItems, recordNags, unshownNags } from '../../../src/engine/store/nags.ts'
import { insertPromise, promiseById, savePromise } from '../../../src/engine/store/promises.ts'
import { openTestDatabase } from '../../support/database.ts'
import { caseOf, CUSTOMER, insertPeople, STAFF } from './rows.ts'

let db: Db

async function addPromise(id: string, dueAt: number): Promise<void> {
  const facts = {
    customerId: CUSTOMER,
    ownerId: STAFF[0],
    text: id,
    madeAt: 0,
    dueAt,
    origin: 'hand',
    contactId: null,
  } as const
  const fate = {
    state: 'open',
    brokenAt: null,
    endedAt: null,
    keptHow: null,
    endNote: null,
    predecessorId: null,
  } as const
  await insertPromise(db, { id, caseId: caseOf(1).id, ...facts, ...fate }, { madeBy: null, customerKnows: 'yes' })
}

const nag = (id: string, promiseId: string, step: number) => ({
  id,
  promiseId,
  nag: { step, at: 100 + step, tone: 'due', everyone: false } as const,
})

beforeEach(async () => {
  db = (await openTestDatabase()).db
  await insertPeople(db)
  await insertCase(db, caseOf(1))
  await addPromise('a', 100)
  await addPromise('b', 50)
})

describe('nags', () => {
  it('are recorded once a step, however often the same step is recorded', async () => {
    expect((await recordNags(db, [nag('1', 'a', 3), nag('2', 'b', 3)], 200)).map(({ nagId }) => nagId)).toEqual([
      '2',
      '1',
    ])
    expect((await recordNags(db, [nag('3', 'a', 3), nag('4', 'a', 4)], 201)).map(({ nagId }) => nagId)).toEqual(['4'])
    expect(await recordNags(db, [], 202)).toEqual([])
  })

  it('are unseen until they were shown; of each promise only the last matters', async () => {
    await recordNags(db, [nag('1', 'a', 3), nag('2', 'a', 4), nag('3', 'b', 3)], 200)
    expect((await unshownNags(db)).map(({ nagId }) => nagId)).toEqual(['3', '2'])
    expect(await markNagShown(db, '2', 210)).toBe(true)
    expect(await markNagShown(db, '2', 220)).toBe(false)
    expect((await unshownNags(db)).map(({ nagId }) => nagId)).toEqual(['3'])
  })

  it('of a promise that ended need no telling', async () => {
    await recordNags(db, [nag('1', 'a', 3)], 200)
    await savePromise(db, { ...(await promiseById(db, 'a'))!, state: 'kept', endedAt: 210 })
    expect(await unshownNags(db)).toEqual([])
    expect((await naggingItems(db, 1_000)).map(({ promise }) => promise.id)).toEqual(['b'])
  })

  it('are remembered with the promise: the last step and the last snooze', async () => {
    await recordNags(db, [nag('1', 'a', 3), nag('2', 'a', 4)], 200)
    const snooze = { promise_id: 'a', staff_id: null }
    await db
      .insertInto('nag_snooze')
      .values([
        { id: 's1', at: 1, until: 400, ...snooze },
        { id: 's2', at: 2, until: 300, ...snooze },
      ])
      .execute()
    const items = await naggingItems(db, 1_000)
    expect(items.map(({ promise, history }) => [promise.id, history])).toEqual([
      ['b', { last: null, snoozedUntil: null }],
      ['a', { last: { step: 4, at: 104 }, snoozedUntil: 300 }],
    ])
    expect(await naggingItems(db, 60)).toHaveLength(1)
  })
})
