import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BusinessCalendar } from '../../../src/shared/domain/calendar.ts'
import { DEFAULT_LADDER, NO_NAGS, dueNags, nagReach, nextNag, snoozeUntil } from '../../../src/shared/domain/nagging.ts'
import type { Nag, NagHistory, NagLadder } from '../../../src/shared/domain/nagging.ts'
import { isWithinHours } from '../../../src/shared/domain/opening-hours.ts'
import type { CustomerPromise } from '../../../src/shared/domain/promise.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import type { Instant } from '../../../src/shared/domain/time.ts'
import { businessWith } from './fixtures/calendars.ts'
import { SHOP, local, onTheWall } from './fixtures/shop.ts'

function promiseDue(dueAt: Instant, madeAt = dueAt - 30 * DAY): CustomerPromise {
  return {
    id: 'p',
    caseId: 'c',
    customerId: 'k',
    ownerId: 'anna',
    text: 'Call back',
    madeAt,
    dueAt,
    origin: 'call',
    contactId: null,
    state: 'open',
    brokenAt: null,
    endedAt: null,
    keptHow: null,
    endNote: null,
    predecessorId: null,
  }
}

/** The first nags of a promise when somebody looks all the time. */
function ladderOf(promise: CustomerPromise, count: number, calendar = SHOP, ladder = DEFAULT_LADDER): Nag[] {
  const nags: Nag[] = []
  while (nags.length < count) {
    const nag = nextNag(promise, { last: nags.at(-1) ?? null, snoozedUntil: null }, calendar, ladder)
    if (nag === null) return nags
    nags.push(nag)
  }
  return nags
}
const times = (nags: readonly Nag[]): (string | null)[] => nags.map(({ at }) => onTheWall(at))
const one = (promise: CustomerPromise, history: NagHistory, now: Instant) =>
  dueNags([{ promise, history }], now, SHOP, DEFAULT_LADDER)

describe('the ladder', () => {
  it('warns an hour before, comes at the moment, every quarter of an hour, then every half hour, ever harder', () => {
    const nags = ladderOf(promiseDue(local('2026-11-18 15:00')), 8)
    expect(times(nags)).toEqual([
      '2026-11-18 14:00',
      '2026-11-18 15:00',
      '2026-11-18 15:15',
      '2026-11-18 15:30',
      '2026-11-18 15:45',
      '2026-11-18 16:00',
      '2026-11-18 16:30',
      '2026-11-18 17:00',
    ])
    expect(nags.map(({ tone }) => tone)).toEqual(['before', 'due', 'late', 'late', 'late', 'late', 'late', 'late'])
    expect(nags.map(({ everyone }) => everyone)).toEqual([false, false, false, false, false, true, true, true])
  })

  it('counts open time: it waits over lunch, the night and Sunday', () => {
    expect(times(ladderOf(promiseDue(local('2026-11-21 15:45')), 4))).toEqual([
      '2026-11-21 14:45',
      '2026-11-21 15:45',
      '2026-11-21 16:00',
      '2026-11-23 09:15',
    ])
    expect(times(ladderOf(promiseDue(local('2026-11-18 13:20')), 1))).toEqual(['2026-11-18 11:50'])
  })

  it('comes at closing time itself for what is due then', () => {
    expect(times(ladderOf(promiseDue(local('2026-11-18 17:30')), 3))).toEqual([
      '2026-11-18 16:30',
      '2026-11-18 17:30',
      '2026-11-19 09:15',
    ])
  })

  it('follows the clock on the wall for what is due outside opening hours, for three hours', () => {
    const nags = ladderOf(promiseDue(local('2026-11-22 14:00')), 11)
    expect(times(nags)).toEqual([
      '2026-11-22 13:00',
      '2026-11-22 14:00',
      '2026-11-22 14:15',
      '2026-11-22 14:30',
      '2026-11-22 14:45',
      '2026-11-22 15:00',
      '2026-11-22 15:30',
      '2026-11-22 16:00',
      '2026-11-22 16:30',
      '2026-11-22 17:00',
      '2026-11-23 09:30',
    ])
  })

  it('goes on by the clock on the wall for a business without opening hours', () => {
    const never: BusinessCalendar = { ...SHOP, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }
    const nags = ladderOf(promiseDue(local('2026-11-22 14:00')), 13, never)
    expect(onTheWall(nags.at(-1)?.at ?? null)).toBe('2026-11-22 18:30')
  })

  it('gives no heads-up to somebody who has just promised', () => {
    const promise = promiseDue(local('2026-11-18 15:00'), local('2026-11-18 14:30'))
    expect(times(ladderOf(promise, 2))).toEqual(['2026-11-18 15:00', '2026-11-18 15:15'])
  })

  it('goes on for a broken promise and ends with the promise', () => {
    const promise = promiseDue(local('2026-11-18 15:00'))
    expect(nextNag({ ...promise, state: 'broken' }, NO_NAGS, SHOP, DEFAULT_LADDER)).not.toBeNull()
    for (const state of ['kept', 'kept-late', 'renegotiated', 'withdrawn'] as const) {
      expect(nextNag({ ...promise, state }, NO_NAGS, SHOP, DEFAULT_LADDER)).toBeNull()
    }
  })

  it('can be set otherwise', () => {
    const ladder: NagLadder = {
      headsUp: null,
      first: { every: 5, times: 1 },
      thenEvery: 60,
      everyoneAfter: 5,
      outsideHours: 0,
    }
    const nags = ladderOf(promiseDue(local('2026-11-18 14:00')), 3, SHOP, ladder)
    expect(times(nags)).toEqual(['2026-11-18 14:00', '2026-11-18 14:05', '2026-11-18 15:05'])
    expect(nags[1]).toMatchObject({ everyone: true })
  })
})

describe('a snooze', () => {
  const due = local('2026-11-18 15:00')
  const promise = promiseDue(due)
  const at = (time: string): Instant => local(`2026-11-18 ${time}`)

  it('brings the heads-up back, twice at most', () => {
    const [headsUp] = ladderOf(promise, 1)
    const again = nextNag(promise, { last: headsUp!, snoozedUntil: at('14:20') }, SHOP, DEFAULT_LADDER)
    expect(again).toMatchObject({ step: 1, at: at('14:20'), tone: 'before' })
    const third = nextNag(promise, { last: again!, snoozedUntil: at('14:40') }, SHOP, DEFAULT_LADDER)
    expect(third).toMatchObject({ step: 2, at: at('14:40'), tone: 'before' })
    expect(nextNag(promise, { last: third!, snoozedUntil: at('14:40') }, SHOP, DEFAULT_LADDER)).toMatchObject({
      step: 3,
      at: due,
    })
    const fourth = nextNag(promise, { last: third!, snoozedUntil: at('14:50') }, SHOP, DEFAULT_LADDER)
    expect(fourth).toMatchObject({ step: 3, at: due, tone: 'due' })
  })

  it('that ends in the lunch break brings the heads-up back when the shop opens again', () => {
    const early = promiseDue(at('13:20'))
    const history = { last: { step: 0, at: at('11:50') }, snoozedUntil: at('12:45') }
    expect(nextNag(early, history, SHOP, DEFAULT_LADDER)).toMatchObject({ step: 1, at: at('13:00') })
  })

  it('puts off a nag after the due moment, and what it skipped is not made up for', () => {
    const history = { last: { step: 3, at: due }, snoozedUntil: at('15:20') }
    expect(one(promise, history, at('15:19')).nags).toEqual([])
    expect(one(promise, history, at('15:20')).nags).toMatchObject([{ step: 4, at: at('15:20') }])
    expect(one(promise, history, at('15:30')).nags).toMatchObject([{ step: 5, at: at('15:30') }])
  })

  it('is never longer than the rules allow', () => {
    expect(snoozeUntil(promise, at('16:00'), 0, at('14:00'))).toBe(due)
    expect(snoozeUntil(promise, at('14:30'), 1, at('14:00'))).toBe(at('14:30'))
    expect(snoozeUntil(promise, at('14:30'), 2, at('14:00'))).toBeNull()
    expect(snoozeUntil(promise, at('17:00'), 5, due)).toBe(at('15:15'))
    expect(snoozeUntil(promise, at('13:00'), 0, at('14:00'))).toBeNull()
    expect(snoozeUntil({ ...promise, state: 'kept' }, at('14:30'), 0, at('14:00'))).toBeNull()
  })
})

describe('after an absence', () => {
  it('shows the last step only, and goes on from there', () => {
    const promise = promiseDue(local('2026-11-02 15:00'))
    const now = local('2026-11-23 09:05')
    const [nag] = one(promise, NO_NAGS, now).nags
    const walked = ladderOf(promise, 1_000).filter(({ at }) => at <= now)
    expect(nag).toMatchObject(walked.at(-1)!)
    expect(nag!.since).toBe(walked[0]!.at)
    expect(nextNag(promise, { last: nag!, snoozedUntil: null }, SHOP, DEFAULT_LADDER)!.at).toBeGreaterThan(now)
  })

  it('is one calm summary when much was missed, and single nags when little was', () => {
    const missed = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        promise: promiseDue(local('2026-11-02 15:00') + i * DAY),
        history: NO_NAGS,
      }))
    const now = local('2026-11-23 09:05')
    expect(dueNags(missed(3), now, SHOP, DEFAULT_LADDER)).toMatchObject({ summary: false })
    expect(dueNags(missed(4), now, SHOP, DEFAULT_LADDER)).toMatchObject({ summary: true })
    const fresh = Array.from({ length: 9 }, () => ({ promise: promiseDue(now + HOUR), history: NO_NAGS }))
    expect(dueNags(fresh, now + 1, SHOP, DEFAULT_LADDER)).toMatchObject({ summary: false })
  })
})

const ladder: fc.Arbitrary<NagLadder> = fc.record({
  headsUp: fc.option(fc.integer({ min: 5, max: 240 }), { nil: null }),
  first: fc.record({ every: fc.integer({ min: 5, max: 30 }), times: fc.integer({ min: 0, max: 6 }) }),
  thenEvery: fc.integer({ min: 10, max: 90 }),
  everyoneAfter: fc.integer({ min: 15, max: 120 }),
  outsideHours: fc.integer({ min: 0, max: 300 }),
})

describe('the ladder of any promise in any business', () => {
  it('only goes up: later steps come later, and in opening hours unless the promise is due outside them', () => {
    fc.assert(
      fc.property(businessWith('odd', 1), ladder, ([calendar, due], rungs) => {
        const nags = ladderOf(promiseDue(due!), 12, calendar, rungs)
        nags.forEach((nag, i) => {
          if (i === 0) return
          expect(nag.at).toBeGreaterThan(nags[i - 1]!.at)
          expect(nag.step).toBeGreaterThan(nags[i - 1]!.step)
          expect(nag.everyone || !nags[i - 1]!.everyone).toBe(true)
        })
        const waits = isWithinHours(calendar, due!) || rungs.outsideHours === 0
        for (const nag of nags) if (waits && nag.tone === 'late') expect(isWithinHours(calendar, nag.at)).toBe(true)
      }),
    )
  })

  it('is climbed without repeating or losing a step, however seldom and irregularly anybody looks', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 25 })
    const snoozes = fc.array(fc.option(fc.integer({ min: 1, max: 90 }), { nil: null, freq: 2 }), { maxLength: 25 })
    fc.assert(
      fc.property(businessWith('odd', 1), ladder, looks, snoozes, ([calendar, due], rungs, gaps, naps) => {
        const promise = promiseDue(due!)
        let now = due! - 2 * DAY
        let snoozedUntil: Instant | null = null
        let snoozedBefore = 0
        const shown: Nag[] = []
        gaps.forEach((gap, i) => {
          now += gap * MINUTE
          const history: NagHistory = { last: shown.at(-1) ?? null, snoozedUntil }
          const { nags } = dueNags([{ promise, history }], now, calendar, rungs)
          const expected = nextNag(promise, history, calendar, rungs)
          expect(nags.length).toBe(expected !== null && expected.at <= now ? 1 : 0)
          for (const nag of nags) {
            expect(nag.at).toBeLessThanOrEqual(now)
            expect(nag.step).toBeGreaterThan(shown.at(-1)?.step ?? -1)
            expect(nag.at).toBeGreaterThanOrEqual(shown.at(-1)?.at ?? 0)
            // Nothing that has come already is still to come.
            const next = nextNag(promise, { ...history, last: nag }, calendar, rungs)
            expect(next!.at > now || next!.at === history.snoozedUntil).toBe(true)
            if (now >= due!) expect(nag.step).toBeGreaterThanOrEqual(3)
            shown.push(nag)
          }
          const nap = naps[i]
          if (nap === undefined || nap === null) return
          const until = snoozeUntil(promise, now + nap * MINUTE, snoozedBefore, now)
          if (until === null) return
          if (now < due!) snoozedBefore += 1
          snoozedUntil = until
        })
      }),
    )
  })

  it('is the same whether walked step by step or reached in one leap', () => {
    fc.assert(
      fc.property(
        businessWith('odd', 1),
        ladder,
        fc.integer({ min: 0, max: 4_000 }),
        ([calendar, due], rungs, minutes) => {
          const promise = promiseDue(due!)
          const now = due! + minutes * MINUTE
          const { nags } = dueNags([{ promise, history: NO_NAGS }], now, calendar, rungs)
          const walked = ladderOf(promise, 900, calendar, rungs).filter(({ at }) => at <= now)
          const { step, at, tone, everyone } = nags[0]!
          expect({ step, at, tone, everyone }).toEqual(walked.at(-1))
        },
      ),
      { numRuns: 40 },
    )
  })
})

it('sweeps ten thousand promises quickly', () => {
  const items = Array.from({ length: 10_000 }, (_, i) => ({
    promise: promiseDue(local('2026-11-18 09:00') + i * 4 * MINUTE),
    history: NO_NAGS,
  }))
  const now = local('2026-11-18 08:00')
  const took = Array.from({ length: 6 }, () => {
    const start = performance.now()
    dueNags(items, now, SHOP, DEFAULT_LADDER)
    return performance.now() - start
  })
  // The best of several: the others measure what else this machine is doing.
  expect(Math.min(...took)).toBeLessThan(20)
})

describe('how far ahead a sweep looks', () => {
  it('is as far as anything can be due', () => {
    const start = local('2026-11-20 00:00')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 40 }),
        fc.integer({ min: -600, max: 60 * 24 * 12 }),
        fc.option(fc.integer({ min: 1, max: 600 })),
        (minute, ahead, headsUp) => {
          const now = start + minute * MINUTE
          // On the quarter hours too, where opening and closing are.
          const dueAt = Math.round((now + ahead * MINUTE) / (15 * MINUTE)) * 15 * MINUTE
          const ladder = { ...DEFAULT_LADDER, headsUp }
          const nag = nextNag(promiseDue(dueAt), NO_NAGS, SHOP, ladder)
          expect(nag !== null && nag.at <= now && dueAt >= nagReach(now, SHOP, ladder)).toBe(false)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('sees a heads-up on Friday for what is due when we open again', () => {
    const promise = promiseDue(local('2026-11-23 09:00'))
    const nag = nextNag(promise, NO_NAGS, SHOP, DEFAULT_LADDER)!
    expect(onTheWall(nag.at)).toBe('2026-11-21 15:00')
    expect(nagReach(nag.at, SHOP, DEFAULT_LADDER)).toBeGreaterThan(promise.dueAt)
  })
})
