import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMoment } from '../../../src/shared/domain/moment-parser.ts'
import { sayMoment } from '../../../src/shared/domain/moments.ts'
import type { Language } from '../../../src/shared/domain/people.ts'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { ZONES, instantIn } from './fixtures/calendars.ts'
import { DUTCH_MOMENTS, ENGLISH_MOMENTS } from './fixtures/moments.ts'
import { SHOP, local, onTheWall } from './fixtures/shop.ts'

const NOW = local('2026-11-18 10:00')
const read = (text: string, language: Language, now = NOW): string | null =>
  onTheWall(readMoment(text, language, now, SHOP)?.at ?? null)

it.each(DUTCH_MOMENTS)('%s', (text, moment) => {
  expect(read(text, 'nl')).toBe(moment)
})

it.each(ENGLISH_MOMENTS)('%s', (text, moment) => {
  expect(read(text, 'en')).toBe(moment)
})

describe('the same words at another time', () => {
  it.each([
    ['tien uur', '2026-11-21 17:00', '2026-11-23 10:00'],
    ['eind van de dag', '2026-11-18 18:00', '2026-11-19 17:30'],
    ['vandaag', '2026-11-18 18:00', '2026-11-18 21:00'],
    ['morgen', '2026-12-24 12:00', '2026-12-25 17:00'],
    ['binnen twee werkdagen', '2026-12-24 10:00', '2026-12-29 17:30'],
    ['binnen 4 werkuren', '2026-11-20 16:30', '2026-11-21 13:00'],
    ['volgende werkdag', '2026-12-24 10:00', '2026-12-28 17:30'],
    ['binnen een week', '2026-12-18 10:00', '2026-12-24 17:30'],
    ['voor maandag', '2026-11-20 10:00', '2026-11-21 16:00'],
    ['3 uur', '2026-11-18 16:00', '2026-11-19 15:00'],
    ['2 januari', '2026-11-18 10:00', '2027-01-02 16:00'],
    ['over een uur', '2026-10-25 02:30', '2026-10-25 02:30'],
    ['morgen om half drie', '2026-03-28 12:00', '2026-03-29 14:30'],
  ])('%s, on %s', (text, now, moment) => {
    expect(read(text, 'nl', local(now))).toBe(moment)
  })
})

it('says which words it read', () => {
  expect(readMoment('bel Piet uiterlijk morgen 10:00 over de sleutel', 'nl', NOW, SHOP)?.text).toBe(
    'uiterlijk morgen 10:00',
  )
})

it('reads back what we write to customers, in any zone and year', () => {
  const moment = fc
    .constantFrom(...ZONES)
    .chain((zone) => fc.tuple(fc.constant(zone), instantIn(zone), fc.integer({ min: 30, max: 300 * 24 * 60 })))
  fc.assert(
    fc.property(moment, fc.constantFrom<Language>('nl', 'en'), ([zone, now, ahead], language) => {
      const at = now + ahead * MINUTE
      // An hour that comes twice is said alike both times: the first is meant.
      fc.pre(local(onTheWall(at, zone)!, zone) === at)
      const said = sayMoment(at, zone, language, now)
      expect(readMoment(said, language, now, { ...SHOP, zone })?.at, said).toBe(at)
    }),
    { numRuns: 300 },
  )
})

it('takes any text and never gives a moment that has passed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<Language>('nl', 'en'), (text, language) => {
      expect(readMoment(text, language, NOW, SHOP)?.at ?? Infinity).toBeGreaterThan(NOW)
    }),
  )
})
