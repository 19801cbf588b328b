import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerPromise } from '../../../src/shared/domain/promise.ts'
import {
  CORRECTION_WINDOW,
  breakWhenDue,
  correctPromise,
  handOverPromise,
  isLive,
  keepPromise,
  lateness,
  makePromise,
  renegotiatePromise,
  resumePromise,
  withdrawPromise,
} from '../../../src/shared/domain/promises.ts'
import type { NewPromise } from '../../../src/shared/domain/promises.ts'
import type { Result } from '../../../src/shared/domain/result.ts'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'

const MADE = Date.UTC(2026, 10, 18, 9)
const DUE = MADE + 3 * HOUR
const FACTS: NewPromise = {
  id: 'p1',
  caseId: 'case',
  customerId: 'customer',
  ownerId: 'anna',
  text: 'Call back about the key',
  dueAt: DUE,
  origin: 'call',
  contactId: 'contact',
}

function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.error}`)
  return result.value
}
const promise = value(makePromise(FACTS, MADE))

describe('a promise', () => {
  it('opens with an owner and a moment in the future', () => {
    expect(promise).toMatchObject({ ...FACTS, state: 'open', madeAt: MADE, brokenAt: null, predecessorId: null })
    expect(makePromise({ ...FACTS, dueAt: MADE }, MADE)).toEqual({ ok: false, error: 'due-in-past' })
  })

  it('breaks at its due moment, however late anybody looks, and stays live', () => {
    expect(breakWhenDue(promise, DUE - 1)).toBe(promise)
    expect(breakWhenDue(promise, DUE)).toMatchObject({ state: 'broken', brokenAt: DUE })
    const broken = breakWhenDue(promise, DUE + 40 * HOUR)
    expect(broken).toMatchObject({ state: 'broken', brokenAt: DUE })
    expect(isLive(broken)).toBe(true)
    expect(breakWhenDue(broken, DUE + 50 * HOUR)).toBe(broken)
  })

  it('is kept in time, or kept late and broken for good', () => {
    expect(value(keepPromise(promise, 'called', 'spoke to her', DUE - 1))).toMatchObject({
      state: 'kept',
      brokenAt: null,
      endedAt: DUE - 1,
      keptHow: 'called',
      endNote: 'spoke to her',
    })
    const late = value(keepPromise(promise, 'answered', null, DUE + HOUR))
    expect(late).toMatchObject({ state: 'kept-late', brokenAt: DUE })
    expect(lateness(late, DUE + 9 * HOUR)).toBe(HOUR)
    expect(lateness(promise, DUE - HOUR)).toBe(0)
  })

  it('is renegotiated in time or afterwards, by a successor that points back', () => {
    const next = { ...FACTS, id: 'p2', dueAt: DUE + 24 * HOUR }
    const inTime = value(renegotiatePromise(promise, next, DUE - HOUR))
    expect(inTime.ended).toMatchObject({ state: 'renegotiated', brokenAt: null, dueAt: DUE })
    expect(inTime.successor).toMatchObject({ id: 'p2', state: 'open', predecessorId: 'p1', caseId: 'case' })
    expect(value(renegotiatePromise(promise, next, DUE + HOUR)).ended).toMatchObject({
      state: 'renegotiated',
      brokenAt: DUE,
    })
    expect(renegotiatePromise(promise, { ...next, dueAt: DUE - HOUR }, DUE)).toEqual({
      ok: false,
      error: 'due-in-past',
    })
  })

  it('stands again when the mail that kept it never left, and is broken by then if its moment has passed', () => {
    const kept = value(keepPromise(promise, 'answered', null, DUE - MINUTE))
    expect(value(resumePromise(kept, DUE - 1))).toEqual(promise)
    expect(value(resumePromise(kept, DUE + MINUTE))).toMatchObject({ state: 'broken', brokenAt: DUE, keptHow: null })
    expect(resumePromise(promise, DUE)).toEqual({ ok: false, error: 'promise-ended' })
  })

  it('is withdrawn for a reason only', () => {
    expect(withdrawPromise(promise, '  ', MADE)).toEqual({ ok: false, error: 'reason-needed' })
    expect(value(withdrawPromise(promise, ' customer called off ', MADE))).toMatchObject({
      state: 'withdrawn',
      endNote: 'customer called off',
    })
  })

  it('is corrected within ten minutes of making it and never once it broke', () => {
    const other = DUE + HOUR
    expect(value(correctPromise(promise, other, MADE + CORRECTION_WINDOW))).toMatchObject({
      dueAt: other,
      state: 'open',
    })
    const late = { ok: false, error: 'too-late-to-correct' }
    expect(correctPromise(promise, other, MADE + CORRECTION_WINDOW + 1)).toEqual(late)
    const short = value(makePromise({ ...FACTS, dueAt: MADE + MINUTE }, MADE))
    expect(correctPromise(short, other, MADE + 2 * MINUTE)).toEqual(late)
    expect(correctPromise(promise, MADE, MADE + MINUTE)).toEqual({ ok: false, error: 'due-in-past' })
  })
})

type Step = (before: CustomerPromise, now: number) => Result<CustomerPromise, string>
const step: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  fc.constant([
    'sweep',
    (p: CustomerPromise, now: number) => ({ ok: true as const, value: breakWhenDue(p, now) }),
  ] as const),
  fc.constant(['keep', (p: CustomerPromise, now: number) => keepPromise(p, 'by-hand', null, now)] as const),
  fc
    .constantFrom('', 'called off')
    .map((reason) => ['withdraw', (p: CustomerPromise, now: number) => withdrawPromise(p, reason, now)] as const),
  fc
    .constantFrom('anna', 'ben')
    .map((owner) => ['hand over', (p: CustomerPromise, now: number) => handOverPromise(p, owner, now)] as const),
  fc
    .integer({ min: -60, max: 600 })
    .map(
      (ahead) =>
        ['correct', (p: CustomerPromise, now: number) => correctPromise(p, now + ahead * MINUTE, now)] as const,
    ),
  fc.integer({ min: -60, max: 600 }).map(
    (ahead) =>
      [
        'renegotiate',
        (p: CustomerPromise, now: number): Result<CustomerPromise, string> => {
          const result = renegotiatePromise(p, { ...FACTS, id: 'next', dueAt: now + ahead * MINUTE }, now)
          return result.ok ? { ok: true, value: result.value.ended } : result
        },
      ] as const,
  ),
)
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), step), { maxLength: 12 })

describe('a promise through any story', () => {
  it('ends once, breaks once, moves its moment only by a correction, and is never changed in place', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let now = MADE
        let current: CustomerPromise = promise
        for (const [minutes, [name, take]] of steps) {
          now += minutes * MINUTE
          const before = structuredClone(current)
          const result = take(current, now)
          expect(current).toEqual(before)
          if (!result.ok) continue
          const after = result.value
          if (!isLive(before)) expect(after).toBe(current)
          if (name !== 'correct') expect(after.dueAt).toBe(before.dueAt)
          if (before.brokenAt !== null) expect(after.brokenAt).toBe(before.brokenAt)
          if (after.brokenAt !== null) expect(after.brokenAt).toBe(after.dueAt)
          expect(after.brokenAt !== null).toBe(isLive(before) ? now >= after.dueAt : before.brokenAt !== null)
          expect(after.endedAt === null).toBe(isLive(after))
          expect(after.madeAt).toBe(MADE)
          current = after
        }
      }),
    )
  })

  it('comes out the same whether or not a sweep came by in between', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let now = MADE
        let swept: CustomerPromise = promise
        let alone: CustomerPromise = promise
        for (const [minutes, [, take]] of steps) {
          now += minutes * MINUTE
          const a = take(breakWhenDue(swept, now), now)
          const b = take(alone, now)
          expect(a.ok).toBe(b.ok)
          if (a.ok) swept = a.value
          if (b.ok) alone = b.value
        }
        expect(breakWhenDue(alone, now)).toEqual(breakWhenDue(swept, now))
      }),
    )
  })
})
