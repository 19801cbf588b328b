import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import english from '../../../resources/templates/en.json' with { type: 'json' }
import dutch from '../../../resources/templates/nl.json' with { type: 'json' }
import type { Language } from '../../../src/shared/domain/people.ts'
import { readTone } from '../../../src/shared/domain/tone.ts'
import { TONE_CATEGORIES } from '../../../src/shared/domain/tone/rules.ts'

/** One labelled sentence a line: categories apart by blanks ('-' for none), a tab, the sentence. */
function labelled(language: Language): { readonly wanted: ReadonlySet<string>; readonly text: string }[] {
  const file = readFileSync(join(import.meta.dirname, `fixtures/tone/${language}.tsv`), 'utf8')
  return file
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [labels = '', text = ''] = line.split('\t')
      return { wanted: new Set(labels === '-' ? [] : labels.split(' ')), text }
    })
}
const categoriesIn = (text: string, language: Language): Set<string> =>
  new Set(readTone(text, language).marks.map((mark) => mark.category))
const nl = (text: string) => [...categoriesIn(text, 'nl')]
const en = (text: string) => [...categoriesIn(text, 'en')]

describe.each<[Language, number]>([
  ['nl', 200],
  ['en', 150],
])('labelled sentences in %s', (language, least) => {
  const sentences = labelled(language)
  const seen = sentences.map((one) => ({ ...one, got: categoriesIn(one.text, language) }))

  it('are many and various', () => {
    expect(new Set(sentences.map((one) => one.text)).size).toBe(sentences.length)
    expect(sentences.length).toBeGreaterThanOrEqual(least)
    expect(sentences.filter((one) => one.wanted.size === 0).length).toBeGreaterThan(sentences.length / 4)
    for (const label of sentences.flatMap((one) => [...one.wanted])) expect(TONE_CATEGORIES).toContain(label)
  })

  it.each(TONE_CATEGORIES)('are read with precision and recall of 90 percent or more: %s', (category) => {
    const hits = seen.filter((one) => one.wanted.has(category) && one.got.has(category)).length
    const marked = seen.filter((one) => one.got.has(category)).length
    const faulty = seen.filter((one) => one.wanted.has(category)).length
    expect(faulty).toBeGreaterThanOrEqual(20)
    expect(hits / marked).toBeGreaterThanOrEqual(0.9)
    expect(hits / faulty).toBeGreaterThanOrEqual(0.9)
  })
})

describe('readTone', () => {
  it('marks the words, at their place in the draft', () => {
    const draft =
      'Beste mevrouw Smit,\n\nDank voor uw mail. Wij bellen u z.s.m. terug, a.u.b. even geduld.\n> zo snel mogelijk\nGroet'
    const { marks } = readTone(draft, 'nl')
    expect(marks.map((mark) => [mark.category, draft.slice(mark.from, mark.to)])).toEqual([['vague-time', 'z.s.m.']])
  })

  it('marks each place once, in order', () => {
    const draft = 'Dat kan niet, en wij kunnen u niet helpen.'
    const words = readTone(draft, 'nl').marks.map((mark) => draft.slice(mark.from, mark.to))
    expect(words).toEqual(['Dat kan niet', 'wij kunnen u niet'])
  })

  it('does not end a sentence at an abbreviation', () => {
    expect(nl('Wij bellen u z.s.m. terug, uiterlijk morgen om 12:00 uur.')).toEqual([])
    expect(nl('Wij sturen het asap! morgen om 12:00 bent u welkom.')).toEqual(['vague-time'])
  })

  it('sees what the next sentence makes good', () => {
    expect(nl('Dat kan niet. Wat wel kan, is een leenfiets.')).toEqual([])
    expect(nl('Dat kan niet. Groet, Sanne')).toEqual(['bare-no'])
    expect(nl('We houden u op de hoogte. Uiterlijk donderdag 15:00 hoort u van mij.')).toEqual([])
    expect(nl('Uiterlijk donderdag 15:00 weet ik meer. Ik houd u op de hoogte.')).toEqual([])
    expect(nl('De leverancier was te laat. Ik haal het onderdeel zelf op.')).toEqual([])
    expect(en('That is not possible. What I can do is lend you a bike.')).toEqual([])
    expect(en('We will keep you posted. You will hear from me by 3 pm on Friday.')).toEqual([])
  })

  it('takes a field for a moment as a moment', () => {
    expect(nl('We bellen u zo snel mogelijk, uiterlijk {{moment}}.')).toEqual([])
    expect(en('We will be in touch by {{moment}}.')).toEqual([])
  })

  it('reads curly apostrophes and capitals alike', () => {
    expect(en('WE CAN’T HELP YOU.')).toEqual(['bare-no'])
    expect(nl('ZO SNEL MOGELIJK!')).toEqual(['vague-time'])
  })

  it('knows where a delay becomes long', () => {
    const answer = (term: string) => nl(`U krijgt binnen ${term} antwoord.`)
    expect(['3 werkdagen', '72 uur', '4 dagen', 'twee dagen'].flatMap(answer)).toEqual([])
    expect(answer('4 werkdagen')).toEqual(['cold-delay'])
    expect(answer('96 uur')).toEqual(['cold-delay'])
    expect(answer('5 dagen')).toEqual(['cold-delay'])
    expect(answer('een week')).toEqual(['cold-delay'])
    expect(en('You will have a reply within 3 working days.')).toEqual([])
    expect(en('You will have a reply within 4 working days.')).toEqual(['cold-delay'])
  })

  it('leaves an empty draft in peace', () => {
    expect(readTone('', 'nl')).toEqual({ marks: [], lights: { heard: false, what: false, when: false, who: false } })
  })

  it('lights each certainty by itself', () => {
    const lit = (text: string, language: Language = 'nl') =>
      Object.entries(readTone(text, language).lights)
        .filter(([, on]) => on)
        .map(([light]) => light)
    expect(lit('Wat vervelend dat uw fiets stilstaat.')).toEqual(['heard'])
    expect(lit('Wij zoeken het uit.')).toEqual(['what'])
    expect(lit('Donderdag 15:00.')).toEqual(['when'])
    expect(lit('Zo snel mogelijk.')).toEqual([])
    expect(lit('Sanne belt u.')).toContain('who')
    expect(lit('Iemand belt u.')).not.toContain('who')
    expect(lit('Wij bellen u.')).not.toContain('who')
    expect(lit('How annoying that it broke again.', 'en')).toEqual(['heard'])
    expect(lit('We will look into it.', 'en')).toEqual(['what'])
    expect(lit('Thursday at 15:00.', 'en')).toEqual(['when'])
    expect(lit('Sarah will ring you.', 'en')).toContain('who')
    expect(lit('Somebody will ring you.', 'en')).not.toContain('who')
  })

  it('marks inside the draft, in order and without overlap, whatever it reads', () => {
    const words = labelled('nl').flatMap((one) => one.text.split(' '))
    const word = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('\n', '> ', '.', '…', '?', '{{moment}}', 'İ', '\u{1F600}'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.constantFrom<Language>('nl', 'en'), (pieces, language) => {
        const draft = pieces.join(' ')
        const { marks } = readTone(draft, language)
        for (const category of TONE_CATEGORIES) {
          const own = marks.filter((mark) => mark.category === category)
          expect(
            own.every(
              (mark, i) => mark.from >= (own[i - 1]?.to ?? 0) && mark.to > mark.from && mark.to <= draft.length,
            ),
          ).toBe(true)
        }
      }),
    )
  })

  it.each([
    'u had ',
    'zo snel ',
    'we kunnen ',
    'nee ',
    'a.',
    '...',
    ' ',
    '14 tot ',
    'leverancier ',
    "don't ",
    'you have ',
    'x',
  ])('reads a megabyte of %j', (piece) => {
    const text = piece.repeat(1_000_000 / piece.length)
    expect(readTone(text, 'nl').marks.length + readTone(text, 'en').marks.length).toBeGreaterThanOrEqual(0)
  })
})

describe.each([
  ['nl', dutch],
  ['en', english],
] as const)('built-in templates in %s', (language, templates) => {
  it.each(templates.map((one) => [one.title, one.address, one] as const))(
    'have nothing to mark: %s (%s)',
    (_, __, template) => {
      const { marks } = readTone(template.body, language)
      expect(marks.map((mark) => template.body.slice(mark.from, mark.to))).toEqual([])
    },
  )

  it('give all four certainties where something is owed', () => {
    const owing = templates.filter((one) => ['holding', 'delay', 'apology'].includes(one.kind))
    for (const template of owing) {
      expect({ title: template.title, ...readTone(template.body, language).lights }).toEqual({
        title: template.title,
        heard: true,
        what: true,
        when: true,
        who: true,
      })
    }
  })
})
