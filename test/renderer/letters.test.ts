import { describe, expect, test } from 'vitest'
import english from '../../resources/templates/en.json' with { type: 'json' }
import dutch from '../../resources/templates/nl.json' with { type: 'json' }
import { letterFor, writeLetter } from '../../src/renderer/promises/letters.ts'
import type { Template } from '../../src/shared/domain/template.ts'
import { unfilledFields } from '../../src/shared/domain/templates.ts'

const builtIn = [...dutch, ...english].map((one) => ({ ...one, builtIn: true })) as Template[]
const KNOWN = { customer: 'Jan', subject: 'fiets', staff: 'Anna', business: 'De Proef', moment: 'morgen om 12:00' }
const BLANKS = { before: 'vandaag om 15:00', cause: 'De as is gebroken. ', plan: 'ik haal een nieuwe' }

describe('a letter of the golden rule', () => {
  test.each(
    (['inTime', 'late', 'suits'] as const).flatMap((kind) =>
      (['nl', 'en'] as const).flatMap((language) =>
        (['u', 'je'] as const).map((form) => [kind, language, form] as const),
      ),
    ),
  )('%s in %s (%s) has a place for everything', (kind, language, form) => {
    const template = letterFor(builtIn, kind, language, form)!
    expect(template).toMatchObject({ language, address: form })
    const letter = writeLetter(template.body, KNOWN, BLANKS)
    expect(unfilledFields(letter)).toEqual([])
    expect(letter).toContain('De as is gebroken.\n')
    for (const words of ['vandaag om 15:00', 'ik haal een nieuwe', 'morgen om 12:00']) expect(letter).toContain(words)
  })

  test.each(['nl', 'en'] as const)('for a late answer in %s leaves only the answer to write', (language) => {
    const template = letterFor(builtIn, 'answer', language, 'u')!
    expect(unfilledFields(writeLetter(template.body, KNOWN, { before: 'gisteren' }))).toHaveLength(1)
  })

  test('leaves blanks open that nobody filled, and takes no field from what was typed', () => {
    const { body } = letterFor(builtIn, 'inTime', 'nl', 'u')!
    expect(unfilledFields(writeLetter(body, KNOWN, { before: 'nu' }))).toEqual(['oorzaak', 'plan'])
    expect(writeLetter(body, KNOWN, { ...BLANKS, cause: '{{staff}} $&' })).toContain('{ {staff}} $&')
  })

  test('is the business’s own where it has room for cause and plan', () => {
    const own: Template = { ...builtIn[0]!, id: 'own', kind: 'delay', builtIn: false, body: '{{oorzaak}} {{plan}}' }
    expect(letterFor([own, ...builtIn], 'inTime', 'nl', 'je')).toBe(own)
    expect(letterFor([{ ...own, body: 'Sorry.' }, ...builtIn], 'inTime', 'nl', 'je')?.builtIn).toBe(true)
    expect(letterFor([own, ...builtIn], 'late', 'nl', 'je')?.builtIn).toBe(true)
  })
})
