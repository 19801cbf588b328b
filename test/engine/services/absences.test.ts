import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import { reportOf } from '../../support/reports.ts'
import { ANNA, BEN, callOf, openShop, promiseOf } from '../../support/small-shop.ts'

const CAS = '018f0000-0000-7000-8000-0000000000d4'
/** Thursday 5 March 2026 is today; the shop is open from Monday to Friday, 9 to 17. */
const at = (text: string): number => Date.parse(`2026-03-${text}:00+01:00`)

async function startShop(): Promise<TestEngine> {
  const test = await startTestEngine()
  await openShop(test)
  await test.ask('staff.save', { id: CAS, name: 'Cas', colour: 'lime', email: null, signature: '', active: true })
  return test
}

async function promise(test: TestEngine, dueAt: number, ownerId = ANNA): Promise<string> {
  const made = promiseOf(test, { dueAt, ownerId })
  await test.ask('contact.log', callOf({ promise: made }))
  return made.promiseId
}

const away = (more: Partial<InputOf<'absence.set'>> = {}): InputOf<'absence.set'> => ({
  absenceId: randomUUID(),
  staffId: ANNA,
  from: '2026-03-09',
  until: '2026-03-13',
  handovers: [],
  ...more,
})
const to = (ownerId: string, note: string, ...promiseIds: string[]) =>
  promiseIds.map((promiseId) => ({ promiseId, ownerId, note }))

describe('an absence', () => {
  it('lists what falls in it and on the first morning back, and nothing else', async () => {
    const test = await startShop()
    await promise(test, at('06T12:00'))
    const first = await promise(test, at('09T09:30'))
    const last = await promise(test, at('13T17:00'))
    const morningBack = await promise(test, at('16T12:00'))
    await promise(test, at('16T15:00'))
    await promise(test, at('10T12:00'), BEN)
    const { absenceId: _id, handovers: _none, ...span } = away()
    const found = await test.ask('absence.endangers', span)
    expect(found.map(({ promiseId }) => promiseId)).toEqual([first, last, morningBack])
    expect(found[0]).toMatchObject({ customerName: 'Jan Klant', colleagues: [BEN, CAS] })
  })

  it('can’t be set before every promise has a colleague, and nothing of it stays', async () => {
    const test = await startShop()
    const one = await promise(test, at('10T12:00'))
    const two = await promise(test, at('11T12:00'))
    const refused = expectFailure(await test.call('absence.set', away({ handovers: to(BEN, '', one) })))
    expect(refused).toEqual({ code: 'absence-open', detail: { count: 1 } })
    expect(await test.ask('absence.list', {})).toEqual([])
    expect(reportOf(test, 'promises').map(({ owner_name }) => owner_name)).toEqual(['Anna', 'Anna'])
    await test.ask('absence.set', away({ handovers: to(BEN, 'Sleutel ligt achter', one, two) }))
    expect(reportOf(test, 'promises').map(({ owner_name }) => owner_name)).toEqual(['Ben', 'Ben'])
    expect(reportOf(test, 'absences')).toMatchObject([
      { staff_name: 'Anna', from_date: '2026-03-09', until_date: '2026-03-13', set_by_name: 'Anna', handed_over: 2 },
    ])
  })

  it('needs no colleague for a promise that was renegotiated to another moment', async () => {
    const test = await startShop()
    const made = promiseOf(test, { dueAt: at('10T12:00') })
    const { caseId } = await test.ask('contact.log', callOf({ promise: made }))
    const later = promiseOf(test, { dueAt: at('17T12:00') })
    await test.ask('contact.log', callOf({ caseId, kind: 'call-out', promise: later, renegotiates: made.promiseId }))
    expect((await test.call('absence.set', away())).ok).toBe(true)
  })

  it('is done once, however often it is told', async () => {
    const test = await startShop()
    const one = away()
    await test.ask('absence.set', one)
    await test.ask('absence.set', one)
    expect(reportOf(test, 'absences')).toHaveLength(1)
  })

  it('goes on in chains: what Ben took over needs somebody again when Ben goes', async () => {
    const test = await startShop()
    const one = await promise(test, at('10T12:00'))
    await test.ask('absence.set', away({ handovers: to(BEN, '', one) }))
    const bens = away({ staffId: BEN, from: '2026-03-10', until: '2026-03-10' })
    const found = await test.ask('absence.endangers', { staffId: BEN, from: bens.from, until: bens.until })
    expect(found).toMatchObject([{ promiseId: one, colleagues: [CAS] }])
    const back = expectFailure(await test.call('absence.set', { ...bens, handovers: to(ANNA, '', one) }))
    expect(back).toEqual({ code: 'owner-absent', detail: { name: 'Anna' } })
    await test.ask('absence.set', { ...bens, handovers: to(CAS, '', one) })
    expect(reportOf(test, 'promises')).toMatchObject([{ owner_name: 'Cas' }])
  })

  it('that overlaps another one counts as one: the first morning back is after both', async () => {
    const test = await startShop()
    const monday = await promise(test, at('16T10:00'))
    const wednesday = await promise(test, at('18T10:00'))
    await test.ask(
      'absence.set',
      away({ from: '2026-03-13', until: '2026-03-17', handovers: to(BEN, '', monday, wednesday) }),
    )
    const again = await promise(test, at('18T11:00'), BEN)
    await test.ask('promise.hand-over', { promiseId: again, ownerId: ANNA, note: '' })
    const found = await test.ask('absence.endangers', { staffId: ANNA, from: '2026-03-09', until: '2026-03-14' })
    expect(found.map(({ promiseId }) => promiseId)).toEqual([again])
  })

  it('of today takes what is overdue with it', async () => {
    const test = await startShop()
    const late = await promise(test, at('05T10:30'))
    await test.clock.passTo(at('05T11:00'))
    const ill = away({ from: '2026-03-05', until: '2026-03-05' })
    const found = await test.ask('absence.endangers', { staffId: ANNA, from: ill.from, until: ill.until })
    expect(found).toMatchObject([{ promiseId: late, state: 'broken' }])
    await test.ask('absence.set', { ...ill, handovers: to(BEN, 'Ziek', late) })
    // The nag goes to the new owner and says why.
    await test.clock.passTo(at('05T12:00'))
    expect(test.heard('nag').at(-1)).toMatchObject({ ownerName: 'Ben', handover: { fromName: 'Anna', note: 'Ziek' } })
  })

  it('keeps new promises away: they are refused and not suggested', async () => {
    const test = await startShop()
    await test.ask('absence.set', away({ from: '2026-03-06', until: '2026-03-06' }))
    const tomorrow = callOf({ promise: promiseOf(test, { dueAt: at('06T12:00') }) })
    expect(expectFailure(await test.call('contact.log', tomorrow))).toMatchObject({ code: 'owner-absent' })
    const days = (await test.ask('moment.suggest', { ownerId: ANNA })).map((one) => new Date(one.at).getUTCDate())
    expect(days).not.toContain(6)
    expect(days).toContain(9)
    expect((await test.ask('moment.suggest', { ownerId: BEN })).map((one) => new Date(one.at).getUTCDate())).toContain(
      6,
    )
    expect(await test.ask('moment.check', { ownerId: ANNA, at: at('06T12:00') })).toMatchObject({
      awayUntil: '2026-03-06',
    })
  })

  it('ends sooner when somebody is back, and summarises once what became of the promises', async () => {
    const test = await startShop()
    const kept = await promise(test, at('09T12:00'))
    const open = await promise(test, at('13T12:00'))
    const one = away({ handovers: to(BEN, '', kept, open) })
    await test.ask('absence.set', one)
    await test.clock.jumpTo(at('09T11:00'))
    test.actor = BEN
    await test.ask('promise.keep', { promiseId: kept, how: 'called', note: null })
    expect(await test.ask('absence.summary', { staffId: ANNA })).toBeNull()
    await test.clock.jumpTo(at('11T09:00'))
    await test.ask('absence.end', { absenceId: one.absenceId })
    expect(await test.ask('absence.list', {})).toEqual([])
    expect(await test.ask('absence.summary', { staffId: ANNA })).toMatchObject({
      from: '2026-03-09',
      until: '2026-03-10',
      promises: [
        { promiseId: kept, state: 'kept', ownerName: 'Ben' },
        { promiseId: open, state: 'open', ownerName: 'Ben' },
      ],
    })
    await test.ask('absence.seen', { absenceId: one.absenceId })
    expect(await test.ask('absence.summary', { staffId: ANNA })).toBeNull()
  })
})
