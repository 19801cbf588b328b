import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine, TestEngineOptions } from '../../support/context.ts'
import { temporaryFolder } from '../../support/database.ts'
import { reportOf } from '../../support/reports.ts'
import { BEN, callOf, openShop, promiseOf } from '../../support/small-shop.ts'

const at = (text: string): number => Date.parse(`2026-03-${text}:00+01:00`)

async function startShop(options: TestEngineOptions = {}): Promise<TestEngine> {
  const test = await startTestEngine(options)
  await openShop(test)
  return test
}

async function promise(test: TestEngine, dueAt: number, ownerId?: string): Promise<string> {
  const made = promiseOf(test, { dueAt, ...(ownerId === undefined ? {} : { ownerId }) })
  await test.ask('contact.log', callOf({ promise: made }))
  return made.promiseId
}

describe('a round', () => {
  it('comes at opening with the promises of today, and before closing with what is due before the next opening', async () => {
    const test = await startShop()
    const noon = await promise(test, at('06T12:00'), BEN)
    await promise(test, at('06T16:00'))
    const monday = await promise(test, at('09T09:00'))
    await promise(test, at('09T12:00'))
    // Thursday evening: nothing is due before Friday's opening.
    await test.clock.jumpTo(at('05T16:59'))
    await test.clock.jumpTo(at('06T08:59'))
    expect(test.heard('round')).toEqual([])
    await test.clock.passTo(at('06T09:00'))
    expect(test.heard('round')).toMatchObject([
      { kind: 'morning', promises: [{ promiseId: noon, ownerName: 'Ben', customerName: 'Jan Klant' }, {}] },
    ])
    await test.ask('promise.keep', { promiseId: noon, how: 'called', note: null })
    await test.clock.jumpTo(at('06T16:29'))
    await test.clock.passTo(at('06T16:30'))
    const evening = test.heard('round').at(-1)!
    expect(evening.kind).toBe('evening')
    expect(evening.promises.map(({ promiseId }) => promiseId)).toContain(monday)
    expect(evening.promises).toHaveLength(2)
    expect(reportOf(test, 'rounds').map(({ kind, promises }) => [kind, promises])).toEqual([
      ['morning', 0],
      ['evening', 0],
      ['morning', 2],
      ['evening', 2],
    ])
  })

  it('is told once: a sleep, a jump back and a restart don’t repeat it', async () => {
    const profile = temporaryFolder()
    const test = await startShop({ profile })
    await promise(test, at('06T12:00'))
    await test.clock.jumpTo(at('06T10:30'))
    expect(test.heard('round')).toMatchObject([{ kind: 'morning' }])
    await test.clock.jumpTo(at('06T08:00'))
    await test.clock.passTo(at('06T09:30'))
    expect(test.heard('round')).toHaveLength(1)
    const second = await startTestEngine({ profile, now: at('06T11:30') })
    await second.clock.pass(HOUR)
    expect(second.heard('round')).toEqual([])
  })

  it('that nobody saw is there for who asks, until it was shown or another one came', async () => {
    const profile = temporaryFolder()
    const first = await startShop({ profile })
    await promise(first, at('06T12:00'))
    await first.clock.jumpTo(at('06T09:00'))
    const second = await startTestEngine({ profile, now: at('06T09:01') })
    const round = await second.ask('round.untold', {})
    expect(round).toEqual(first.heard('round')[0])
    await second.ask('round.shown', { roundId: round!.roundId })
    expect(await second.ask('round.untold', {})).toBeNull()
    expect(reportOf(second, 'rounds', 'SELECT * FROM report_rounds WHERE promises > 0')).toMatchObject([
      { due_at: '2026-03-06T08:00:00.000Z', shown_at: '2026-03-06T08:01:00.000Z' },
    ])
  })

  it('does not come on a closed day, and after three weeks away only the one of now', async () => {
    const test = await startShop()
    await promise(test, at('06T12:00'))
    await test.clock.jumpTo(at('07T10:00'))
    expect(test.heard('round')).toEqual([])
    await test.clock.jumpTo(at('07T10:00') + 18 * DAY)
    expect(test.heard('round')).toMatchObject([{ kind: 'morning' }])
  })
})
