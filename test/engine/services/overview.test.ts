import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OverviewView } from '../../../src/shared/contract/overview.ts'
import { monthSpan } from '../../../src/shared/domain/overview-month.ts'
import type { OverviewFigures } from '../../../src/shared/domain/overview.ts'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { reportOf } from '../../support/reports.ts'
import { BEN, BUSINESS, addMailbox, callOf, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'

const at = (local: string): number => Date.parse(local)

async function figuresOf(test: TestEngine, month: string): Promise<OverviewFigures> {
  const { figures } = await test.ask('overview.get', { month })
  if (figures === null) throw new Error(`no data for ${month}`)
  return figures
}

/** Opens a case by a call at that moment; the clock is there afterwards. */
async function called(test: TestEngine, local: string, more: Parameters<typeof callOf>[0] = {}): Promise<string> {
  await test.clock.jumpTo(at(local))
  const { caseId } = await test.ask('contact.log', callOf({ ...more }))
  return caseId
}

/** A customer of their own, so that calls don't meet. */
const somebody = (number: number) => ({
  customer: { name: `Klant ${number}`, phone: `06 100000${String(number).padStart(2, '0')}`, email: null },
})

/**
 * March 2026, worked by hand. Office hours 9 to 17 on working days; the clocks change on the 29th.
 */
async function workMarch(test: TestEngine) {
  const { ask, clock } = test
  const promise = (dueAt: string, more = {}) => promiseOf(test, { dueAt: at(dueAt), ...more })

  // Made in February, due in March: it counts in March. The question itself is February's.
  const early = promise('2026-03-02T15:00+01:00')
  const fromFebruary = await called(test, '2026-02-27T16:00+01:00', { ...somebody(1), promise: early })
  // Kept two working hours before: early. Closed in March.
  await clock.jumpTo(at('2026-03-02T13:00+01:00'))
  await ask('promise.keep', { promiseId: early.promiseId, how: 'called', note: null })
  await ask('case.close', { caseId: fromFebruary })

  // Renegotiated twice in time, then kept half an hour before: two moved, one in time. The customer came back once meanwhile.
  const first = promise('2026-03-04T12:00+01:00')
  const twice = await called(test, '2026-03-03T10:00+01:00', { ...somebody(2), promise: first })
  const second = promise('2026-03-05T12:00+01:00')
  await clock.jumpTo(at('2026-03-04T10:00+01:00'))
  const tell = { caseId: twice, kind: 'call-out', outcome: 'reached', customer: null } as const
  await ask('contact.log', callOf({ ...tell, promise: second, renegotiates: first.promiseId }))
  await clock.jumpTo(at('2026-03-04T15:00+01:00'))
  await ask('contact.log', callOf({ caseId: twice, customer: null, text: 'Hoe staat het ermee?' }))
  const third = promise('2026-03-06T12:00+01:00')
  await clock.jumpTo(at('2026-03-05T10:00+01:00'))
  await ask('contact.log', callOf({ ...tell, promise: third, renegotiates: second.promiseId }))
  await clock.jumpTo(at('2026-03-06T11:30+01:00'))
  await ask('contact.log', callOf({ ...tell, keeps: [third.promiseId] }))
  await ask('case.close', { caseId: twice })

  // A complaint of somebody who is erased later; broken, and kept late by Ben. A compliment of the same customer follows.
  const late = promise('2026-03-10T12:00+01:00', { ownerId: BEN })
  const complaint = await called(test, '2026-03-09T10:00+01:00', {
    ...somebody(3),
    caseKind: 'complaint',
    promise: late,
  })
  await clock.jumpTo(at('2026-03-10T14:00+01:00'))
  await ask('promise.keep', { promiseId: late.promiseId, how: 'called', note: 'onderdeel kwam niet' })
  await clock.jumpTo(at('2026-03-11T10:00+01:00'))
  await ask('case.close', { caseId: complaint })
  const customerId = (await ask('case.get', { caseId: complaint })).customer.id
  const praise = await called(test, '2026-03-20T10:00+01:00', {
    customer: { customerId },
    caseKind: 'compliment',
    text: 'Wat een service!',
  })
  await ask('case.close', { caseId: praise })

  // Withdrawn in time, and a question that nobody answered: the mail came, and no more.
  const withdrawn = promise('2026-03-26T12:00+01:00')
  const dropped = await called(test, '2026-03-24T10:00+01:00', { ...somebody(4), promise: withdrawn })
  await clock.jumpTo(at('2026-03-25T10:00+01:00'))
  await ask('promise.withdraw', { promiseId: withdrawn.promiseId, reason: 'Klant heeft het zelf gevonden' })
  await ask('case.close', { caseId: dropped })
  const letter = await called(test, '2026-03-29T03:30+02:00', { ...somebody(5), kind: 'letter' })

  // Set aside: in no figure.
  const aside = await called(test, '2026-03-30T10:00+02:00', { ...somebody(6), kind: 'letter' })
  await ask('case.set-aside', { caseId: aside })

  // Made in March, due in April: the case stands open at the end of March, the promise is April's.
  const april = promise('2026-04-02T12:00+02:00')
  const open = await called(test, '2026-03-31T16:00+02:00', { ...somebody(7), promise: april })
  await clock.jumpTo(at('2026-04-02T09:00+02:00'))
  await ask('promise.keep', { promiseId: april.promiseId, how: 'called', note: null })
  await ask('case.close', { caseId: open })
  await clock.jumpTo(at('2026-04-10T12:00+02:00'))
  return { complaint, customerId, letter, open, twice, praise }
}

describe('a month worked by hand', () => {
  it('comes out as counted on fingers', async () => {
    const test = await startTestEngine({ now: at('2026-02-20T09:00+01:00') })
    await openShop(test)
    const { complaint, customerId } = await workMarch(test)
    // Erased: the name is gone, what happened still counts.
    const database = reportOf.open(test)
    database.prepare(`UPDATE customer SET name = '' WHERE id = ?`).run(customerId)
    database.close()

    const march = await figuresOf(test, '2026-03')
    expect(march.questions).toMatchObject({
      received: 6,
      answered: 5,
      unanswered: 1,
      // The letter, and the promise for April.
      openAtEnd: 2,
      sameDay: 1,
      byChannel: { mail: 0, phone: 5, counter: 0, letter: 1, social: 0 },
      byKind: { question: 4, complaint: 1, request: 0, order: 0, compliment: 1 },
    })
    // Sunday the 29th, on which 2:30 did not exist.
    expect(march.questions.heat[6]![3]).toBe(1)
    expect(march.promises.made).toBe(6)
    expect(march.promises.endings).toEqual({
      early: 1,
      'on-time': 1,
      renegotiated: 2,
      late: 1,
      broken: 0,
      withdrawn: 1,
      open: 0,
    })
    expect(march.promises.keptShare).toBeCloseTo(2 / 3)
    expect(march.promises.byCause).toEqual([
      { cause: null, count: 2 },
      { cause: 'onderdeel kwam niet', count: 1 },
      { cause: 'Klant heeft het zelf gevonden', count: 1 },
    ])
    expect(march.chasers).toEqual({ times: 1, customers: 1 })
    expect(march.complaints).toMatchObject({ received: 1, closed: 1, madeGood: 1 })
    // Monday 10:00 to Wednesday 10:00.
    expect(march.complaints.toSolution.open.median).toBe(16 * 60)
    expect(march.compliments).toBe(1)
    expect(march.people.find(({ ownerId }) => ownerId === BEN)?.endings.late).toBe(1)

    const february = await figuresOf(test, '2026-02')
    expect(february.questions).toMatchObject({ received: 1, openAtEnd: 1 })
    expect(february.promises.made).toBe(0)
    const april = await figuresOf(test, '2026-04')
    expect(april.questions).toMatchObject({ received: 0, openAtEnd: 1 })
    expect(april.promises.endings.early).toBe(1)
    expect((await test.ask('overview.get', { month: '2025-03' })).figures).toBeNull()

    const rows = await test.ask('overview.rows', { month: '2026-03', slice: { of: 'complaints' }, limit: 10 })
    expect(rows).toMatchObject({ total: 1, rows: [{ caseId: complaint, customerName: '' }] })
  })

  it('stays as it was when a case is merged into another', async () => {
    const test = await startTestEngine({ now: at('2026-02-20T09:00+01:00') })
    await openShop(test)
    const { letter, twice } = await workMarch(test)
    const before = await figuresOf(test, '2026-03')
    // What a merge does to the rows: contacts and promises move, and the empty case is no question any more.
    const database = reportOf.open(test)
    database.prepare(`UPDATE contact SET case_id = ? WHERE case_id = ?`).run(twice, letter)
    database.prepare(`UPDATE "case" SET state = 'set-aside', set_aside_reason = 'by-hand' WHERE id = ?`).run(letter)
    database.close()
    const after = await figuresOf(test, '2026-03')
    expect(after.questions.received).toBe(before.questions.received - 1)
    expect(after.promises).toEqual(before.promises)
    expect(after.questions.answered + after.questions.unanswered).toBe(after.questions.received)
  })

  it('has no open minutes without opening hours, and says so by the clock', async () => {
    const test = await startTestEngine({ now: at('2026-02-20T09:00+01:00') })
    await openShop(test)
    await addMailbox(test)
    const closed = { ...BUSINESS, weekly: [[], [], [], [], [], [], []] as typeof BUSINESS.weekly }
    await test.ask('business.save', closed)
    const caseId = await called(test, '2026-03-03T10:00+01:00', { ...somebody(1), kind: 'letter' })
    await test.clock.jumpTo(at('2026-03-03T12:00+01:00'))
    await test.ask('reply.send', replyOf(caseId))
    const { firstAnswer } = (await figuresOf(test, '2026-03')).questions
    expect(firstAnswer.open.median).toBe(0)
    expect(firstAnswer.clock.median).toBe(120)
  })

  it('is marked as long as it lasts, and stands beside the months before', async () => {
    const test = await startTestEngine({ now: at('2026-02-20T09:00+01:00') })
    await openShop(test)
    await workMarch(test)
    const now = await test.ask('overview.get', { month: null })
    expect(now).toMatchObject({ month: '2026-04', inProgress: true, firstMonth: '2026-02', currentMonth: '2026-04' })
    expect(now.monthBefore.figures).toEqual(await figuresOf(test, '2026-03'))
    expect(now.yearBefore).toEqual({ month: '2025-04', figures: null })
    expect(now.trend.map(({ month }) => month).slice(-3)).toEqual(['2026-02', '2026-03', '2026-04'])
    expect(now.trend.at(-2)).toMatchObject({ kept: 2, judged: 3 })
    expect(now.trend[0]).toMatchObject({ month: '2025-05', share: null })
    expect((await test.ask('overview.get', { month: '2026-03' })).inProgress).toBe(false)
  })
})

// --- The same again, in plain SQL on the views ------------------------------------------------------------------------------

function bySql(test: TestEngine, month: string, now: number) {
  const { from, until } = monthSpan(month, 'Europe/Amsterdam')
  const iso = (instant: number): string => new Date(instant).toISOString()
  const end = iso(Math.min(until, now))
  const count = (query: string): number => Number(reportOf(test, 'cases', query)[0]!['n'])
  const came = `opened_at >= '${iso(from)}' AND opened_at < '${iso(until)}' AND state <> 'set-aside'`
  const due = `due_at >= '${iso(from)}' AND due_at < '${iso(until)}'`
  const endings = (where: string): number => count(`SELECT count(*) n FROM report_promises WHERE ${due} AND ${where}`)
  const broke = `(broken_at IS NOT NULL OR (state = 'open' AND due_at <= '${iso(now)}'))`
  return {
    received: count(`SELECT count(*) n FROM report_cases WHERE ${came}`),
    answered: count(`SELECT count(*) n FROM report_cases WHERE ${came} AND first_answer_at IS NOT NULL`),
    complaints: count(`SELECT count(*) n FROM report_cases WHERE ${came} AND kind = 'complaint'`),
    compliments: count(`SELECT count(*) n FROM report_cases WHERE ${came} AND kind = 'compliment'`),
    openAtEnd: count(`SELECT count(*) n FROM report_cases c
      WHERE opened_at < '${end}' AND state <> 'set-aside' AND (closed_at IS NULL OR closed_at >= '${end}') AND (
        EXISTS (SELECT 1 FROM report_promises p WHERE p.case_id = c.id AND p.made_at < '${end}'
          AND (p.ended_at IS NULL OR p.ended_at >= '${end}'))
        OR (SELECT max(t.at) FROM report_contacts t WHERE t.case_id = c.id AND t.at < '${end}' AND t.automatic = 0
            AND t.kind IN ('mail-in', 'call-in', 'counter', 'letter', 'social'))
          > coalesce((SELECT max(answered) FROM (
            SELECT t.at AS answered FROM report_contacts t WHERE t.case_id = c.id AND t.at < '${end}' AND t.automatic = 0
              AND (t.kind = 'mail-out' OR (t.kind = 'call-out' AND coalesce(t.outcome, 'reached') = 'reached'))
            UNION ALL SELECT p.ended_at FROM report_promises p WHERE p.case_id = c.id AND p.ended_at < '${end}'
              AND p.state IN ('kept', 'kept-late'))), ''))`),
    made: endings('1'),
    kept: endings(`state = 'kept'`),
    late: endings(`state = 'kept-late'`),
    broken: endings(`state <> 'kept-late' AND ${broke}`),
    renegotiated: endings(`state = 'renegotiated' AND broken_at IS NULL`),
    withdrawn: endings(`state = 'withdrawn' AND broken_at IS NULL`),
    open: endings(`state = 'open' AND due_at > '${iso(now)}'`),
  }
}

function inFigures({ figures }: OverviewView): ReturnType<typeof bySql> {
  const { questions, promises, complaints, compliments } = figures!
  const { early, late, broken, renegotiated, withdrawn, open } = promises.endings
  return {
    received: questions.received,
    answered: questions.answered,
    complaints: complaints.received,
    compliments,
    openAtEnd: questions.openAtEnd,
    made: promises.made,
    kept: early + promises.endings['on-time'],
    late,
    broken,
    renegotiated,
    withdrawn,
    open,
  }
}

describe('a business of three years', () => {
  it('has in every month what plain SQL on the views finds', async () => {
    const test = await startTestEngine({ practice: { cases: 1_500, seed: 3 } })
    const now = test.clock.now()
    const view = await test.ask('overview.get', { month: null })
    let month = view.firstMonth
    let months = 0
    for (; month <= view.currentMonth; months += 1) {
      const one = await test.ask('overview.get', { month })
      if (one.figures !== null) expect({ month, ...inFigures(one) }).toEqual({ month, ...bySql(test, month, now) })
      const year = Number(month.slice(0, 4))
      const next = Number(month.slice(5)) + 1
      month = next > 12 ? `${year + 1}-01` : `${year}-${String(next).padStart(2, '0')}`
    }
    expect(months).toBeGreaterThan(30)
  })

  it('lists behind each figure what it counts', async () => {
    const test = await startTestEngine({ practice: { cases: 300, seed: 5 } })
    const { figures, month } = await test.ask('overview.get', { month: null })
    const behind = async (slice: Parameters<typeof test.ask<'overview.rows'>>[1]['slice']) =>
      (await test.ask('overview.rows', { month, slice, limit: 1_000 })).rows.length
    expect(await behind({ of: 'received' })).toBe(figures!.questions.received)
    expect(await behind({ of: 'unanswered' })).toBe(figures!.questions.unanswered)
    expect(await behind({ of: 'open-at-end' })).toBe(figures!.questions.openAtEnd)
    expect(await behind({ of: 'chasers' })).toBe(figures!.chasers.times)
    expect(await behind({ of: 'promises', endings: ['broken'] })).toBe(figures!.promises.endings.broken)
  })
})

// --- What our people notice ---------------------------------------------------------------------------------------------

describe('improvements', () => {
  async function noticed(test: TestEngine, text: string, more: { improvementId?: string; noticeId?: string } = {}) {
    const caseId = await called(test, new Date(test.clock.now() + MINUTE).toISOString(), somebody(1))
    const noticeId = more.noticeId ?? randomUUID()
    await test.ask('improvement.note', { noticeId, caseId, text, improvementId: more.improvementId ?? null })
    return { id: more.improvementId ?? noticeId, caseId, noticeId }
  }

  it('are grouped, carry over while open, and end with a result', async () => {
    const test = await startTestEngine({ now: at('2026-03-03T10:00+01:00') })
    await openShop(test)
    const one = await noticed(test, 'Openingstijden staan niet op de deur')
    await noticed(test, 'Weer iemand voor een dichte deur', { improvementId: one.id })
    const other = await noticed(test, 'Bordje met tijden ontbreekt')
    await test.ask('improvement.merge', { improvementId: other.id, into: one.id })
    const march = await test.ask('overview.get', { month: '2026-03' })
    expect(march.improvements).toHaveLength(1)
    expect(march.improvements[0]).toMatchObject({ status: 'noticed', notices: [{ staffName: 'Anna' }, {}, {}] })
    expect(await test.ask('improvement.open', {})).toEqual([
      { id: one.id, title: 'Openingstijden staan niet op de deur' },
    ])

    await test.clock.jumpTo(at('2026-04-07T10:00+02:00'))
    const done = { improvementId: one.id, title: 'Bordje op de deur', status: 'done', result: 'Het hangt er.' } as const
    await test.ask('improvement.save', done)
    const of = async (month: string) => (await test.ask('overview.get', { month })).improvements
    expect(await of('2026-04')).toMatchObject([{ status: 'done', result: 'Het hangt er.' }])
    expect(await of('2026-05')).toEqual([])
    expect(await of('2026-02')).toEqual([])
    expect(await test.ask('improvement.open', {})).toEqual([])
    expect(reportOf(test, 'cases', 'SELECT title, status, staff_name FROM report_improvements')).toHaveLength(3)
  })

  it('are noted once, however often the command comes, and stand in the history', async () => {
    const test = await startTestEngine({ now: at('2026-03-03T10:00+01:00') })
    await openShop(test)
    const { caseId, noticeId } = await noticed(test, 'Bel eerder terug')
    await test.ask('improvement.note', { noticeId, caseId, text: 'Bel eerder terug', improvementId: null })
    const { improvements } = await test.ask('overview.get', { month: '2026-03' })
    expect(improvements[0]!.notices).toHaveLength(1)
    const events = await test.ask('case.events', { caseId, before: null })
    expect(events.filter(({ kind }) => kind === 'improvement-noted')).toMatchObject([{ staffName: 'Anna' }])
    expect(
      (
        await test.call('improvement.note', {
          noticeId: randomUUID(),
          caseId: randomUUID(),
          text: 'x',
          improvementId: null,
        })
      ).ok,
    ).toBe(false)
  })
})

describe('every month by itself', () => {
  const settings = {
    people: true,
    logo: null,
    folder: '/somewhere',
    mailTo: null,
    language: 'nl',
    names: false,
  } as const

  it('is due when the month is over, is asked for until it succeeded, and never twice', async () => {
    const test = await startTestEngine({ now: at('2026-03-20T10:00+01:00') })
    await openShop(test)
    await test.ask('overview.save-settings', settings)
    expect(await test.ask('overview.due', {})).toEqual([])
    await test.clock.jumpTo(at('2026-04-01T00:00+02:00'))
    expect(test.heard('overview-due')).toHaveLength(1)
    expect(await test.ask('overview.due', {})).toEqual(['2026-03'])
    const failure = { code: 'file-not-writable', detail: { file: '/somewhere' } } as const
    await test.ask('overview.delivered', { month: '2026-03', failure })
    expect(await test.ask('overview.settings', {})).toMatchObject({ delivered: null, failure })
    await test.clock.jumpTo(test.clock.now() + 6 * HOUR)
    expect(test.heard('overview-due')).toHaveLength(2)
    await test.ask('overview.delivered', { month: '2026-03', failure: null })
    expect(await test.ask('overview.settings', {})).toMatchObject({ delivered: '2026-03', failure: null })
    await test.clock.jumpTo(at('2026-04-30T23:00+02:00'))
    expect(test.heard('overview-due')).toHaveLength(2)
    // The PC was off for two months.
    await test.clock.jumpTo(at('2026-07-02T09:00+02:00'))
    test.engine.wake()
    await test.clock.pass(1)
    expect(await test.ask('overview.due', {})).toEqual(['2026-04', '2026-05', '2026-06'])
  })

  it('never happens where nobody asked for it', async () => {
    const test = await startTestEngine({ now: at('2026-03-31T10:00+02:00') })
    await openShop(test)
    await test.clock.jumpTo(at('2026-05-02T10:00+02:00'))
    expect(test.heard('overview-due')).toEqual([])
    await test.ask('overview.save-settings', { ...settings, folder: null, mailTo: 'baas@proef.example' })
    expect(await test.ask('overview.due', {})).toEqual([])
  })

  it('goes to the owner through the outbox, once, and counts in no overview', async () => {
    const test = await startTestEngine({ now: at('2026-03-20T10:00+01:00') })
    await openShop(test)
    await addMailbox(test)
    const mail = {
      ...{ month: '2026-03', language: 'nl' as const, names: true, contactId: randomUUID(), to: 'baas@proef.example' },
      pdf: Buffer.from('%PDF-1.7 hallo').toString('base64'),
    } as const
    await test.ask('overview.mail', mail)
    await test.ask('overview.mail', mail)
    const rows = await test.ask('outbox.list', {})
    expect(rows).toMatchObject([{ to: ['baas@proef.example'], subject: 'Maandoverzicht maart 2026' }])
    const database = reportOf.open(test)
    const raw = String((database.prepare('SELECT raw FROM outbox').get() as { raw: Buffer }).raw)
    database.close()
    expect(raw).toContain('filename=maandoverzicht-2026-03.pdf')
    expect(raw).toContain(Buffer.from('%PDF-1.7 hallo').toString('base64'))
    expect((await test.ask('overview.get', { month: '2026-03' })).figures).toBeNull()
    expect(reportOf(test, 'cases')).toMatchObject([{ state: 'set-aside', set_aside_reason: 'own-mail' }])
  })
})
