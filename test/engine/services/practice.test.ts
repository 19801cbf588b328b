import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/engine/engine.ts'
import { QUEUE_SECTIONS } from '../../../src/shared/domain/case.ts'
import { DAY } from '../../../src/shared/domain/time.ts'
import { createTestClock } from '../../support/clock.ts'
import { memorySecrets, offlineMail, recordedLog, startTestEngine, THURSDAY_10 } from '../../support/context.ts'
import { expectFailure, temporaryFolder } from '../../support/database.ts'
import { reportOf } from '../../support/reports.ts'
import { EVERYTHING, openShop } from '../../support/small-shop.ts'

const practice = { cases: 60, seed: 7 }

describe('the practice business', () => {
  it('has sixty cases of six weeks in every state', async () => {
    const test = await startTestEngine({ practice })
    const counts = await test.ask('queue.counts', { filter: EVERYTHING })
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(60)
    for (const section of QUEUE_SECTIONS) expect(counts[section], section).toBeGreaterThan(0)
    const states = new Set(reportOf(test, 'promises').map(({ state }) => state))
    expect(states).toEqual(new Set(['open', 'broken', 'kept', 'kept-late', 'renegotiated', 'withdrawn']))
    const cases = reportOf(test, 'cases')
    expect(Math.min(...cases.map((one) => Date.parse(String(one['opened_at']))))).toBeGreaterThan(
      THURSDAY_10 - 46 * DAY,
    )
    expect(cases.some(({ came_back }) => Number(came_back) > 0)).toBe(true)
    expect(reportOf(test, 'promises').some(({ customer_knows }) => customer_knows === 'undelivered')).toBe(true)
    expect(await test.ask('staff.list', {})).toHaveLength(3)
    expect(await test.ask('status.get', {})).toMatchObject({ practice: true })
  })

  it('comes out the same for the same seed and moment, and other for another', async () => {
    const [one, same, other] = [
      await startTestEngine({ practice }),
      await startTestEngine({ practice }),
      await startTestEngine({ practice: { ...practice, seed: 8 } }),
    ]
    expect(reportOf(same, 'contacts')).toEqual(reportOf(one, 'contacts'))
    expect(reportOf(other, 'contacts')).not.toEqual(reportOf(one, 'contacts'))
  })

  it.each([
    ['in the night', '2026-03-05T03:00:00+01:00'],
    ['just before midnight', '2026-03-05T23:58:00+01:00'],
    ['on a Sunday', '2026-03-08T14:00:00+01:00'],
    ['on New Year’s Day', '2026-01-01T10:00:00+01:00'],
    ['when the clocks go forward', '2026-03-29T02:30:00+02:00'],
  ])('is busy whenever somebody looks: %s', async (_when, moment) => {
    const test = await startTestEngine({ practice, now: Date.parse(moment) })
    const counts = await test.ask('queue.counts', { filter: EVERYTHING })
    for (const section of ['overdue', 'due-today', 'first-answer', 'answer', 'later'] as const) {
      expect(counts[section], section).toBeGreaterThan(0)
    }
    for (const contact of reportOf(test, 'contacts')) {
      expect(Date.parse(String(contact['at']))).toBeLessThanOrEqual(test.clock.now())
      expect(String(contact['text'])).not.toMatch(/[{}]/)
    }
  })

  it('agrees with what refreshCase makes of it: nothing jumps when somebody touches a case', async () => {
    const test = await startTestEngine({ practice })
    const before = reportOf(test, 'cases')
    for (const { id, kind } of before) {
      await test.ask('case.set-kind', { caseId: String(id), kind: kind === 'order' ? 'request' : 'order' })
    }
    const same = reportOf(test, 'cases').map(({ kind: _kind, ...rest }) => rest)
    expect(same).toEqual(before.map(({ kind: _kind, ...rest }) => rest))
  })

  it('is made once and stays what it became', async () => {
    const profile = temporaryFolder()
    const first = await startTestEngine({ profile, practice })
    const [one] = (
      await first.ask('queue.page', { section: 'first-answer', filter: EVERYTHING, cursor: null, limit: 1 })
    ).rows
    await first.ask('case.close', { caseId: one!.caseId })
    const second = await startTestEngine({ profile, practice })
    expect(reportOf(second, 'cases')).toHaveLength(60)
    expect((await second.ask('case.get', { caseId: one!.caseId })).state).toBe('done')
  })

  it('never meets a real business in one folder', async () => {
    const start = (profile: string, options: typeof practice | null) =>
      createEngine({
        profile,
        practice: options,
        resources: '',
        clock: createTestClock(THURSDAY_10),
        secrets: memorySecrets(),
        log: recordedLog(),
        mail: offlineMail(),
      })
    const real = await startTestEngine()
    await openShop(real)
    expect(expectFailure(await start(real.profile, practice)).code).toBe('practice-mixed')
    const pretended = await startTestEngine({ practice })
    expect(expectFailure(await start(pretended.profile, null)).code).toBe('practice-mixed')
  })

  it('can be made large', async () => {
    const test = await startTestEngine({ practice: { cases: 2_000, seed: 1 } })
    const counts = await test.ask('queue.counts', { filter: EVERYTHING })
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2_000)
    expect(counts.done).toBeGreaterThan(1_000)
    expect(new Set(reportOf(test, 'cases').map(({ number }) => number)).size).toBe(2_000)
  })
})
