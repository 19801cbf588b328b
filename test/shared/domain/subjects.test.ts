import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanSubject, replySubject, subjectKey } from '../../../src/shared/domain/subjects.ts'

describe('cleanSubject', () => {
  it.each([
    ['Re: Fiets', 'Fiets'],
    ['RE: re: Re : Fiets', 'Fiets'],
    ['Antw: Fiets', 'Fiets'],
    ['ANTWOORD: Betr: Fiets', 'Fiets'],
    ['Betreft: Fiets', 'Fiets'],
    ['AW: WG: Fiets', 'Fiets'],
    ['SV: Fiets', 'Fiets'],
    ['RE[2]: Fiets', 'Fiets'],
    ['Re(3): Fiets', 'Fiets'],
    ['Re^2: Fiets', 'Fiets'],
    ['FW: Fwd: TR: Fiets', 'Fiets'],
    ['Doorst: Fiets', 'Fiets'],
    ['回复：Fiets', 'Fiets'],
    ['[EXTERN] Re: [External] Fiets', 'Fiets'],
    ['***SPAM*** Re: Fiets', 'Fiets'],
    ['Re:Fiets', 'Fiets'],
    ['  Fiets \r\n\t kapot ', 'Fiets kapot'],
    ['Re:', ''],
    ['', ''],
  ])('%j becomes %j', (subject, cleaned) => {
    expect(cleanSubject(subject)).toBe(cleaned)
  })

  it.each([
    'Reparatie: fiets',
    'Rekening 12',
    'Swapfiets',
    'Fiets Re: slot',
    '[#12] fiets',
    'R: fiets',
    'VS: reis',
    'Refiets',
  ])('leaves %j alone', (subject) => {
    expect(cleanSubject(subject)).toBe(subject)
  })

  it('cleans once and for all, and leaves one line', () => {
    const piece = fc.constantFrom('Re: ', 'fwd:', '[EXTERN] ', 'Antw : ', ' ', '\r\n', 'fiets', ':', '[2]', 'é')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const cleaned = cleanSubject(pieces.join(''))
        expect(cleanSubject(cleaned)).toBe(cleaned)
        expect(cleaned).not.toMatch(/[\r\n\t]/)
      }),
    )
  })

  it('reads a megabyte of marks', () => {
    expect(cleanSubject('Re: '.repeat(262_144))).toBe('')
    expect(cleanSubject(`${'Re '.repeat(300_000)}x`)).toHaveLength(900_001)
  })
})

describe('subjectKey', () => {
  it('sees one subject through marks, case and width', () => {
    expect(subjectKey('RE: Fiets  KAPOT')).toBe(subjectKey('fiets kapot'))
    expect(subjectKey('Cafe\u0301')).toBe(subjectKey('Café'))
    expect(subjectKey('Fiets 1')).not.toBe(subjectKey('Fiets 2'))
  })
})

describe('replySubject', () => {
  it('has one Re:', () => {
    expect(replySubject('Antw: RE: Fiets')).toBe('Re: Fiets')
    expect(replySubject('')).toBe('Re:')
  })

  it('never carries a line end into a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (subject) => {
        expect(replySubject(subject)).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
