import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine, THURSDAY_10 } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import { reportOf } from '../../support/reports.ts'
import { addMailbox, ANNA, BEN, callOf, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'

const at = (text: string): number => Date.parse(`2026-03-${text}:00+01:00`)

async function startShop(): Promise<TestEngine> {
  const test = await startTestEngine()
  await openShop(test)
  return test
}

async function promise(test: TestEngine, dueAt: number, ownerId = ANNA) {
  const made = promiseOf(test, { dueAt, ownerId })
  const { caseId } = await test.ask('contact.log', callOf({ promise: made }))
  return { promiseId: made.promiseId, caseId }
}

const risks = async (test: TestEngine) =>
  Object.fromEntries((await test.ask('promise.risks', {})).map((one) => [one.promiseId, one.risks]))

describe('a promise at risk', () => {
  it('is one that nobody touched when its moment comes near, until somebody does something', async () => {
    const test = await startShop()
    const { promiseId, caseId } = await promise(test, at('06T12:00'))
    await test.clock.jumpTo(at('06T09:59'))
    expect(await risks(test)).toEqual({})
    await test.clock.passTo(at('06T10:00'))
    expect(await risks(test)).toEqual({ [promiseId]: ['untouched'] })
    await test.ask('contact.log', callOf({ caseId, kind: 'note', text: 'Onderdeel besteld.' }))
    expect(await risks(test)).toEqual({})
    await test.clock.jumpTo(at('06T12:00'))
    expect(await risks(test)).toEqual({})
  })

  it('is one of somebody who is away by then, or who promised more than they can do', async () => {
    const test = await startShop()
    const rules = await test.ask('rules.get', {})
    await test.ask('rules.save', { ...rules, mostPerHalfDay: 2 })
    const one = await promise(test, at('09T10:00'), BEN)
    const two = await promise(test, at('09T11:00'), BEN)
    expect(await risks(test)).toEqual({})
    expect(await test.ask('moment.check', { ownerId: BEN, at: at('09T12:00') })).toEqual({
      awayUntil: null,
      crowded: 2,
    })
    const three = await promise(test, at('09T12:00'), BEN)
    await promise(test, at('09T15:00'), BEN)
    expect(Object.keys(await risks(test))).toEqual([one, two, three].map(({ promiseId }) => promiseId))
    expect(await risks(test)).toMatchObject({ [one.promiseId]: ['overbooked'] })
    const suggested = await test.ask('moment.suggest', { ownerId: BEN })
    expect(suggested.filter((moment) => moment.at >= at('09T09:00') && moment.at <= at('09T13:00'))).toEqual([])
  })

  it('is one that was put off three times: then the owner of the business looks at it', async () => {
    const test = await startShop()
    const first = await promise(test, at('09T10:00'))
    let before = first.promiseId
    for (let time = 1; time <= 3; time += 1) {
      const next = promiseOf(test, { dueAt: at('09T10:00') + time * HOUR })
      const cause = `oorzaak ${time}`
      await test.ask(
        'contact.log',
        callOf({ caseId: first.caseId, kind: 'call-out', promise: next, renegotiates: before, cause }),
      )
      before = next.promiseId
      expect(await risks(test)).toEqual(time < 3 ? {} : { [before]: ['moved-often'] })
    }
    const view = await test.ask('case.get', { caseId: first.caseId })
    expect(view.promises.map(({ moved }) => moved).sort()).toEqual([0, 1, 2, 3])
    expect(view.promises.find(({ id }) => id === first.promiseId)?.endNote).toBe('oorzaak 1')
  })
})

describe('the golden rule by mail', () => {
  it('ends the old promise with its cause, in time or late, and links the new one to it', async () => {
    const test = await startShop()
    await addMailbox(test)
    for (const [minutes, brokenAt] of [
      [30, null],
      [90, '2026-03-05T10:30:00.000Z'],
    ] as const) {
      const { promiseId, caseId } = await promise(test, test.clock.now() + HOUR)
      await test.clock.pass(minutes * MINUTE)
      const next = promiseOf(test, { dueAt: at('06T12:00') })
      await test.ask(
        'reply.send',
        replyOf(caseId, { promise: next, renegotiates: promiseId, cause: ' De lijm is op. ' }),
      )
      const rows = reportOf(
        test,
        'promises',
        `SELECT * FROM report_promises WHERE case_id = '${caseId}' ORDER BY made_at`,
      )
      expect(rows).toMatchObject([
        {
          id: promiseId,
          state: 'renegotiated',
          end_note: 'De lijm is op.',
          broken_at: brokenAt === null ? null : expect.any(String),
        },
        { id: next.promiseId, state: 'open', predecessor_id: promiseId },
      ])
      const events = await test.ask('case.events', { caseId, before: null })
      expect(events.find(({ kind }) => kind === 'promise-renegotiated')?.data).toMatchObject({
        inTime: brokenAt === null,
        note: 'De lijm is op.',
      })
    }
  })
})

describe('promises in a draft', () => {
  it('are found with the words of their moment', async () => {
    const test = await startShop()
    const text = 'Beste Jan,\n\nIk bel u morgen om 12:00 terug.\n\nGroet, Anna'
    const [found] = await test.ask('promise.find', { text, language: 'nl' })
    expect(found).toMatchObject({ sentence: 'Ik bel u morgen om 12:00 terug.', at: at('06T12:00') })
    expect(text.slice(found!.from, found!.to)).toBe(found!.sentence)
    expect(found!.sentence).toContain(found!.words)
    expect(found!.words).toBe('morgen om 12:00')
    expect(await test.ask('promise.find', { text: 'Bedankt voor uw mail van dinsdag.', language: 'nl' })).toEqual([])
  })
})

describe('rules of the owner', () => {
  it('change the ladder from the next nag on, and come as they are until somebody sets them', async () => {
    const test = await startShop()
    const rules = await test.ask('rules.get', {})
    expect(rules).toMatchObject({ ladder: { headsUp: 60, first: { every: 15, times: 4 }, thenEvery: 30 } })
    await test.ask('rules.save', {
      ...rules,
      ladder: { ...rules.ladder, headsUp: null, first: { every: 5, times: 2 } },
    })
    await promise(test, THURSDAY_10 + 2 * HOUR)
    await test.clock.pass(2 * HOUR + 10 * MINUTE)
    expect(test.heard('nag').map(({ tone }) => tone)).toEqual(['due', 'late', 'late'])
    const wrong = { ...rules, mostPerHalfDay: 0 }
    expect(expectFailure(await test.call('rules.save', wrong)).code).toBe('bad-input')
  })
})

describe('what can still be done with a nag', () => {
  it('is putting it off: twice before the due moment, never past it, then a quarter of an hour at most', async () => {
    const test = await startShop()
    const { promiseId } = await promise(test, THURSDAY_10 + 40 * MINUTE)
    const choices = async () =>
      (await test.ask('nag.choices', { promiseId })).snoozes.map((until) => (until - test.clock.now()) / MINUTE)
    expect(await choices()).toEqual([15, 30, 40])
    for (let time = 0; time < 2; time += 1) {
      await test.ask('nag.snooze', { promiseId, until: test.clock.now() + 5 * MINUTE })
    }
    expect(await choices()).toEqual([])
    await test.clock.pass(41 * MINUTE)
    expect(await choices()).toEqual([5, 10, 15])
  })
})

describe('the work of the coming two weeks', () => {
  it('counts live promises per person and day, overdue ones today', async () => {
    const test = await startShop()
    await promise(test, THURSDAY_10 + HOUR)
    await promise(test, at('09T10:00'), BEN)
    await test.ask('absence.set', {
      absenceId: promiseOf(test).promiseId,
      staffId: BEN,
      from: '2026-03-11',
      until: '2026-03-12',
      handovers: [],
    })
    await test.clock.jumpTo(at('06T12:00'))
    const { days, people, mostPerDay } = await test.ask('promise.workload', {})
    expect(days).toHaveLength(14)
    expect(days.slice(0, 4)).toEqual([
      { date: '2026-03-06', open: true },
      { date: '2026-03-07', open: false },
      { date: '2026-03-08', open: false },
      { date: '2026-03-09', open: true },
    ])
    const [anna, ben] = [
      people.find(({ staffId }) => staffId === ANNA)!,
      people.find(({ staffId }) => staffId === BEN)!,
    ]
    expect(anna.promises.slice(0, 4)).toEqual([1, 0, 0, 0])
    expect(ben.promises.slice(0, 4)).toEqual([0, 0, 0, 1])
    expect(ben.away.slice(4, 8)).toEqual([false, true, true, false])
    expect(mostPerDay).toBe(12)
  })
})

describe('a customer who comes back', () => {
  it('is told of on the case: how often, how, and when last', async () => {
    const test = await startShop()
    const { caseId } = await promise(test, at('09T10:00'))
    await test.clock.pass(HOUR)
    await test.ask('contact.log', callOf({ caseId, kind: 'counter', text: 'Weet u al iets?' }))
    await test.clock.pass(HOUR)
    await test.ask('contact.log', callOf({ caseId, text: 'Hoe staat het ermee?' }))
    await test.ask('contact.log', callOf({ caseId, text: 'Bedankt!' }))
    expect(await test.ask('case.get', { caseId })).toMatchObject({
      cameBack: 2,
      lastChaser: { kind: 'call-in', at: THURSDAY_10 + 2 * HOUR },
    })
  })
})
