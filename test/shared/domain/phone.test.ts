import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhoneNumbers, formatPhone, normalisePhone } from '../../../src/shared/domain/phone.ts'

describe('normalisePhone', () => {
  it.each([
    '0612345678',
    '06-12345678',
    '06 12 34 56 78',
    '+31 6 12345678',
    '0031612345678',
    '+31 (0)6 1234 5678',
    '0031 (0) 6 12345678',
    'tel: 06-12345678',
  ])('reads %s', (written) => {
    expect(normalisePhone(written, 'NL')).toBe('+31612345678')
  })

  it('reads numbers of other countries and of the country it is told', () => {
    expect(normalisePhone('+32 470 12 34 56', 'NL')).toBe('+32470123456')
    expect(normalisePhone('0470 12 34 56', 'BE')).toBe('+32470123456')
    expect(normalisePhone('020 7946 0958', 'GB')).toBe('+442079460958')
    expect(normalisePhone('020 624 1111', 'NL')).toBe('+31206241111')
  })

  it.each(['', '12', 'morgen', '06', '1234567890123456789', '0'.repeat(200), 'order 2025-0312'])(
    'refuses %j',
    (text) => {
      expect(normalisePhone(text, 'NL')).toBeNull()
    },
  )

  it('falls back to the Netherlands for a country it does not know', () => {
    expect(normalisePhone('0612345678', 'XX')).toBe('+31612345678')
  })

  it('gives back what it gave, and survives a round through the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 89_999_999 }), (n) => {
        const number = normalisePhone(`06${n}`, 'NL')
        fc.pre(number !== null)
        expect(normalisePhone(number, 'GB')).toBe(number)
        expect(normalisePhone(formatPhone(number, 'NL'), 'NL')).toBe(number)
        expect(normalisePhone(formatPhone(number, 'GB'), 'GB')).toBe(number)
      }),
    )
  })
})

describe('formatPhone', () => {
  it('writes as people at home do', () => {
    expect(formatPhone('+31612345678', 'NL')).toBe('06 12345678')
    expect(formatPhone('+31612345678', 'BE')).toBe('+31 6 12345678')
    expect(formatPhone('geen nummer', 'NL')).toBe('geen nummer')
  })
})

describe('findPhoneNumbers', () => {
  it('finds each once, in order', () => {
    const text = 'Bel 06-12345678 of 020 624 1111, thuis +31 (0)6 1234 5678. Order 2025031209, datum 03-03-2025.'
    expect(findPhoneNumbers(text, 'NL')).toEqual(['+31612345678', '+31206241111'])
  })

  it('reads long and hostile text', () => {
    expect(findPhoneNumbers('0'.repeat(1_000_000), 'NL')).toEqual([])
    expect(findPhoneNumbers('(06) '.repeat(200_000), 'NL')).toEqual([])
  })
})
