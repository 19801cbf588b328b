import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_STATES, QUEUE_SECTIONS } from '../../../src/shared/domain/case.ts'
import { sectionOf } from '../../../src/shared/domain/queue-section.ts'
import type { CaseFacts } from '../../../src/shared/domain/queue-section.ts'
import { HOUR } from '../../../src/shared/domain/time.ts'

const NOW = Date.UTC(2026, 10, 18, 9)
const TONIGHT = NOW + 14 * HOUR
const open: CaseFacts = { state: 'open', nextDueAt: null, firstAnswerAt: NOW - HOUR }

describe('the section of a case', () => {
  it.each([
    ['overdue', 'its promise has come due', { ...open, nextDueAt: NOW }],
    [
      'overdue',
      'it was never answered and its promise is past',
      { ...open, nextDueAt: NOW - HOUR, firstAnswerAt: null },
    ],
    ['due-today', 'its promise is due today', { ...open, nextDueAt: NOW + 1 }],
    ['due-today', 'it is due at closing time, which is midnight', { ...open, nextDueAt: TONIGHT }],
    ['first-answer', 'nobody answered', { ...open, firstAnswerAt: null }],
    [
      'first-answer',
      'only the acknowledgement promised something',
      { ...open, firstAnswerAt: null, nextDueAt: TONIGHT + 1 },
    ],
    ['answer', 'the customer wrote back', open],
    ['later', 'a person promised something for another day', { ...open, nextDueAt: TONIGHT + 1 }],
    ['waiting', "it is the customer's turn", { ...open, state: 'waiting' }],
    ['overdue', "it is the customer's turn but a promise broke", { ...open, state: 'waiting', nextDueAt: NOW }],
    ['done', 'nobody owes anything', { ...open, state: 'done' }],
    ['set-aside', 'it needs no answer', { ...open, state: 'set-aside', firstAnswerAt: null }],
  ] satisfies [string, string, CaseFacts][])('is %s when %s', (section, _, facts) => {
    expect(sectionOf(facts, NOW, TONIGHT)).toBe(section)
  })

  it('only gets more urgent as time goes by', () => {
    const facts = fc.record({
      state: fc.constantFrom(...CASE_STATES),
      nextDueAt: fc.option(fc.integer({ min: NOW - 48 * HOUR, max: NOW + 96 * HOUR })),
      firstAnswerAt: fc.option(fc.constant(NOW)),
    })
    fc.assert(
      fc.property(facts, fc.nat(72 * HOUR), (one, later) => {
        const place = (now: number): number =>
          QUEUE_SECTIONS.indexOf(sectionOf(one, now, TONIGHT + Math.floor((now - NOW) / (24 * HOUR)) * 24 * HOUR))
        expect(place(NOW + later)).toBeLessThanOrEqual(place(NOW))
      }),
    )
  })
})
