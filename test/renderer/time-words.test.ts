import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { daysBetween, timeWords, urgency } from '../../src/renderer/words/time-words.ts'
import type { TimeWords } from '../../src/renderer/words/time-words.ts'
import en from '../../src/shared/locales/en/common.json' with { type: 'json' }
import nl from '../../src/shared/locales/nl/common.json' with { type: 'json' }
import { DAY, HOUR, MINUTE } from '../../src/shared/domain/time.ts'

const ZONE = 'Europe/Amsterdam'
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds
/** A Tuesday. */
const NOW = at('2026-11-24T10:20')

const words: Record<string, TimeWords> = {}
beforeAll(async () => {
  const i18n = i18next.createInstance()
  await i18n.init({ resources: { nl: { common: nl }, en: { common: en } }, interpolation: { escapeValue: false } })
  words['nl'] = timeWords(i18n.getFixedT('nl'), 'nl', ZONE)
  words['en'] = timeWords(i18n.getFixedT('en'), 'en', ZONE)
})

describe('how a due moment is said', () => {
  test.each([
    ['2026-11-24T10:20', 'nu', 'now'],
    ['2026-11-24T09:35', 'te laat, 45 minuten', '45 minutes late'],
    ['2026-11-24T08:20', 'te laat, 2 uur', '2 hours late'],
    ['2026-11-21T10:20', 'te laat, 3 dagen', '3 days late'],
    ['2026-11-24T10:21', 'over 1 minuut', 'in 1 minute'],
    ['2026-11-24T15:00', 'vandaag 15:00', 'today 15:00'],
    ['2026-11-25T12:00', 'morgen 12:00', 'tomorrow 12:00'],
    ['2026-11-26T09:00', 'donderdag 09:00', 'Thursday 09:00'],
    ['2026-12-14T09:00', '14 december 09:00', '14 December 09:00'],
    ['2027-11-30T09:00', '30 november 2027 09:00', '30 November 2027 09:00'],
  ])('%s is “%s” and “%s”', (local, dutch, english) => {
    expect(words['nl']!.due(at(local), NOW)).toBe(dutch)
    expect(words['en']!.due(at(local), NOW)).toBe(english)
  })
})

test('when we last heard of each other: a time today, a day before that', () => {
  expect(words['nl']!.since(at('2026-11-24T08:05'), NOW)).toBe('08:05')
  expect(words['nl']!.since(at('2026-11-23T23:59'), NOW)).toBe('gisteren')
  expect(words['nl']!.since(at('2026-11-20T12:00'), NOW)).toBe('vrijdag')
  expect(words['nl']!.since(at('2026-11-03T12:00'), NOW)).toBe('3 november')
})

test('a duration is said in its largest unit', () => {
  expect(words['nl']!.duration(MINUTE)).toBe('1 minuut')
  expect(words['nl']!.duration(90 * MINUTE)).toBe('2 uur')
  expect(words['en']!.duration(-HOUR)).toBe('1 hour')
  expect(words['en']!.duration(DAY)).toBe('1 day')
})

describe('colour', () => {
  test('late from the due moment on, today on the day of the business, fine after that', () => {
    expect(urgency(NOW, NOW, ZONE)).toBe('late')
    expect(urgency(NOW + 1, NOW, ZONE)).toBe('today')
    expect(urgency(at('2026-11-24T23:59'), NOW, ZONE)).toBe('today')
    expect(urgency(at('2026-11-25T00:00'), NOW, ZONE)).toBe('fine')
  })

  test('the day is that of the business, not of the machine', () => {
    // The tests run in Auckland, where it is already Wednesday.
    expect(urgency(at('2026-11-24T17:00'), at('2026-11-24T16:00'), ZONE)).toBe('today')
  })
})

test('a day of 23 or 25 hours is one day', () => {
  expect(daysBetween(at('2026-10-24T12:00'), at('2026-10-26T00:30'), ZONE)).toBe(2)
  expect(daysBetween(at('2026-03-28T23:30'), at('2026-03-29T03:30'), ZONE)).toBe(1)
})
