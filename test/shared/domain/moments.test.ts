import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayMoment, suggestMoments } from '../../../src/shared/domain/moments.ts'
import type { OwnerLimits } from '../../../src/shared/domain/moments.ts'
import { isWithinHours } from '../../../src/shared/domain/opening-hours.ts'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { businessWith } from './fixtures/calendars.ts'
import { SHOP, local, onTheWall } from './fixtures/shop.ts'

const offered = (now: string, limits?: OwnerLimits): string[] =>
  suggestMoments(SHOP, local(now), limits).map(({ name, at }) => `${name} ${onTheWall(at)}`)

describe('suggested moments', () => {
  it('on a morning, ascending', () => {
    expect(offered('2026-11-18 10:07')).toEqual([
      'in-an-hour 2026-11-18 11:15',
      'today-noon 2026-11-18 12:00',
      'today-closing 2026-11-18 17:30',
      'tomorrow-opening 2026-11-19 10:00',
      'tomorrow-noon 2026-11-19 12:00',
      'tomorrow-closing 2026-11-19 17:30',
      'in-two-working-days 2026-11-20 17:30',
    ])
  })

  it('leave out what is too soon, in the lunch break, or on a closed day', () => {
    expect(offered('2026-11-18 11:40')).not.toContain('today-noon 2026-11-18 12:00')
    expect(offered('2026-11-18 11:40').join()).not.toContain('in-an-hour')
    expect(offered('2026-11-21 15:50')).toEqual([
      'next-working-day 2026-11-23 17:30',
      'in-two-working-days 2026-11-24 17:30',
    ])
  })

  it('leave out an absence of the owner and a half day that is full', () => {
    const absences = [{ from: local('2026-11-18 12:00'), until: local('2026-11-19 12:00') }]
    expect(offered('2026-11-18 10:00', { absences })).toEqual([
      'in-an-hour 2026-11-18 11:00',
      'tomorrow-noon 2026-11-19 12:00',
      'tomorrow-closing 2026-11-19 17:30',
      'in-two-working-days 2026-11-20 17:30',
    ])
    const load = { dueAt: [local('2026-11-18 15:00'), local('2026-11-18 17:00')], most: 2 }
    expect(offered('2026-11-18 10:00', { load })).not.toContain('today-closing 2026-11-18 17:30')
    expect(offered('2026-11-18 10:00', { load })).toContain('today-noon 2026-11-18 12:00')
  })

  it('are within hours, well ahead, ascending and each offered once, for any business', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), ([calendar, now]) => {
        const moments = suggestMoments(calendar, now!).map(({ at }) => at)
        moments.forEach((at, i) => {
          expect(isWithinHours(calendar, at)).toBe(true)
          expect(at).toBeGreaterThan(now! + 29 * MINUTE)
          if (i > 0) expect(at).toBeGreaterThan(moments[i - 1]!)
        })
      }),
    )
  })
})

describe('a moment in words', () => {
  const now = local('2026-11-18 10:00')
  it.each([
    ['2026-11-18 17:00', 'vandaag om 17:00', 'today at 17:00'],
    ['2026-11-19 12:00', 'morgen om 12:00', 'tomorrow at 12:00'],
    ['2026-11-26 15:00', 'donderdag 26 november om 15:00', 'Thursday 26 November at 15:00'],
    ['2027-01-05 09:05', 'dinsdag 5 januari 2027 om 09:05', 'Tuesday 5 January 2027 at 09:05'],
  ])('%s', (at, dutch, english) => {
    expect(sayMoment(local(at), 'Europe/Amsterdam', 'nl', now)).toBe(dutch)
    expect(sayMoment(local(at), 'Europe/Amsterdam', 'en', now)).toBe(english)
  })

  it('is told in the zone of the business', () => {
    expect(sayMoment(now, 'Pacific/Auckland', 'en', now)).toBe('today at 22:00')
  })
})
