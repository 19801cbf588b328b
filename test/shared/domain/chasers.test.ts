import { describe, expect, it } from 'vitest'
import { isChaser, merelyThanks } from '../../../src/shared/domain/chasers.ts'
import type { Approach } from '../../../src/shared/domain/chasers.ts'
import { CHASING, THANKING } from './fixtures/thanks.ts'

const owed: Approach = {
  kind: 'mail-in',
  text: 'Wanneer hoor ik iets?',
  automatic: false,
  answerOwed: true,
  livePromises: 0,
}

describe('a chaser', () => {
  it('comes back while we owe an answer or a promise, by any channel', () => {
    for (const kind of ['mail-in', 'call-in', 'counter', 'letter', 'social'] as const) {
      expect(isChaser({ ...owed, kind })).toBe(true)
      expect(isChaser({ ...owed, kind, answerOwed: false, livePromises: 1 })).toBe(true)
      expect(isChaser({ ...owed, kind, answerOwed: false })).toBe(false)
    }
  })

  it('is not made by us, by a machine, or by a thank-you', () => {
    for (const kind of ['mail-out', 'call-out', 'note'] as const) expect(isChaser({ ...owed, kind })).toBe(false)
    expect(isChaser({ ...owed, automatic: true })).toBe(false)
    expect(isChaser({ ...owed, text: 'Hartelijk dank voor de snelle reactie!' })).toBe(false)
  })

  it('by phone with nothing written down counts', () => {
    expect(isChaser({ ...owed, kind: 'call-in', text: '' })).toBe(true)
  })
})

it.each(THANKING)('merely thanks: %s', (text) => {
  expect(merelyThanks(text)).toBe(true)
})

it.each(CHASING)('does more than thank: %s', (text) => {
  expect(merelyThanks(text)).toBe(false)
})
