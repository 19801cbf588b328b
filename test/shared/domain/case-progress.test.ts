import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseProgress } from '../../../src/shared/domain/case-progress.ts'
import type { CaseHistory, PromiseFact, Turn } from '../../../src/shared/domain/case-progress.ts'
import { CALL_OUTCOMES, CONTACT_KINDS } from '../../../src/shared/domain/contact.ts'
import { PROMISE_STATES } from '../../../src/shared/domain/promise.ts'
import { isLive } from '../../../src/shared/domain/promises.ts'

function turn(kind: Turn['kind'], at: number, more: Partial<Turn> = {}): Turn {
  return { kind, at, recordedAt: at, automatic: false, outcome: null, text: 'En nu?', undone: false, ...more }
}

function promise(dueAt: number, more: Partial<PromiseFact> = {}): PromiseFact {
  return { state: 'open', madeAt: 0, dueAt, endedAt: null, ...more }
}

function progress(more: Partial<CaseHistory>) {
  return caseProgress({
    openedAt: 0,
    setAside: false,
    closedAt: null,
    reopenedAt: null,
    turns: [],
    promises: [],
    ...more,
  })
}

describe('where a case stands', () => {
  it('waits for us since the first thing that nobody answered', () => {
    expect(progress({ turns: [turn('mail-in', 5), turn('mail-in', 9)] })).toMatchObject({
      state: 'open',
      awaitingSince: 5,
      firstAnswerAt: null,
    })
    expect(progress({ turns: [turn('mail-in', 5), turn('mail-out', 7), turn('mail-in', 9)] })).toMatchObject({
      state: 'open',
      awaitingSince: 9,
      firstAnswerAt: 7,
    })
  })

  it('waits for the customer once we answered', () => {
    const turns = [turn('mail-in', 5), turn('mail-out', 7)]
    expect(progress({ turns })).toMatchObject({ state: 'waiting', awaitingSince: null })
  })

  it.each([
    ['an acknowledgement', turn('mail-out', 7, { automatic: true })],
    ['a mail that was taken back or failed', turn('mail-out', 7, { undone: true })],
    ['a voicemail', turn('call-out', 7, { outcome: 'voicemail' })],
    ['a call that nobody took', turn('call-out', 7, { outcome: 'no-answer' })],
    ['a note among ourselves', turn('note', 7)],
  ])('takes %s for no answer', (_what, answer) => {
    expect(progress({ turns: [turn('mail-in', 5), answer] })).toMatchObject({
      state: 'open',
      awaitingSince: 5,
      firstAnswerAt: null,
    })
  })

  it('is not asked anything by a machine', () => {
    const turns = [turn('mail-in', 5), turn('mail-out', 7), turn('mail-in', 9, { automatic: true })]
    expect(progress({ turns }).state).toBe('waiting')
  })

  it('has its first answer when somebody spoke with the customer, though the question stays', () => {
    expect(progress({ turns: [turn('call-in', 5)] })).toMatchObject({
      state: 'open',
      firstAnswerAt: 5,
      awaitingSince: 5,
    })
  })

  it('is not answered by what we wrote before we had the mail', () => {
    const late = turn('mail-in', 5, { recordedAt: 20 })
    expect(progress({ turns: [late, turn('mail-out', 7)] })).toMatchObject({ state: 'open', awaitingSince: 5 })
  })

  it('is answered by keeping a promise, however that was done', () => {
    const kept = promise(50, { state: 'kept', endedAt: 30 })
    expect(progress({ turns: [turn('mail-in', 5)], promises: [kept] })).toMatchObject({
      state: 'waiting',
      firstAnswerAt: 30,
    })
  })

  it('is ours as long as a promise lives, broken or not, and shows the earliest', () => {
    const promises = [promise(60), promise(50, { state: 'broken' }), promise(10, { state: 'withdrawn', endedAt: 8 })]
    expect(progress({ turns: [turn('mail-in', 5), turn('mail-out', 7)], promises })).toMatchObject({
      state: 'open',
      nextDueAt: 50,
    })
  })

  it('is done when somebody says so, until the customer comes back; what was before is settled then', () => {
    const turns = [turn('mail-in', 5)]
    expect(progress({ turns, closedAt: 10 })).toMatchObject({ state: 'done', awaitingSince: null })
    expect(progress({ turns: [...turns, turn('mail-in', 15)], closedAt: 10 })).toMatchObject({
      state: 'open',
      awaitingSince: 15,
      closedAt: null,
      reopenedAt: 15,
    })
  })

  it('stays open again after it was looked at twice', () => {
    const turns = [turn('mail-in', 5), turn('mail-in', 15)]
    const first = progress({ turns, closedAt: 10 })
    expect(progress({ turns, closedAt: first.closedAt, reopenedAt: first.reopenedAt })).toEqual(first)
  })

  it('is ours when somebody reopened it, until somebody answers', () => {
    const turns = [turn('mail-in', 5), turn('mail-out', 7)]
    expect(progress({ turns, reopenedAt: 20 })).toMatchObject({ state: 'open', awaitingSince: 20 })
    expect(progress({ turns: [...turns, turn('mail-out', 25)], reopenedAt: 20 }).state).toBe('waiting')
  })

  it('needs a look when nobody asked and nobody answered', () => {
    expect(progress({ openedAt: 3, turns: [turn('note', 3)] })).toMatchObject({ state: 'open', awaitingSince: 3 })
  })

  it('counts how often the customer had to come back, a mere thank-you not', () => {
    const asked = turn('mail-in', 5)
    expect(progress({ turns: [asked] }).cameBack).toBe(0)
    expect(progress({ turns: [asked, turn('call-in', 8)] }).cameBack).toBe(1)
    expect(progress({ turns: [asked, turn('mail-in', 8, { text: 'Bedankt!' })] }).cameBack).toBe(0)
    const answered = [asked, turn('mail-out', 6), turn('mail-in', 8)]
    expect(progress({ turns: answered }).cameBack).toBe(0)
    expect(progress({ turns: answered, promises: [promise(50, { madeAt: 6 })] }).cameBack).toBe(1)
  })
})

describe('whatever happened on a case', () => {
  const turns = fc.array(
    fc.record({
      kind: fc.constantFrom(...CONTACT_KINDS),
      at: fc.nat(50),
      recordedAt: fc.nat(50),
      automatic: fc.boolean(),
      outcome: fc.constantFrom(null, ...CALL_OUTCOMES),
      text: fc.constantFrom('Bedankt', 'En nu?'),
      undone: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  const promises = fc.array(
    fc
      .record({ state: fc.constantFrom(...PROMISE_STATES), madeAt: fc.nat(50), dueAt: fc.nat(90), endedAt: fc.nat(90) })
      .map((one) => (isLive(one) ? { ...one, endedAt: null } : one)),
    { maxLength: 4 },
  )
  const histories = fc.record({
    openedAt: fc.constant(0),
    setAside: fc.boolean(),
    closedAt: fc.option(fc.nat(60), { nil: null }),
    reopenedAt: fc.option(fc.nat(60), { nil: null }),
    turns,
    promises,
  })

  it('an open case owes something, and every other one owes nothing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { state, awaitingSince, nextDueAt, firstAnswerAt } = caseProgress(history)
        if (state === 'open') expect(awaitingSince ?? nextDueAt).not.toBeNull()
        else expect([awaitingSince, nextDueAt]).toEqual([null, null])
        // The queue puts what nobody answered in the order of how long it waits.
        if (state === 'open' && firstAnswerAt === null) expect(awaitingSince).not.toBeNull()
        if (state === 'open' && nextDueAt === null) expect(awaitingSince).not.toBeNull()
      }),
    )
  })

  it('a live promise is never out of sight, unless the case was set aside', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { state, nextDueAt } = caseProgress(history)
        const due = history.promises.filter(isLive).map(({ dueAt }) => dueAt)
        const isHidden = history.setAside || due.length === 0
        expect(nextDueAt).toBe(isHidden ? null : Math.min(...due))
        expect(state === 'set-aside').toBe(history.setAside)
        if (!isHidden) expect(state).toBe('open')
      }),
    )
  })

  it('looking again changes nothing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const once = caseProgress(history)
        expect(caseProgress({ ...history, closedAt: once.closedAt, reopenedAt: once.reopenedAt })).toEqual(once)
      }),
    )
  })
})
