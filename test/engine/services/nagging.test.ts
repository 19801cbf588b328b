import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine, THURSDAY_10 } from '../../support/context.ts'
import { expectFailure, temporaryFolder } from '../../support/database.ts'
import type { TestEngine, TestEngineOptions } from '../../support/context.ts'
import { createTestClock } from '../../support/clock.ts'
import { callOf, openShop, promiseOf } from '../../support/small-shop.ts'
import { reportOf } from '../../support/reports.ts'

async function startShop(options: TestEngineOptions = {}): Promise<TestEngine> {
  const test = await startTestEngine(options)
  await openShop(test)
  return test
}

async function makePromise(test: TestEngine, dueIn: number): Promise<string> {
  const promise = promiseOf(test, { dueAt: test.clock.now() + dueIn })
  await test.ask('contact.log', callOf({ promise }))
  return promise.promiseId
}

const steps = (test: TestEngine): number[] => test.heard('nag').map(({ step }) => step)

describe('nagging', () => {
  it('tells at the due moment exactly, and again until the promise is kept', async () => {
    const test = await startShop()
    // No moment at which a sweep would look anyway.
    const dueIn = 30 * MINUTE + 7_001
    const promiseId = await makePromise(test, dueIn)
    await test.clock.passTo(THURSDAY_10 + dueIn - 1)
    expect(test.heard('nag')).toEqual([])
    await test.clock.pass(1)
    expect(test.heard('nag')).toMatchObject([
      { promiseId, tone: 'due', customerName: 'Jan Klant', ownerName: 'Anna', promiseText: 'Terugbellen' },
    ])
    await test.clock.pass(15 * MINUTE)
    expect(test.heard('nag').map(({ tone }) => tone)).toEqual(['due', 'late'])
    await test.ask('promise.keep', { promiseId, how: 'called', note: null })
    await test.clock.pass(5 * HOUR)
    expect(test.heard('nag')).toHaveLength(2)
  })

  it('tells ahead when there is time for it', async () => {
    const test = await startShop()
    await makePromise(test, 3 * HOUR)
    await test.clock.pass(2 * HOUR)
    expect(test.heard('nag')).toMatchObject([{ tone: 'before' }])
  })

  it('records a step before it tells it', async () => {
    const test = await startShop()
    await makePromise(test, 30 * MINUTE)
    const recorded: number[] = []
    test.engine.onEvent((name) => {
      if (name === 'nag') recorded.push(reportOf(test, 'nags').length)
    })
    await test.clock.pass(30 * MINUTE)
    expect(recorded).toEqual([1])
  })

  it('never tells the same step twice, also after the engine died', async () => {
    const profile = temporaryFolder()
    const clock = createTestClock(THURSDAY_10)
    const first = await startShop({ profile, clock })
    await makePromise(first, 30 * MINUTE)
    await clock.pass(30 * MINUTE)
    expect(first.heard('nag')).toHaveLength(1)
    // As after kill -9: nobody said goodbye, and a new engine finds what is there.
    const second = await startTestEngine({ profile, clock: createTestClock(clock.now()) })
    await second.clock.pass(MINUTE)
    expect(second.heard('nag')).toEqual([])
    await second.clock.pass(14 * MINUTE)
    expect(steps(second)).toEqual([first.heard('nag')[0]!.step + 1])
  })

  it('keeps what was recorded but not seen, until somebody says that it was shown', async () => {
    const profile = temporaryFolder()
    const first = await startShop({ profile })
    await makePromise(first, 30 * MINUTE)
    await first.clock.pass(30 * MINUTE)
    const second = await startTestEngine({ profile, now: first.clock.now() })
    const [nag] = await second.ask('nag.unshown', {})
    expect(nag).toEqual(first.heard('nag')[0])
    await second.ask('nag.shown', { nagId: nag!.nagId })
    await second.ask('nag.shown', { nagId: nag!.nagId })
    expect(await second.ask('nag.unshown', {})).toEqual([])
    expect(reportOf(second, 'nags')).toMatchObject([{ shown_at: '2026-03-05T09:30:00.000Z' }])
    const events = await second.ask('case.events', { caseId: nag!.caseId, before: null })
    expect(events.filter(({ kind }) => kind === 'nag-shown')).toHaveLength(1)
  })

  it('finds after a sleep what fell due meanwhile, once', async () => {
    const test = await startShop()
    await makePromise(test, 30 * MINUTE)
    await makePromise(test, 40 * MINUTE)
    await test.clock.jumpTo(THURSDAY_10 + 2 * HOUR)
    expect(new Set(test.heard('nag').map(({ promiseId }) => promiseId)).size).toBe(2)
    expect(test.heard('nag')).toHaveLength(2)
    test.engine.wake()
    await test.clock.pass(0)
    expect(test.heard('nag')).toHaveLength(2)
  })

  it('after three weeks away tells each promise once, not once a step', async () => {
    const test = await startShop()
    for (let i = 0; i < 20; i += 1) await makePromise(test, (i + 1) * HOUR)
    await test.clock.jumpTo(THURSDAY_10 + 21 * DAY)
    expect(test.heard('nag')).toHaveLength(20)
    expect(await test.ask('attention.get', {})).toMatchObject({ overdue: 20 })
  })

  it('survives a clock that is set back, without repeating itself', async () => {
    const test = await startShop()
    await makePromise(test, 30 * MINUTE)
    await test.clock.pass(31 * MINUTE)
    await test.clock.jumpTo(THURSDAY_10)
    await test.clock.pass(40 * MINUTE)
    expect(steps(test)).toEqual([...new Set(steps(test))])
  })

  it('breaks what is due while nobody looked, at its own moment', async () => {
    const profile = temporaryFolder()
    const first = await startShop({ profile })
    await makePromise(first, 30 * MINUTE)
    const second = await startTestEngine({ profile, now: THURSDAY_10 + DAY })
    expect(reportOf(second, 'promises')).toMatchObject([{ state: 'broken', broken_at: '2026-03-05T09:30:00.000Z' }])
  })

  it('tells badge and tray whenever the counts change, and only then', async () => {
    const test = await startShop()
    await makePromise(test, 30 * MINUTE)
    await test.clock.pass(0)
    expect(test.heard('attention').at(-1)).toEqual({ overdue: 0, dueToday: 1, firstAnswer: 0 })
    await test.clock.pass(30 * MINUTE)
    expect(test.heard('attention').at(-1)).toEqual({ overdue: 1, dueToday: 0, firstAnswer: 0 })
    const so = test.heard('attention').map((counts) => JSON.stringify(counts))
    expect(so.filter((counts, i) => counts === so[i - 1])).toEqual([])
  })

  it('counts what becomes due today when the day begins', async () => {
    const test = await startShop()
    await makePromise(test, DAY)
    await test.clock.pass(0)
    expect(test.heard('attention').at(-1)).toMatchObject({ dueToday: 0 })
    await test.clock.passTo(Date.parse('2026-03-06T00:01:00+01:00'))
    expect(test.heard('attention').at(-1)).toMatchObject({ dueToday: 1 })
  })
})

describe('snoozing', () => {
  it('puts the next nag off, never beyond a quarter of an hour once it is late', async () => {
    const test = await startShop()
    const promiseId = await makePromise(test, 30 * MINUTE)
    await test.clock.pass(30 * MINUTE)
    await test.ask('nag.snooze', { promiseId, until: test.clock.now() + 3 * HOUR })
    const heard = test.heard('nag').length
    await test.clock.pass(14 * MINUTE)
    expect(test.heard('nag')).toHaveLength(heard)
    await test.clock.pass(2 * MINUTE)
    expect(test.heard('nag').length).toBeGreaterThan(heard)
  })

  it('is refused for a promise that has ended or is not there, and into the past', async () => {
    const test = await startShop()
    const promiseId = await makePromise(test, 30 * MINUTE)
    const until = test.clock.now() + HOUR
    const code = async (input: { promiseId: string; until: number }) =>
      expectFailure(await test.call('nag.snooze', input)).code
    expect(await code({ promiseId, until: test.clock.now() })).toBe('snooze-refused')
    expect(await code({ promiseId: '018f0000-0000-7000-8000-00000000dead', until })).toBe('not-found')
    await test.ask('promise.keep', { promiseId, how: 'called', note: null })
    expect(await code({ promiseId, until })).toBe('promise-ended')
  })
})
