import { describe, expect, test } from 'vitest'
import { personIn, record, unrecorded } from '../../src/renderer/composer/typed-promise.ts'
import type { FoundPromise } from '../../src/shared/contract/promise-care.ts'

const found = (sentence: string, at: number, words = 'morgen'): FoundPromise => ({
  from: 0,
  to: sentence.length,
  sentence,
  at,
  words,
})
const NOTHING = { dueAt: null, said: null }
const TOMORROW = found('Ik bel u morgen.', 1_000)
const FRIDAY = found('U hoort vrijdag van ons.', 2_000, 'vrijdag')

describe('a promise in the text', () => {
  test('is offered, the soonest first', () => {
    expect(unrecorded([FRIDAY, TOMORROW], NOTHING, [], {})).toBe(TOMORROW)
    expect(unrecorded([], NOTHING, [], {})).toBeNull()
  })

  test('is not offered again once it is recorded, in whatever words', () => {
    expect(unrecorded([TOMORROW], { dueAt: 1_000, said: null }, [], {})).toBeNull()
    // The sentence came from the field of the moment, which may be read a little otherwise.
    expect(unrecorded([TOMORROW], { dueAt: 1_500, said: 'morgen' }, [], {})).toBeNull()
    expect(unrecorded([FRIDAY], { dueAt: 1_000, said: 'morgen' }, [], {})).toBeNull()
    expect(unrecorded([TOMORROW], { dueAt: 2_000, said: 'vrijdag' }, [], {})).toBe(TOMORROW)
  })

  test('is not offered when it says again what stays promised', () => {
    const promises = [{ id: 'p', dueAt: 1_000 }]
    expect(unrecorded([TOMORROW], NOTHING, promises, { p: 'stays' })).toBeNull()
    expect(unrecorded([TOMORROW], NOTHING, promises, { p: 'kept' })).toBe(TOMORROW)
  })

  test('is not offered when somebody said that it is none', () => {
    expect(unrecorded([TOMORROW, FRIDAY], { ...NOTHING, waived: [TOMORROW.sentence] }, [], {})).toBe(FRIDAY)
  })

  test('becomes the promise of the reply, in its own words, short enough to read', () => {
    expect(record(TOMORROW, null)).toEqual({ dueAt: 1_000, said: 'morgen', promiseText: 'Ik bel u morgen.' })
    const long = record(found(`Ik bel u morgen${' en overmorgen'.repeat(20)}.`, 1, ''), 'anna')
    expect(long).toMatchObject({ said: null, ownerId: 'anna' })
    expect(long.promiseText).toHaveLength(120)
  })

  test('belongs to the colleague whom it names', () => {
    const staff = [
      { id: 'a', name: 'Anna Visser' },
      { id: 'b', name: 'Ben' },
    ]
    expect(personIn('Ben belt u morgen.', staff)).toBe('b')
    expect(personIn('Anna, mijn collega, belt u.', staff)).toBe('a')
    expect(personIn('Ik ben er morgen.', staff)).toBeNull()
  })
})
