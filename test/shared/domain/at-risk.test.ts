import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadOf, MOVED_OFTEN, risksOf } from '../../../src/shared/domain/at-risk.ts'
import type { RiskFacts } from '../../../src/shared/domain/at-risk.ts'
import { addOpenMinutes } from '../../../src/shared/domain/opening-hours.ts'
import type { CustomerPromise } from '../../../src/shared/domain/promise.ts'
import { DEFAULT_RULES } from '../../../src/shared/domain/promise-rules.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { livePromise } from './fixtures/live-promise.ts'
import { SHOP } from './fixtures/shop.ts'

const NOW = Date.parse('2026-11-20T10:00:00+01:00')
const FINE: RiskFacts = { undelivered: false, touchedAt: null, moved: 0 }
const around = (
  promises: readonly CustomerPromise[] = [],
  absences: Parameters<typeof risksOf>[2]['absences'] = [],
) => ({
  absences,
  load: loadOf(promises, SHOP),
  rules: DEFAULT_RULES,
  calendar: SHOP,
})
const later = (openMinutes: number): number => addOpenMinutes(SHOP, NOW, openMinutes)!

describe('a promise at risk', () => {
  it('is none once its moment has come, whatever else is wrong: then it is broken', () => {
    const facts: RiskFacts = { undelivered: true, touchedAt: null, moved: 9 }
    const away = [{ staffId: 'anna', from: '2026-11-01', until: '2026-12-31' }]
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 10_000 }), (minutes) => {
        const promise = livePromise({ dueAt: NOW + minutes * MINUTE, madeAt: NOW - 60 * DAY, ownerId: 'anna' })
        expect(risksOf(promise, facts, around([], away), NOW).length > 0).toBe(minutes > 0)
        expect(risksOf({ ...promise, state: 'kept' }, facts, around([], away), NOW)).toEqual([])
      }),
    )
  })

  it('is untouched from so many open minutes before its moment on, until somebody does something', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (minutes) => {
        const promise = livePromise({ dueAt: later(minutes), madeAt: NOW - 10 * DAY })
        const near = minutes <= DEFAULT_RULES.untouchedWithin
        expect(risksOf(promise, FINE, around(), NOW)).toEqual(near ? ['untouched'] : [])
        expect(risksOf(promise, { ...FINE, touchedAt: NOW - DAY }, around(), NOW)).toEqual([])
        expect(risksOf(promise, { ...FINE, touchedAt: promise.madeAt - HOUR }, around(), NOW)).toHaveLength(
          near ? 1 : 0,
        )
      }),
    )
  })

  it('is not untouched when it was made for soon: whoever promised it is on it', () => {
    expect(risksOf(livePromise({ dueAt: later(60), madeAt: NOW }), FINE, around(), NOW)).toEqual([])
  })

  it('is overbooked exactly when its half day holds more than one person can do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), (count) => {
        const dueAt = Date.parse('2026-11-24T11:00:00+01:00')
        const promises = Array.from({ length: count }, () => livePromise({ dueAt }))
        const others = [livePromise({ dueAt, ownerId: 'ben' }), livePromise({ dueAt: dueAt + 4 * HOUR })]
        const risks = risksOf(promises[0]!, FINE, around([...promises, ...others]), NOW)
        expect(risks).toEqual(count > DEFAULT_RULES.mostPerHalfDay ? ['overbooked'] : [])
      }),
    )
  })

  it('says all that is wrong, in a fixed order', () => {
    const promise = livePromise({ dueAt: later(60), madeAt: NOW - 10 * DAY, ownerId: 'anna' })
    const away = [{ staffId: 'anna', from: '2026-11-20', until: '2026-11-20' }]
    const facts: RiskFacts = { undelivered: true, touchedAt: null, moved: MOVED_OFTEN }
    expect(risksOf(promise, facts, around([], away), NOW)).toEqual([
      'owner-absent',
      'undelivered',
      'untouched',
      'moved-often',
    ])
    expect(risksOf(promise, { ...FINE, touchedAt: NOW, moved: MOVED_OFTEN - 1 }, around(), NOW)).toEqual([])
  })
})
