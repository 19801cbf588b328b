import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findParentIds, joinDecision } from '../../../src/shared/domain/threading.ts'
import type { JoinQuestion, SubjectCandidate } from '../../../src/shared/domain/threading.ts'
import { DAY } from '../../../src/shared/domain/time.ts'

describe('findParentIds', () => {
  it('asks In-Reply-To first, then References from the newest', () => {
    expect(findParentIds({ messageId: 'me', inReplyTo: ['c'], references: ['a', 'b', 'c'] })).toEqual(['c', 'b', 'a'])
  })

  it('leaves out itself, empties and repeats', () => {
    expect(findParentIds({ messageId: 'me', inReplyTo: ['', 'a'], references: ['me', 'a'] })).toEqual(['a'])
  })

  it('stays small whatever it gets, and keeps the newest', () => {
    const references = Array.from({ length: 20_000 }, (_, i) => `r${i}`)
    const ids = findParentIds({ messageId: null, inReplyTo: [], references })
    expect(ids).toHaveLength(50)
    expect(ids[0]).toBe('r19999')
  })
})

const NOW = Date.UTC(2025, 2, 3)
const question = (given: Partial<JoinQuestion>): JoinQuestion => ({
  parentIds: [],
  parents: [],
  customerId: 'piet',
  subjectKey: 'fiets',
  receivedAt: NOW,
  sameCustomer: [],
  ...given,
})
const live = (given: Partial<SubjectCandidate>): SubjectCandidate => ({
  caseId: 'case',
  customerId: 'piet',
  subjectKey: 'fiets',
  state: 'open',
  lastContactAt: NOW - DAY,
  ...given,
})

describe('joinDecision', () => {
  it('prefers what we sent over what others sent, and the nearest of those', () => {
    const parents = [
      { messageId: 'theirs', caseId: 'other', ours: false },
      { messageId: 'old', caseId: 'older', ours: true },
      { messageId: 'ours', caseId: 'right', ours: true },
    ]
    expect(joinDecision(question({ parentIds: ['theirs', 'ours', 'old'], parents }))).toEqual({
      caseId: 'right',
      because: 'own-message',
    })
  })

  it('takes a reference to any mail that we have, also of another customer', () => {
    const parents = [{ messageId: 'x', caseId: 'their-case', ours: false }]
    expect(joinDecision(question({ parentIds: ['x'], parents, customerId: null }))).toEqual({
      caseId: 'their-case',
      because: 'reference',
    })
  })

  it('ignores contacts that the mail does not refer to', () => {
    expect(joinDecision(question({ parents: [{ messageId: 'x', caseId: 'c', ours: true }] }))).toBeNull()
  })

  it('joins the same customer with the same subject on a live case', () => {
    expect(joinDecision(question({ sameCustomer: [live({})] }))).toEqual({ caseId: 'case', because: 'subject' })
    expect(joinDecision(question({ sameCustomer: [live({ state: 'waiting' })] }))?.caseId).toBe('case')
  })

  it.each([
    ['after 30 days', live({ lastContactAt: NOW - 30 * DAY - 1 })],
    ['when the case is done', live({ state: 'done' })],
    ['when it was set aside', live({ state: 'set-aside' })],
    ['for another subject', live({ subjectKey: 'slot' })],
    ['for another customer', live({ customerId: 'els' })],
  ])('opens a new case %s', (_, candidate) => {
    expect(joinDecision(question({ sameCustomer: [candidate] }))).toBeNull()
  })

  it('never joins on an empty subject', () => {
    expect(joinDecision(question({ subjectKey: '', sameCustomer: [live({ subjectKey: '' })] }))).toBeNull()
  })

  it('takes the case with the newest contact', () => {
    const sameCustomer = [live({ caseId: 'old', lastContactAt: NOW - 9 * DAY }), live({ caseId: 'new' })]
    expect(joinDecision(question({ sameCustomer }))?.caseId).toBe('new')
  })

  it('never joins two customers on text alone', () => {
    const anyone = fc.constantFrom('piet', 'els', 'jan')
    const candidate = fc.record({
      caseId: fc.string(),
      customerId: anyone,
      subjectKey: fc.constantFrom('', 'fiets'),
      state: fc.constantFrom('open' as const, 'waiting' as const, 'done' as const),
      lastContactAt: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
    })
    fc.assert(
      fc.property(fc.array(candidate), fc.option(anyone), (sameCustomer, customerId) => {
        const joined = joinDecision(question({ customerId, sameCustomer }))
        const own = sameCustomer.filter((one) => one.customerId === customerId).map((one) => one.caseId)
        expect(joined === null || own.includes(joined.caseId)).toBe(true)
      }),
    )
  })
})
