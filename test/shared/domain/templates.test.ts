import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import english from '../../../resources/templates/en.json' with { type: 'json' }
import dutch from '../../../resources/templates/nl.json' with { type: 'json' }
import { TEMPLATE_FIELDS, TEMPLATE_KINDS } from '../../../src/shared/domain/template.ts'
import { fillTemplate, greetingName, unfilledFields } from '../../../src/shared/domain/templates.ts'

describe('fillTemplate', () => {
  it('fills what is known and names what is not', () => {
    const filled = fillTemplate('Beste {{customer}}, {{ moment }} belt {{staff}}. {{wat we doen}}', {
      customer: 'Els',
      staff: 'Sanne',
    })
    expect(filled.text).toBe('Beste Els, {{ moment }} belt Sanne. {{wat we doen}}')
    expect(filled.unfilled).toEqual(['moment', 'wat we doen'])
  })

  it('greets without a name when there is none', () => {
    expect(fillTemplate('Beste {{customer}},\nDank', { customer: '' }).text).toBe('Goedendag,\nDank')
    expect(fillTemplate('Dear {{customer}},\nThanks', { customer: ' ' }).text).toBe('Hello,\nThanks')
  })

  it('leaves a name that was not given for a person to fill', () => {
    expect(fillTemplate('Beste {{customer}},', {}).unfilled).toEqual(['customer'])
  })

  it('does not read what a customer wrote as a field', () => {
    const filled = fillTemplate('Over {{subject}}: {{staff}}', { subject: '{{staff}} {{wachtwoord}}', staff: 'Sanne' })
    expect(filled.text).toBe('Over { {staff} } { {wachtwoord} }: Sanne')
    expect(filled.unfilled).toEqual([])
  })

  it('knows its own fields only', () => {
    expect(fillTemplate('{{constructor}} {{__proto__}} {{toString}}', { staff: 'Sanne' }).unfilled).toEqual([
      'constructor',
      '__proto__',
      'toString',
    ])
  })

  it('never lets a value open a field or lose a word', () => {
    const hostile = fc
      .array(fc.constantFrom('{', '}', '{{', '}}', 'staff', 'moment', ' ', '$&', '$1', '\n', 'x'))
      .map((p) => p.join(''))
    fc.assert(
      fc.property(hostile, hostile, (subject, staff) => {
        fc.pre(subject.trim() !== '' && staff.trim() !== '')
        const { text, unfilled } = fillTemplate('a {{subject}} b {{staff}} c', { subject, staff })
        expect(unfilled).toEqual([])
        const letters = (s: string) => s.replace(/\s/g, '')
        expect(letters(text)).toBe(letters(`a${subject}b${staff}c`))
      }),
    )
  })

  it('reads a megabyte of braces', () => {
    expect(unfilledFields('{'.repeat(1_000_000))).toEqual([])
    expect(unfilledFields('{{ '.repeat(300_000))).toEqual([])
  })
})

describe('greetingName', () => {
  it.each([
    ['Piet Jansen', 'u', 'Piet Jansen'],
    ['Piet Jansen', 'je', 'Piet'],
    ['P. de Jong', 'je', 'P. de Jong'],
    ['De Fietsenmaker', 'je', 'De Fietsenmaker'],
    ['Bakkerij Jansen', 'je', 'Bakkerij Jansen'],
    ['Jansen B.V.', 'je', 'Jansen B.V.'],
    ['Els', 'je', 'Els'],
    ['Groep Vrienden van het Fietspad', 'je', 'Groep Vrienden van het Fietspad'],
    ['xj23@gmail.example', 'u', ''],
    ['+31 6 12345678', 'u', ''],
    ['Win http://x.example', 'u', ''],
  ] as const)('greets %s (%s) as %j', (name, form, greeted) => {
    expect(greetingName(name, form)).toBe(greeted)
  })
})

describe.each([
  ['nl', dutch],
  ['en', english],
])('built-in templates in %s', (language, templates) => {
  it.each(['u', 'je'])('hold every kind for %s, twelve or more', (address) => {
    const own = templates.filter((one) => one.address === address)
    expect(own.length).toBeGreaterThanOrEqual(12)
    expect(new Set(own.map((one) => one.kind))).toEqual(new Set(TEMPLATE_KINDS))
  })

  it('have ids, titles and the same set in both forms of address', () => {
    expect(new Set(templates.map((one) => one.id)).size).toBe(templates.length)
    const shape = (address: string) =>
      templates.filter((one) => one.address === address).map((one) => [one.kind, unfilledFields(one.body)])
    expect(shape('u')).toEqual(shape('je'))
    for (const one of templates) {
      expect(one.language).toBe(language)
      expect(one.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(one.title.trim()).not.toBe('')
    }
  })

  it('greet, name the moment where something is owed, and say who', () => {
    for (const one of templates) {
      const fields = unfilledFields(one.body)
      expect(fields).toContain('customer')
      expect(fields).toContain('business')
      expect(fields).toContain('staff')
    }
    for (const one of templates.filter(({ kind }) =>
      ['acknowledgement', 'holding', 'delay', 'apology'].includes(kind),
    )) {
      expect(unfilledFields(one.body)).toContain('moment')
    }
  })

  it('keep words of a stranger out of the mail that goes by itself', () => {
    for (const one of templates.filter((template) => template.kind === 'acknowledgement')) {
      expect(
        unfilledFields(one.body).every((field) => ['customer', 'moment', 'staff', 'business'].includes(field)),
      ).toBe(true)
    }
  })

  it('never misspell a field of ours', () => {
    const near = TEMPLATE_FIELDS.map((field) => field.toLowerCase())
    for (const field of templates.flatMap((one) => unfilledFields(one.body))) {
      expect(near.includes(field.toLowerCase())).toBe(TEMPLATE_FIELDS.some((own) => own === field))
    }
  })

  it('use one form of address throughout', () => {
    if (language !== 'nl') return
    for (const one of templates) {
      const wrong = one.address === 'u' ? /\b(?:je|jij|jou|jouw|hoi|hallo)\b/i : /\b(?:u|uw|heeft u)\b/i
      expect(`${one.title}\n${one.body}`).not.toMatch(wrong)
    }
  })
})
