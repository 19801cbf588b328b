import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { BusinessCalendar } from '../../../src/shared/domain/calendar.ts'
import { buildCalendar } from '../../../src/shared/domain/holidays.ts'
import {
  addOpenMinutes,
  blocksOn,
  closingOf,
  dateOf,
  dueWithinWorkingDays,
  endOfDay,
  isOpen,
  isWithinHours,
  nextOpenMoment,
  openMinutesBetween,
  openingOf,
  subtractOpenMinutes,
} from '../../../src/shared/domain/opening-hours.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { businessWith } from './fixtures/calendars.ts'
import { SHOP, SHOP_FACTS, local, onTheWall } from './fixtures/shop.ts'

const minutes = fc.integer({ min: 1, max: 6_000 })
const NEVER: BusinessCalendar = {
  zone: 'Europe/Amsterdam',
  weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
  closed: {},
}

describe('the worked examples', () => {
  it.each([
    ['after closing on Friday: Saturday is day 0', '2026-11-20 17:45', 1, '2026-11-23 17:30'],
    ['both days of Christmas', '2026-12-24 10:00', 2, '2026-12-29 17:30'],
    ["King's Day on Saturday 26 April, as the 27th is a Sunday", '2025-04-25 11:00', 1, '2025-04-28 17:30'],
    ['before opening counts as that day', '2026-11-18 07:00', 0, '2026-11-18 17:30'],
    ['in the lunch break counts as that day', '2026-11-18 12:45', 1, '2026-11-19 17:30'],
    ['at closing time the day is over', '2026-11-18 17:30', 0, '2026-11-19 17:30'],
  ])('within working days, %s', (_, received, days, due) => {
    expect(onTheWall(dueWithinWorkingDays(SHOP, local(received), days))).toBe(due)
  })

  it.each([
    ['over closing time', '2026-11-20 16:30', 4, '2026-11-21 13:00'],
    ['over the night in which the clocks go forward', '2026-03-28 15:00', 2, '2026-03-30 10:00'],
    ['over the lunch break', '2026-11-18 12:00', 1, '2026-11-18 13:30'],
    ['ending at closing time', '2026-11-18 16:30', 1, '2026-11-18 17:30'],
  ])('working hours, %s', (_, from, hours, due) => {
    expect(onTheWall(addOpenMinutes(SHOP, local(from), hours * 60))).toBe(due)
  })
})

describe('opening hours', () => {
  it('are half open: opening belongs to them, closing does not, and a due moment may be the closing', () => {
    expect(isOpen(SHOP, local('2026-11-18 09:00'))).toBe(true)
    expect(isOpen(SHOP, local('2026-11-18 12:30'))).toBe(false)
    expect(isWithinHours(SHOP, local('2026-11-18 12:30'))).toBe(true)
    expect(isWithinHours(SHOP, local('2026-11-18 12:31'))).toBe(false)
  })

  it('know closed days, first opening and last closing', () => {
    expect(blocksOn(SHOP, '2026-12-25')).toEqual([])
    expect(openingOf(SHOP, '2026-11-22')).toBeNull()
    expect(onTheWall(openingOf(SHOP, '2026-11-21'))).toBe('2026-11-21 10:00')
    expect(onTheWall(closingOf(SHOP, '2026-11-20'))).toBe('2026-11-20 17:30')
  })

  it('count what really passes where a clock change lies inside them', () => {
    const night = [{ from: 0, until: 6 * 60 }]
    const bakery = buildCalendar(
      { ...SHOP_FACTS, weekly: [night, night, night, night, night, night, night] },
      { from: 2026, to: 2026 },
    )
    const minutesOn = (date: string): number =>
      openMinutesBetween(bakery, local(`${date} 00:00`), local(`${date} 06:00`))
    expect(minutesOn('2026-03-29')).toBe(5 * 60)
    expect(minutesOn('2026-10-25')).toBe(7 * 60)
    expect(minutesOn('2026-10-26')).toBe(6 * 60)
  })

  it('close at midnight as the first instant of the next day', () => {
    const bar = { ...SHOP, weekly: { ...SHOP.weekly, 5: [{ from: 18 * 60, until: 24 * 60 }] } }
    const midnight = local('2026-11-21 00:00')
    expect(closingOf(bar, '2026-11-20')).toBe(midnight)
    expect(isWithinHours(bar, midnight)).toBe(true)
    expect(dueWithinWorkingDays(bar, local('2026-11-20 23:59'), 0)).toBe(midnight)
  })

  it('of a business that never opens, or not for years, end in null', () => {
    const shut = buildCalendar(
      { ...SHOP_FACTS, closures: [{ from: '2026-01-01', until: '2032-12-31', reason: '' }] },
      { from: 2026, to: 2026 },
    )
    const at = local('2026-11-18 10:00')
    for (const calendar of [NEVER, shut]) {
      expect(isOpen(calendar, at)).toBe(false)
      expect(nextOpenMoment(calendar, at)).toBeNull()
      expect(addOpenMinutes(calendar, at, 60)).toBeNull()
      expect(dueWithinWorkingDays(calendar, at, 1)).toBeNull()
    }
    expect(subtractOpenMinutes(NEVER, at, 60)).toBeNull()
  })

  it('end today at the next local midnight, also where midnight does not exist', () => {
    expect(onTheWall(endOfDay('Europe/Amsterdam', local('2026-11-18 23:59')))).toBe('2026-11-19 00:00')
    const azores = 'Atlantic/Azores'
    const dayBefore = local('2026-03-28 12:00', azores)
    expect(onTheWall(endOfDay(azores, dayBefore), azores)).toBe('2026-03-29 01:00')
    expect(dateOf(endOfDay(azores, dayBefore), azores)).toBe('2026-03-29')
  })
})

describe('deadline arithmetic, for any business and any moment', () => {
  it('lies in open time, and its open minutes add up exactly', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), minutes, ([calendar, from], count) => {
        const due = addOpenMinutes(calendar, from!, count)!
        expect(isWithinHours(calendar, due)).toBe(true)
        expect(openMinutesBetween(calendar, from!, due)).toBe(count)
      }),
    )
  })

  it('grows with the start and with the minutes', () => {
    fc.assert(
      fc.property(businessWith('odd', 2), minutes, minutes, ([calendar, ...moments], a, b) => {
        const [first, second] = moments.sort((x, y) => x - y)
        expect(addOpenMinutes(calendar, first!, a)!).toBeLessThanOrEqual(addOpenMinutes(calendar, second!, a)!)
        expect(addOpenMinutes(calendar, first!, a)!).toBeLessThan(addOpenMinutes(calendar, first!, a + b)!)
      }),
    )
  })

  it('does not care where it stops on the way', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), minutes, minutes, ([calendar, from], a, b) => {
        const halfway = addOpenMinutes(calendar, from!, a)!
        expect(addOpenMinutes(calendar, halfway, b)).toBe(addOpenMinutes(calendar, from!, a + b))
      }),
    )
  })

  it('adds up over any three moments', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), minutes, minutes, ([calendar, a], x, y) => {
        const b = a! + x * MINUTE
        const c = b + y * MINUTE
        const parts = openMinutesBetween(calendar, a!, b) + openMinutesBetween(calendar, b, c)
        expect(parts).toBe(openMinutesBetween(calendar, a!, c))
      }),
    )
  })

  it('is undone by going back', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), minutes, ([calendar, until], count) => {
        const from = subtractOpenMinutes(calendar, until!, count)!
        expect(isOpen(calendar, from)).toBe(true)
        expect(openMinutesBetween(calendar, from, until!)).toBe(count)
      }),
    )
  })

  it('finds the next open moment with no open time before it', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), ([calendar, at]) => {
        const next = nextOpenMoment(calendar, at!)!
        expect(isOpen(calendar, next)).toBe(true)
        expect(openMinutesBetween(calendar, at!, next)).toBe(0)
        expect(next === at || !isOpen(calendar, at!)).toBe(true)
      }),
    )
  })

  it('counts the same minutes as somebody with a clock on the wall, clock changes or not', () => {
    fc.assert(
      fc.property(businessWith('awake', 1), fc.integer({ min: 1, max: 3 * 24 * 4 }), ([calendar, start], quarters) => {
        const from = Math.floor(start! / (15 * MINUTE)) * 15 * MINUTE
        let open = 0
        for (let i = 0; i < quarters; i += 1) if (openOnTheWall(calendar, from + i * 15 * MINUTE)) open += 15
        expect(openMinutesBetween(calendar, from, from + quarters * 15 * MINUTE)).toBe(open)
      }),
      { numRuns: 60 },
    )
  })

  it('counts N working days as N closings after the first', () => {
    fc.assert(
      fc.property(businessWith('odd', 2), fc.integer({ min: 0, max: 12 }), ([calendar, ...moments], days) => {
        const [received, later] = moments.sort((a, b) => a - b)
        const due = dueWithinWorkingDays(calendar, received!, days)!
        let closings = 0
        for (let day = received! - DAY; day < due + DAY; day += 12 * HOUR) {
          const date = dateOf(day, calendar.zone)
          const closing = closingOf(calendar, date)
          const counted = date === dateOf(day - 12 * HOUR, calendar.zone)
          if (!counted && closing !== null && closing > received! && closing <= due) closings += 1
        }
        expect(closings).toBe(days + 1)
        expect(due).toBeLessThanOrEqual(dueWithinWorkingDays(calendar, later!, days)!)
        expect(due).toBeLessThan(dueWithinWorkingDays(calendar, received!, days + 1)!)
      }),
    )
  })
})

function openOnTheWall(calendar: BusinessCalendar, at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone)
  const minute = wall.hour * 60 + wall.minute
  const date = wall.toPlainDate().toString()
  return blocksOn(calendar, date).some((block) => minute >= block.from && minute < block.until)
}
