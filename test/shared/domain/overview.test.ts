import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BusinessCalendar } from '../../../src/shared/domain/calendar.ts'
import { CASE_KINDS, CHANNELS } from '../../../src/shared/domain/case.ts'
import { PROMISE_ENDINGS, endingOf } from '../../../src/shared/domain/overview-facts.ts'
import type { OverviewCase, OverviewFacts, OverviewPromise } from '../../../src/shared/domain/overview-facts.ts'
import { monthAfter, monthOf, monthSpan } from '../../../src/shared/domain/overview-month.ts'
import { itemsBehind } from '../../../src/shared/domain/overview-slice.ts'
import type { OverviewSlice } from '../../../src/shared/domain/overview-slice.ts'
import { minutesWords, monthName, overviewSentences } from '../../../src/shared/domain/overview-words.ts'
import { hasData, overviewFigures } from '../../../src/shared/domain/overview.ts'
import { PROMISE_ORIGINS, PROMISE_STATES } from '../../../src/shared/domain/promise.ts'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import type { Weekday } from '../../../src/shared/domain/time.ts'

const office = [{ from: 9 * 60, until: 17 * 60 }]
const SHOP: BusinessCalendar = {
  zone: 'Europe/Amsterdam',
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
  closed: {},
}
const NEVER_OPEN: BusinessCalendar = { ...SHOP, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }
const at = (local: string): number => Date.parse(local)

function question(more: Partial<OverviewCase>): OverviewCase {
  const base = { caseId: 'c', customerId: 'k', ownerId: 'anna', kind: 'question', channel: 'mail' } as const
  return {
    ...base,
    openedAt: at('2026-03-05T10:00+01:00'),
    firstAnswerAt: null,
    closedAt: null,
    madeGoodAt: null,
    ...more,
  }
}

function promise(more: Partial<OverviewPromise>): OverviewPromise {
  const base = { promiseId: 'p', caseId: 'c', customerId: 'k', ownerId: 'anna', origin: 'mail', state: 'open' } as const
  return { ...base, dueAt: at('2026-03-05T15:00+01:00'), brokenAt: null, endedAt: null, endNote: null, ...more }
}

function march(more: Partial<OverviewFacts> = {}): OverviewFacts {
  const span = monthSpan('2026-03', SHOP.zone)
  return { span, now: span.until + HOUR, calendar: SHOP, cases: [], promises: [], chasers: [], openAtEnd: [], ...more }
}

describe('a month', () => {
  it('runs from local midnight to local midnight, also when the clocks change', () => {
    const span = monthSpan('2026-03', 'Europe/Amsterdam')
    expect(span.from).toBe(at('2026-03-01T00:00+01:00'))
    expect(span.until).toBe(at('2026-04-01T00:00+02:00'))
    expect(span.until - span.from).toBe(31 * 24 * HOUR - HOUR)
  })

  it('knows its neighbours', () => {
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-03', -12)).toBe('2025-03')
    expect(monthOf(at('2026-03-31T23:30-05:00'), 'Pacific/Auckland')).toBe('2026-04')
  })

  it.each(['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'Atlantic/Azores', 'Asia/Kolkata'])(
    'follows on the one before without a gap in %s',
    (zone) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
          const month = monthAfter('2010-01', count)
          const span = monthSpan(month, zone)
          expect(monthSpan(monthAfter(month, 1), zone).from).toBe(span.until)
          expect(monthOf(span.from, zone)).toBe(month)
          expect(monthOf(span.until - 1, zone)).toBe(month)
        }),
      )
    },
  )
})

describe('how a promise ended', () => {
  const now = at('2026-04-10T12:00+02:00')
  const due = at('2026-03-06T09:30+01:00')
  const ending = (more: Partial<OverviewPromise>, calendar = SHOP, moment = now) =>
    endingOf(promise({ dueAt: due, ...more }), calendar, moment)

  it('is early at least one working hour before, counted over the night', () => {
    // Half an hour of Friday and half an hour of Thursday afternoon.
    expect(ending({ state: 'kept', endedAt: at('2026-03-05T16:30+01:00') })).toBe('early')
    expect(ending({ state: 'kept', endedAt: at('2026-03-05T16:30:01+01:00') })).toBe('on-time')
  })

  it('is early an hour before where nobody ever opens', () => {
    expect(ending({ state: 'kept', endedAt: due - HOUR }, NEVER_OPEN)).toBe('early')
    expect(ending({ state: 'kept', endedAt: due - HOUR + 1 }, NEVER_OPEN)).toBe('on-time')
  })

  it('is broken for good once its moment passed', () => {
    expect(ending({ state: 'broken', brokenAt: due })).toBe('broken')
    expect(ending({ state: 'renegotiated', brokenAt: due, endedAt: due + HOUR })).toBe('broken')
    expect(ending({ state: 'withdrawn', brokenAt: due, endedAt: due + HOUR })).toBe('broken')
    expect(ending({ state: 'kept-late', brokenAt: due, endedAt: due + HOUR })).toBe('late')
    // The sweep has not come by yet.
    expect(ending({ state: 'open' }, SHOP, due)).toBe('broken')
    expect(ending({ state: 'open' }, SHOP, due - 1)).toBe('open')
  })

  it('is none of these when the customer knew in time', () => {
    expect(ending({ state: 'renegotiated', endedAt: due - HOUR })).toBe('renegotiated')
    expect(ending({ state: 'withdrawn', endedAt: due - HOUR })).toBe('withdrawn')
  })
})

describe('times', () => {
  it('are those of what came in writing, by nearest rank, in open hours and by the clock', () => {
    const open = at('2026-03-06T16:00+01:00')
    const cases = [
      // Friday 16:00 to Monday 10:00: two open hours, 66 by the clock.
      question({ openedAt: open, firstAnswerAt: at('2026-03-09T10:00+01:00') }),
      question({ openedAt: open, firstAnswerAt: open + 30 * MINUTE }),
      question({ openedAt: open, firstAnswerAt: open + 10 * MINUTE, channel: 'letter' }),
      question({ openedAt: open, firstAnswerAt: open, channel: 'phone' }),
      question({ openedAt: open }),
    ]
    const { firstAnswer } = overviewFigures(march({ cases })).questions
    expect(firstAnswer.open).toEqual({ count: 3, median: 30, p90: 120 })
    expect(firstAnswer.clock).toEqual({ count: 3, median: 30, p90: 66 * 60 })
  })

  it('lose the hour that the clocks skip', () => {
    const openAllNight = { ...SHOP, weekly: { ...SHOP.weekly, 7: [{ from: 0, until: 24 * 60 }] } }
    const cases = [question({ openedAt: at('2026-03-29T01:00+01:00'), firstAnswerAt: at('2026-03-29T04:00+02:00') })]
    const { firstAnswer } = overviewFigures(march({ cases, calendar: openAllNight })).questions
    expect(firstAnswer.open.median).toBe(120)
    expect(firstAnswer.clock.median).toBe(120)
  })

  it('are zero open minutes for a business without opening hours, and none where nobody was answered', () => {
    const cases = [question({ firstAnswerAt: at('2026-03-05T12:00+01:00') })]
    const { open, clock } = overviewFigures(march({ cases, calendar: NEVER_OPEN })).questions.firstAnswer
    expect([open.median, clock.median]).toEqual([0, 120])
    expect(overviewFigures(march({ cases: [question({})] })).questions.firstAnswer.open).toEqual({
      count: 0,
      median: null,
      p90: null,
    })
  })
})

describe('the heat map', () => {
  it('puts a question in the hour on the wall, also on the day of the change', () => {
    const cases = [
      question({ openedAt: at('2026-03-28T23:30+01:00') }),
      question({ openedAt: at('2026-03-29T03:10+02:00') }),
      question({ openedAt: at('2026-03-30T09:59+02:00') }),
    ]
    const { heat, byDay } = overviewFigures(march({ cases })).questions
    expect([heat[5]![23], heat[6]![3], heat[6]![2], heat[0]![9]]).toEqual([1, 1, 0, 1])
    expect(byDay).toHaveLength(31)
    expect(byDay.filter(({ count }) => count > 0).map(({ date }) => date)).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })
})

// --- Parts and wholes ----------------------------------------------------------------------------------------------------

const SPAN = monthSpan('2026-03', SHOP.zone)
const moment = fc.integer({ min: SPAN.from / MINUTE, max: SPAN.until / MINUTE - 1 }).map((minute) => minute * MINUTE)
const laterOrNull = fc.option(fc.integer({ min: 0, max: 20_000 }))
const owner = fc.constantFrom('anna', 'ben', 'chris')
const cases = fc.array(
  fc
    .record({
      customerId: fc.constantFrom('k1', 'k2', 'k3'),
      ownerId: fc.option(owner),
      kind: fc.constantFrom(...CASE_KINDS),
      channel: fc.constantFrom(...CHANNELS),
      openedAt: moment,
      answered: laterOrNull,
      closed: laterOrNull,
      good: laterOrNull,
    })
    .map(({ answered, closed, good, ...one }, i = 0): OverviewCase => {
      const after = (minutes: number | null) => (minutes === null ? null : one.openedAt + minutes * MINUTE)
      const madeGoodAt = one.kind === 'complaint' ? after(good) : null
      return { ...one, caseId: `c${i}`, firstAnswerAt: after(answered), closedAt: after(closed), madeGoodAt }
    }),
  { maxLength: 60 },
)
const promises = fc.array(
  fc
    .record({
      ownerId: owner,
      origin: fc.constantFrom(...PROMISE_ORIGINS),
      state: fc.constantFrom(...PROMISE_STATES),
      dueAt: moment,
      broke: fc.boolean(),
      before: fc.integer({ min: 1, max: 3_000 }),
      endNote: fc.constantFrom(null, ' ', 'onderdeel kwam niet', 'ziek'),
    })
    .map(({ broke, before, ...one }): OverviewPromise => {
      const broken =
        one.state === 'broken' || one.state === 'kept-late' || (broke && one.state !== 'kept' && one.state !== 'open')
      const live = one.state === 'open' || one.state === 'broken'
      const endedAt = live ? null : one.dueAt + (broken ? before : -before) * MINUTE
      return { ...promise(one), brokenAt: broken ? one.dueAt : null, endedAt }
    }),
  { maxLength: 60 },
)
const months = fc.record({ cases, promises, now: moment }).map((facts) => march(facts))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('parts sum to wholes', () => {
  it('in every month', () => {
    fc.assert(
      fc.property(months, (facts) => {
        const { questions, promises: kept, people, complaints } = overviewFigures(facts)
        expect(questions.answered + questions.unanswered).toBe(questions.received)
        expect(sum(Object.values(questions.byChannel))).toBe(questions.received)
        expect(sum(Object.values(questions.byKind))).toBe(questions.received)
        expect(sum(questions.byDay.map(({ count }) => count))).toBe(questions.received)
        expect(sum(questions.heat.flat())).toBe(questions.received)
        expect(questions.sameDay).toBeLessThanOrEqual(questions.received)
        expect(sum(Object.values(kept.endings))).toBe(kept.made)
        expect(sum(kept.byOrigin.map(({ count }) => count))).toBe(kept.made)
        for (const { count, endings } of kept.byOrigin) expect(sum(Object.values(endings))).toBe(count)
        const { renegotiated, late, broken, withdrawn } = kept.endings
        expect(sum(kept.byCause.map(({ count }) => count))).toBe(renegotiated + late + broken + withdrawn)
        expect(sum(people.map((person) => person.promises))).toBe(kept.made)
        expect(sum(people.map((person) => person.received))).toBe(questions.received)
        for (const ending of PROMISE_ENDINGS) {
          expect(sum(people.map(({ endings }) => endings[ending]))).toBe(kept.endings[ending])
        }
        expect(complaints.closed).toBeLessThanOrEqual(complaints.received)
        expect(complaints.received).toBe(questions.byKind.complaint)
        expect(hasData(facts)).toBe(questions.received + kept.made > 0)
      }),
    )
  })

  it('and every figure has as many cases behind it', () => {
    fc.assert(
      fc.property(months, (facts) => {
        const { questions, promises: kept, people, complaints, compliments } = overviewFigures(facts)
        const behind = (slice: OverviewSlice): number => itemsBehind(facts, slice).length
        expect(behind({ of: 'received' })).toBe(questions.received)
        expect(behind({ of: 'answered' })).toBe(questions.answered)
        expect(behind({ of: 'unanswered' })).toBe(questions.unanswered)
        expect(behind({ of: 'same-day' })).toBe(questions.sameDay)
        expect(behind({ of: 'promises' })).toBe(kept.made)
        expect(behind({ of: 'complaints' })).toBe(complaints.received)
        expect(behind({ of: 'complaints-closed' })).toBe(complaints.closed)
        expect(behind({ of: 'made-good' })).toBe(complaints.madeGood)
        expect(behind({ of: 'compliments' })).toBe(compliments)
        for (const channel of CHANNELS) expect(behind({ of: 'received', channel })).toBe(questions.byChannel[channel])
        for (const kind of CASE_KINDS) expect(behind({ of: 'received', kind })).toBe(questions.byKind[kind])
        for (const { date, count } of questions.byDay) expect(behind({ of: 'received', date })).toBe(count)
        questions.heat.forEach((hours, day) =>
          expect(behind({ of: 'received', weekday: (day + 1) as Weekday, hour: 10 })).toBe(hours[10]),
        )
        for (const { cause, count } of kept.byCause) expect(behind({ of: 'promises', cause })).toBe(count)
        for (const ending of PROMISE_ENDINGS) {
          expect(behind({ of: 'promises', endings: [ending] })).toBe(kept.endings[ending])
        }
        for (const { ownerId, endings, sameDay } of people) {
          expect(behind({ of: 'promises', ownerId, endings: ['early'] })).toBe(endings.early)
          expect(behind({ of: 'same-day', ownerId })).toBe(sameDay)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('and the share kept is that of what was kept or broke', () => {
    const endings = { ...overviewFigures(march()).promises.endings }
    expect(overviewFigures(march()).promises.keptShare).toBeNull()
    expect(Object.values(endings).every((count) => count === 0)).toBe(true)
    const kept = { state: 'kept', endedAt: at('2026-03-05T09:00+01:00') } as const
    const facts = march({
      promises: [
        promise(kept),
        promise({ ...kept, endedAt: at('2026-03-05T14:59+01:00') }),
        promise({ state: 'kept-late', brokenAt: at('2026-03-05T15:00+01:00'), endedAt: at('2026-03-06T15:00+01:00') }),
        promise({ state: 'broken', brokenAt: at('2026-03-05T15:00+01:00') }),
        promise({ state: 'withdrawn', endedAt: at('2026-03-05T09:00+01:00') }),
        promise({ state: 'renegotiated', endedAt: at('2026-03-05T09:00+01:00') }),
      ],
    })
    expect(overviewFigures(facts).promises.keptShare).toBe(0.5)
  })
})

describe('the month in words', () => {
  const t = (key: string, blanks?: Record<string, string | number>): string => `${key} ${JSON.stringify(blanks ?? {})}`

  it('says what was kept, who came back and when most came', () => {
    const monday = Array.from({ length: 5 }, () => question({ openedAt: at('2026-03-09T09:30+01:00') }))
    const chasers = ['k1', 'k1', 'k2'].map((customerId) => ({ contactId: 't', caseId: 'c', customerId, at: SPAN.from }))
    const kept = promise({ state: 'kept', endedAt: at('2026-03-05T09:00+01:00') })
    const late = promise({ state: 'broken', brokenAt: at('2026-03-05T15:00+01:00') })
    const figures = overviewFigures(march({ cases: monday, chasers, promises: [kept, kept, late] }))
    expect(overviewSentences(figures, t, 'nl')).toEqual([
      'overview:say.questions {"count":5,"answered":0}',
      'overview:say.kept {"count":3,"kept":2}',
      'overview:say.cameBack {"count":2}',
      'overview:say.busiest.morning {"weekday":"maandag"}',
    ])
  })

  it('makes no claim from too little', () => {
    const figures = overviewFigures(march({ cases: [question({})] }))
    expect(overviewSentences(figures, t, 'en')).toEqual([
      'overview:say.questions {"count":1,"answered":0}',
      'overview:say.noPromises {}',
      'overview:say.nobodyCameBack {}',
    ])
  })

  it('words months and times', () => {
    expect(monthName('2026-03', 'nl')).toBe('maart 2026')
    expect(minutesWords(59.4, 'open', t, 'nl')).toBe('overview:minutes {"minutes":59}')
    expect(minutesWords(60, 'open', t, 'nl')).toBe('overview:hours {"hours":1}')
    expect(minutesWords(50 * 60 + 5, 'open', t, 'nl')).toBe('overview:hoursMinutes {"hours":50,"minutes":5}')
    expect(minutesWords(60 * 60, 'clock', t, 'nl')).toBe('overview:days {"days":"2,5"}')
    expect(minutesWords(null, 'clock', t, 'nl')).toBe('–')
  })
})
