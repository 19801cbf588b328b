import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceAt, dayBefore, endangeredBy, firstDayBack, spanOf } from '../../../src/shared/domain/absences.ts'
import { dateOf, openingOf } from '../../../src/shared/domain/opening-hours.ts'
import { DAY, HOUR } from '../../../src/shared/domain/time.ts'
import { SHOP } from './fixtures/shop.ts'
import { livePromise } from './fixtures/live-promise.ts'

const { zone } = SHOP
const NOW = Date.parse('2026-11-20T10:00:00+01:00')
const dayIn = fc.integer({ min: 0, max: 400 }).map((days) => dateOf(NOW + days * DAY, zone))
const span = fc
  .tuple(dayIn, fc.integer({ min: 0, max: 30 }))
  .map(([from, days]) => ({ staffId: 'anna', from, until: dateOf(Date.parse(`${from}T12:00:00Z`) + days * DAY, zone) }))

describe('an absence', () => {
  it('is whole local days, also when the clocks change', () => {
    const autumn = spanOf({ from: '2026-10-25', until: '2026-10-25' }, zone)
    expect(autumn.until - autumn.from).toBe(25 * HOUR)
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })

  it('holds exactly the moments of its span', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: -40, max: 460 * 24 }), (absence, hours) => {
        const at = NOW + hours * HOUR
        const { from, until } = spanOf(absence, zone)
        expect(absenceAt([absence], 'anna', at, zone) !== null).toBe(at >= from && at < until)
        expect(absenceAt([absence], 'ben', at, zone)).toBeNull()
      }),
    )
  })

  it('ends with the first open day on which this person is there', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (absences) => {
        const [absence] = absences
        const back = firstDayBack(SHOP, absences, absence!)!
        expect(back > absence!.until).toBe(true)
        expect(openingOf(SHOP, back)).not.toBeNull()
        expect(absences.some(({ from, until }) => from <= back && back <= until)).toBe(false)
      }),
    )
  })
})

describe('what an absence endangers', () => {
  it('are this person’s live promises until the end of the first morning back, and nobody else’s', () => {
    const due = fc.tuple(fc.integer({ min: -3 * 24, max: 90 * 24 }), fc.constantFrom('anna', 'ben'))
    fc.assert(
      fc.property(span, fc.array(due, { maxLength: 40 }), (absence, dues) => {
        const promises = dues.map(([hours, ownerId], i) =>
          livePromise({ id: String(i), ownerId, dueAt: NOW + hours * HOUR }),
        )
        const found = new Set(endangeredBy(absence, [], promises, SHOP, NOW).map(({ id }) => id))
        const { from, until } = spanOf(absence, zone)
        const must = ({ ownerId, dueAt }: (typeof promises)[number]): boolean | null => {
          if (ownerId !== 'anna' || dueAt > until + 14 * DAY) return false
          if (dueAt >= from && dueAt < until) return true
          // Late already: it is this person's own until they go.
          if (dueAt < NOW) return from <= NOW
          // The first days back follow from the opening hours.
          return dueAt < from ? false : null
        }
        const sure = promises.filter((promise) => must(promise) !== null)
        expect(sure.map(({ id }) => found.has(id))).toEqual(sure.map(must))
      }),
    )
  })

  it('asks about the morning back, and leaves the afternoon', () => {
    // Back on Monday 30 November.
    const absence = { staffId: 'anna', from: '2026-11-23', until: '2026-11-29' }
    const at = (text: string) =>
      livePromise({ id: text, ownerId: 'anna', dueAt: Date.parse(`2026-11-30T${text}:00+01:00`) })
    const found = endangeredBy(absence, [], [at('09:30'), at('13:00'), at('13:30')], SHOP, NOW)
    expect(found.map(({ id }) => id)).toEqual(['09:30', '13:00'])
  })
})
