import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closingOf, dateOf, isOpen, openingOf } from '../../../src/shared/domain/opening-hours.ts'
import { nextRoundAt, promisesInRound, roundAt } from '../../../src/shared/domain/rounds.ts'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { livePromise } from './fixtures/live-promise.ts'
import { SHOP } from './fixtures/shop.ts'

const at = (text: string): number => Date.parse(`2026-11-${text}:00+01:00`)
const START = at('20T00:00')
const anyMinute = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => START + minutes * MINUTE)

describe('a round', () => {
  it('is the morning’s from opening on and the evening’s shortly before closing', () => {
    expect(roundAt(SHOP, 30, at('20T08:59'))).toBeNull()
    expect(roundAt(SHOP, 30, at('20T09:00'))).toEqual({ kind: 'morning', at: at('20T09:00') })
    expect(roundAt(SHOP, 30, at('20T12:45'))).toEqual({ kind: 'morning', at: at('20T09:00') })
    expect(roundAt(SHOP, 30, at('20T17:00'))).toEqual({ kind: 'evening', at: at('20T17:00') })
    expect(roundAt(SHOP, 30, at('20T17:30'))).toBeNull()
    expect(roundAt(SHOP, 30, at('22T11:00'))).toBeNull()
  })

  it('never lies ahead, and belongs to the day and its hours', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 240 }), (now, before) => {
        const round = roundAt(SHOP, before, now)
        const date = dateOf(now, SHOP.zone)
        // Open moments always belong to a round.
        expect(round === null && isOpen(SHOP, now)).toBe(false)
        if (round === null) return
        expect(round.at).toBeLessThanOrEqual(now)
        expect(round.at).toBe(
          round.kind === 'morning' ? openingOf(SHOP, date) : closingOf(SHOP, date)! - before * MINUTE,
        )
      }),
    )
  })

  it('is followed by another one at the moment that was foretold, and by none sooner', () => {
    fc.assert(
      fc.property(
        anyMinute,
        fc.integer({ min: 1, max: 240 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, before, part) => {
          const next = nextRoundAt(SHOP, before, now)!
          expect(next).toBeGreaterThan(now)
          expect(roundAt(SHOP, before, next)?.at).toBe(next)
          const between = now + Math.floor((next - now - 1) * part)
          const current = roundAt(SHOP, before, now)?.at
          expect([current, undefined]).toContain(roundAt(SHOP, before, between)?.at)
        },
      ),
    )
  })
})

describe('what a round tells of', () => {
  const due = (text: string) => livePromise({ id: text, dueAt: at(text) })
  // Friday; Saturday opens at 10, Monday at 9.
  const promises = ['21T10:00', '20T12:00', '21T11:00', '19T12:00', '20T22:00'].map(due)

  it('is in the morning all of today, overdue first', () => {
    const ids = promisesInRound({ kind: 'morning', at: at('20T09:00') }, promises, SHOP).map(({ id }) => id)
    expect(ids).toEqual(['19T12:00', '20T12:00', '20T22:00'])
  })

  it('is in the evening all that is due before we open again', () => {
    const ids = promisesInRound({ kind: 'evening', at: at('20T17:00') }, promises, SHOP).map(({ id }) => id)
    expect(ids).toEqual(['19T12:00', '20T12:00', '20T22:00', '21T10:00'])
    const kept = promises.map((promise) => ({ ...promise, state: 'kept' as const }))
    expect(promisesInRound({ kind: 'evening', at: at('20T17:00') }, kept, SHOP)).toEqual([])
  })
})
