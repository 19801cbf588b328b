import { describe, expect, it } from 'vitest'
import { buildCalendar, publicHolidays } from '../../../src/shared/domain/holidays.ts'
import { SHOP_FACTS } from './fixtures/shop.ts'

const dates = (country: string, region: string | null, year: number): string[] =>
  publicHolidays(country, region, year, year, 'nl').map(({ date }) => date)

describe('public holidays', () => {
  it('of the Netherlands are the days on which shops are closed by custom', () => {
    expect(publicHolidays('NL', null, 2026, 2026, 'nl')).toEqual([
      { date: '2026-01-01', name: 'Nieuwjaar' },
      { date: '2026-04-05', name: 'Pasen' },
      { date: '2026-04-06', name: 'Tweede paasdag' },
      { date: '2026-04-27', name: 'Koningsdag' },
      { date: '2026-05-14', name: 'Hemelvaartsdag' },
      { date: '2026-05-24', name: 'Pinksteren' },
      { date: '2026-05-25', name: 'Tweede pinksterdag' },
      { date: '2026-12-25', name: 'Kerstmis' },
      { date: '2026-12-26', name: 'Tweede kerstdag' },
    ])
  })

  it("move King's Day to Saturday when 27 April is a Sunday", () => {
    expect(dates('NL', null, 2025)).toContain('2025-04-26')
    expect(dates('NL', null, 2025)).not.toContain('2025-04-27')
    expect(dates('NL', null, 2031)).toContain('2031-04-26')
  })

  it('leave out Good Friday and Liberation Day, which shops are free to give', () => {
    expect(dates('NL', null, 2025)).not.toContain('2025-04-18')
    expect(dates('NL', null, 2025)).not.toContain('2025-05-05')
  })

  it('follow the country, the region and the language', () => {
    expect(dates('BE', null, 2026)).toContain('2026-07-21')
    expect(dates('DE', 'BY', 2026)).toContain('2026-01-06')
    expect(dates('DE', 'BE', 2026)).not.toContain('2026-01-06')
    expect(publicHolidays('NL', null, 2026, 2026, 'en')[0]?.name).toBe("New Year's Day")
  })

  it('take every day of a holiday that lasts several, and its own date where it begins the evening before', () => {
    expect(dates('TR', null, 2026)).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']))
    expect(dates('TR', null, 2026)).not.toContain('2026-03-19')
  })

  it('of an unknown country are none', () => {
    expect(publicHolidays('XX', null, 2026, 2026, 'nl')).toEqual([])
  })
})

describe('the calendar of a business', () => {
  it('closes on holidays, except those switched off in either language', () => {
    const facts = { ...SHOP_FACTS, openHolidays: ['Second Day of Christmas', 'Koningsdag', 'Boxing Day'] }
    const { closed } = buildCalendar(facts, { from: 2026, to: 2026 })
    expect(closed['2026-12-25']).toBe('Kerstmis')
    expect(closed['2026-04-27']).toBeUndefined()
    expect(closed['2026-12-26']).toBeUndefined()
  })

  it('closes from the first to the last day of a closure, for its own reason', () => {
    const closures = [{ from: '2026-12-24', until: '2026-12-26', reason: 'Kerstvakantie' }]
    const { closed } = buildCalendar({ ...SHOP_FACTS, closures }, { from: 2026, to: 2026 })
    expect(closed).toMatchObject({
      '2026-12-24': 'Kerstvakantie',
      '2026-12-25': 'Kerstvakantie',
      '2026-12-26': 'Kerstvakantie',
    })
    expect(closed['2026-12-27']).toBeUndefined()
  })

  it('has its week Monday first', () => {
    const { weekly } = buildCalendar(SHOP_FACTS, { from: 2026, to: 2026 })
    expect(weekly[6]).toEqual([{ from: 600, until: 960 }])
    expect(weekly[7]).toEqual([])
  })
})
