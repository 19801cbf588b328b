import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/shared/domain/people.ts'
import { findPromises } from '../../../src/shared/domain/typed-promises.ts'
import { ENGLISH_SENTENCES } from './fixtures/promises-en.ts'
import { DUTCH_SENTENCES } from './fixtures/promises-nl.ts'
import { SHOP, local, onTheWall } from './fixtures/shop.ts'

const NOW = local('2026-11-18 10:00')

const read = (text: string, language: Language): (string | null)[] =>
  findPromises(text, language, NOW, SHOP).map(({ at }) => onTheWall(at))

describe.each([
  ['Dutch', 'nl', DUTCH_SENTENCES, 150],
  ['English', 'en', ENGLISH_SENTENCES, 100],
] as const)('the labelled %s sentences', (_, language, sentences, enough) => {
  const promising = sentences.filter(([, at]) => at !== null)
  const others = sentences.filter(([, at]) => at === null)
  const share = (part: number, whole: number): number => part / whole

  it('are enough of both kinds', () => {
    expect(promising.length + others.length).toBeGreaterThanOrEqual(enough)
    expect(Math.min(promising.length, others.length)).toBeGreaterThanOrEqual(enough / 3)
    expect(new Set(sentences.map(([sentence]) => sentence)).size).toBe(sentences.length)
  })

  it('with a promise are found, 95 in a hundred at least', () => {
    const missed = promising.filter(([sentence]) => read(sentence, language).length === 0)
    expect(share(promising.length - missed.length, promising.length), missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('with a promise are read with the right moment, 95 in a hundred at least', () => {
    const wrong = promising.filter(([sentence, at]) => !read(sentence, language).includes(at))
    expect(share(promising.length - wrong.length, promising.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('without a promise raise no alarm, but for 5 in a hundred at most', () => {
    const alarms = others.filter(([sentence]) => read(sentence, language).length > 0)
    expect(share(alarms.length, others.length), alarms.join('\n')).toBeLessThanOrEqual(0.05)
  })
})

describe('a whole reply', () => {
  const reply = `Beste mevrouw De Wit,

Wat vervelend dat de sleutel niet past. Dank voor uw bericht van dinsdag.
Ik vraag het na bij de werkplaats en bel u morgen voor 12 uur.
Uw fiets kunt u zaterdag tussen 10 en 16 uur ophalen.

U krijgt de offerte
uiterlijk vrijdag in de mail.

> Ik bel u donderdag terug.

Met vriendelijke groet,
Anna`

  it('gives each promise with the place of its sentence, and skips what is quoted', () => {
    const found = findPromises(reply, 'nl', NOW, SHOP)
    expect(found.map(({ sentence, at }) => [sentence, onTheWall(at)])).toEqual([
      ['Ik vraag het na bij de werkplaats en bel u morgen voor 12 uur.', '2026-11-19 12:00'],
      ['U krijgt de offerte\nuiterlijk vrijdag in de mail.', '2026-11-20 17:30'],
    ])
    for (const { from, to, sentence } of found) expect(reply.slice(from, to)).toBe(sentence)
  })

  it('may say the moment in a sentence of its own', () => {
    expect(findPromises('Ik bel u terug. Uiterlijk morgen om 12 uur.', 'nl', NOW, SHOP)).toEqual([
      { from: 0, to: 43, sentence: 'Ik bel u terug. Uiterlijk morgen om 12 uur.', at: local('2026-11-19 12:00') },
    ])
    expect(read('We close the case. By Friday.', 'en')).toEqual([])
  })

  it('may hold two promises in one sentence', () => {
    expect(read('Vandaag stuur ik u de offerte en vrijdag bel ik u.', 'nl')).toEqual([
      '2026-11-18 17:30',
      '2026-11-20 17:30',
    ])
  })

  it('may say the moment in a clause of its own, or the time of a day named before', () => {
    expect(read('Zodra ik meer weet bel ik u, uiterlijk vrijdag 12:00.', 'nl')).toEqual(['2026-11-20 12:00'])
    expect(read('Zodra de band binnen is bel ik, dat is uiterlijk dinsdag.', 'nl')).toEqual(['2026-11-24 17:30'])
    expect(read('Wij komen vrijdag langs en bellen u om 9 uur.', 'nl')).toContain('2026-11-20 09:00')
    expect(read('Ik heb vrijdag overleg en bel u om 15 uur.', 'nl')).toEqual(['2026-11-20 15:00'])
  })

  it('may end in a question about it, but a question alone promises nothing', () => {
    expect(read('Ik bel u morgen om 10 uur, komt dat uit?', 'nl')).toEqual(['2026-11-19 10:00'])
    expect(read('U hoort donderdag van ons?', 'nl')).toEqual([])
  })

  it('promises nothing with a moment that has passed', () => {
    expect(read('Ik bel u vandaag om 9 uur.', 'nl')).toEqual([])
    expect(read('I will call you on 17 November 2026.', 'en')).toEqual([])
  })
})

it('takes any text, gives places in it and moments to come', () => {
  const words = fc.constantFrom(
    'Ik',
    'bel',
    'u',
    'morgen',
    'om',
    '12',
    'uur',
    '.',
    '\n',
    '>',
    ',',
    'en',
    'half',
    'voor',
    "'s",
    'İ',
    '\u00a0',
    '26-11',
    '3',
    'I',
    'will',
    'call',
    'by',
    'Friday',
    'noon',
    '?',
    'of',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom<Language>('nl', 'en'), (any, language) => {
      for (const { from, to, sentence, at } of findPromises(any, language, NOW, SHOP)) {
        expect(any.slice(from, to)).toBe(sentence)
        expect(at).toBeGreaterThan(NOW)
      }
    }),
    { numRuns: 60 },
  )
})

it('reads a long pasted text without holding up typing', () => {
  const start = performance.now()
  findPromises('ik bel u en '.repeat(15_000), 'nl', NOW, SHOP)
  findPromises('Ik bel u morgen. '.repeat(100), 'nl', NOW, SHOP)
  expect(performance.now() - start).toBeLessThan(2_000)
})
