import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import { addMailbox, ANNA, BEN, callOf, EVERYTHING, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'

let test: TestEngine

beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
  await addMailbox(test)
})

async function call(name: string, text: string, more: Partial<InputOf<'contact.log'>> = {}): Promise<string> {
  const customer = { name, phone: null, email: `${name.toLowerCase()}@klant.example` }
  const { caseId } = await test.ask('contact.log', callOf({ customer, text, ...more }))
  await test.clock.pass(MINUTE)
  return caseId
}

const look = (caseId: string) => test.ask('case.get', { caseId })
const undo = (undoId: string) => test.call('change.undo', { undoId })
const kinds = async (caseId: string): Promise<string[]> =>
  (await test.ask('case.events', { caseId, before: null })).map(({ kind }) => kind)
/** All that a screen shows of them, but for the history. */
const picture = (...ids: string[]) => Promise.all(ids.map(look))
const found = async (text: string): Promise<string[]> =>
  (await test.ask('search', { text, limit: 10 })).hits.map(({ caseId }) => caseId)

describe('a decision about many cases', () => {
  it('sets aside what can be, leaves what was promised, and is undone exactly', async () => {
    const plain = await call('Jan', 'Fiets kapot')
    const closed = await call('Piet', 'Band lek', { closes: true })
    const promised = await call('Kees', 'Wanneer klaar?', { promise: promiseOf(test) })
    const before = await picture(plain, closed, promised)
    const undoId = randomUUID()
    const input: InputOf<'case.decide-many'> = {
      undoId,
      caseIds: [plain, closed, promised],
      decision: { do: 'set-aside' },
    }
    expect(await test.ask('case.decide-many', input)).toEqual({ done: 2, refused: 1 })
    expect((await picture(plain, closed, promised)).map(({ state }) => state)).toEqual([
      'set-aside',
      'set-aside',
      'open',
    ])
    // An answer that was lost in a crash is asked for again.
    expect(await test.ask('case.decide-many', input)).toMatchObject({ done: 2 })
    await undo(undoId)
    expect(await picture(plain, closed, promised)).toEqual(before)
    expect((await kinds(plain))[0]).toBe('change-undone')
    expect(expectFailure(await undo(undoId)).code).toBe('not-found')
  })

  it('gives them to somebody, and back', async () => {
    const one = await call('Jan', 'Fiets kapot')
    const undoId = randomUUID()
    await test.ask('case.decide-many', { undoId, caseIds: [one], decision: { do: 'give', ownerId: BEN } })
    expect((await look(one)).ownerId).toBe(BEN)
    await undo(undoId)
    expect((await look(one)).ownerId).toBe(ANNA)
    const decision = { do: 'give', ownerId: randomUUID() } as const
    const nobody = { undoId: randomUUID(), caseIds: [one], decision }
    expect(expectFailure(await test.call('case.decide-many', nobody)).code).toBe('owner-unknown')
  })

  it('closes them; what somebody decided since stays as it is', async () => {
    const [one, two] = [await call('Jan', 'Fiets kapot'), await call('Piet', 'Band lek')]
    const undoId = randomUUID()
    await test.ask('case.decide-many', { undoId, caseIds: [one, two], decision: { do: 'close' } })
    expect((await test.ask('queue.counts', { filter: EVERYTHING })).done).toBe(2)
    await test.ask('case.set-owner', { caseId: two, ownerId: BEN })
    await undo(undoId)
    expect(await look(one)).toMatchObject({ state: 'open' })
    expect(await look(two)).toMatchObject({ state: 'done', ownerId: BEN })
  })
})

describe('two cases that are one', () => {
  it('stand together with their promises, mails and words; the old number leads there; undone, nothing is left of it', async () => {
    const into = await call('Jan', 'Fiets kapot')
    const from = await call('Jan', 'Nog een keer over mijn lekkende fietspomp', { promise: promiseOf(test) })
    await test.ask('reply.send', replyOf(from, { text: 'Beste Jan, we kijken ernaar.' }))
    const before = await picture(into, from)
    const undoId = randomUUID()
    await test.ask('case.merge', { undoId, caseId: from, into })
    const one = await look(into)
    expect(one.contacts.map(({ kind }) => kind)).toEqual(['call-in', 'call-in', 'mail-out'])
    expect(one.promises).toMatchObject([{ state: 'open', caseId: into }])
    expect(await look(from)).toMatchObject({
      state: 'set-aside',
      setAsideReason: 'merged',
      mergedInto: { caseId: into, number: one.number },
      contacts: [],
    })
    expect(await found('fietspomp')).toEqual([into])
    expect(await kinds(from)).toContain('case-merged')
    expect(expectFailure(await test.call('case.make-question', { caseId: from })).code).toBe('changed-since')
    expect(expectFailure(await test.call('case.merge', { undoId: randomUUID(), caseId: into, into: from })).code).toBe(
      'changed-since',
    )
    await undo(undoId)
    expect(await picture(into, from)).toEqual(before)
    expect(await found('fietspomp')).toEqual([from])
  })

  it('what was done is open again when the other is', async () => {
    const done = await call('Jan', 'Fiets kapot', { closes: true })
    const open = await call('Jan', 'Toch nog kapot')
    await test.ask('case.merge', { undoId: randomUUID(), caseId: open, into: done })
    expect((await look(done)).state).toBe('open')
  })

  it('a promise goes on nagging in its new place', async () => {
    const into = await call('Jan', 'Fiets kapot')
    const from = await call('Jan', 'Bel me', { promise: promiseOf(test) })
    await test.ask('case.merge', { undoId: randomUUID(), caseId: from, into })
    await test.clock.pass(2 * HOUR)
    expect(test.heard('nag').at(-1)).toMatchObject({ caseId: into })
  })
})

describe('one case that is two', () => {
  it('splits off a contact with its promise; undone, it is back', async () => {
    const caseId = await call('Jan', 'Fiets kapot')
    const contactId = randomUUID()
    await test.ask(
      'contact.log',
      callOf({ contactId, caseId, text: 'En heeft u ook kinderzitjes?', promise: promiseOf(test) }),
    )
    const before = await look(caseId)
    const [undoId, newCaseId] = [randomUUID(), randomUUID()]
    await test.ask('case.split', { undoId, contactId, newCaseId })
    const split = await look(newCaseId)
    expect(split).toMatchObject({ subject: 'En heeft u ook kinderzitjes?', channel: 'phone', state: 'open' })
    expect(split.promises).toHaveLength(1)
    expect(await found('kinderzitjes')).toEqual([newCaseId])
    expect((await look(caseId)).contacts).toHaveLength(1)
    await undo(undoId)
    expect({ ...(await look(caseId)), earlier: [], customer: null }).toEqual({ ...before, earlier: [], customer: null })
    expect(await look(newCaseId)).toMatchObject({ setAsideReason: 'merged', mergedInto: { caseId } })
  })

  it('is not undone over what came since, and the only contact of a case stays', async () => {
    const caseId = await call('Jan', 'Fiets kapot')
    const [only] = (await look(caseId)).contacts
    const alone = { undoId: randomUUID(), contactId: only!.id, newCaseId: randomUUID() }
    expect(expectFailure(await test.call('case.split', alone)).code).toBe('changed-since')
    const contactId = randomUUID()
    await test.ask('contact.log', callOf({ contactId, caseId, text: 'Nog iets' }))
    const [undoId, newCaseId] = [randomUUID(), randomUUID()]
    await test.ask('case.split', { undoId, contactId, newCaseId })
    await test.ask('contact.log', callOf({ caseId: newCaseId, text: 'Daar is hij weer' }))
    expect(expectFailure(await undo(undoId)).code).toBe('changed-since')
    expect((await look(newCaseId)).contacts).toHaveLength(2)
  })
})

describe('two customers that are one', () => {
  it('share addresses, cases and notes; undone, each has its own again', async () => {
    const one = await call('Jan', 'Fiets kapot')
    const other = await call('Janssen', 'Band lek')
    const [jan, janssen] = (await picture(one, other)).map(({ customer }) => customer)
    await test.ask('customer.save', {
      customerId: janssen!.id,
      name: 'Janssen',
      company: 'Janssen bv',
      notes: 'Belt graag',
    })
    const before = await picture(one, other)
    const undoId = randomUUID()
    await test.ask('customer.merge', { undoId, customerId: janssen!.id, into: jan!.id })
    expect((await look(other)).customer).toMatchObject({
      id: jan!.id,
      name: 'Jan',
      company: 'Janssen bv',
      notes: 'Belt graag',
      emails: ['jan@klant.example', 'janssen@klant.example'],
      caseCount: 2,
    })
    expect(await test.ask('customer.find', { text: 'janssen' })).toMatchObject([{ id: jan!.id }])
    await undo(undoId)
    expect(await picture(one, other)).toEqual(before)
    expect(await test.ask('customer.find', { text: 'janssen@' })).toMatchObject([{ id: janssen!.id }])
  })
})

describe('how a customer is reached', () => {
  it('is changed by hand, and found by it; somebody else’s address is refused by name', async () => {
    const caseId = await call('Jan', 'Fiets kapot')
    await call('Piet', 'Band lek')
    const { id: customerId } = (await look(caseId)).customer
    const facts = { customerId, name: 'Jan', company: null, notes: '' }
    await test.ask('customer.save', { ...facts, emails: ['JAN@werk.example'], phones: ['06 12345678', '030-2345678'] })
    expect((await look(caseId)).customer).toMatchObject({
      emails: ['jan@werk.example'],
      phones: ['+31612345678', '+31302345678'],
    })
    expect(await test.ask('customer.find', { text: '0612345678' })).toMatchObject([{ id: customerId }])
    expect(await test.ask('customer.find', { text: 'jan@klant.example' })).toEqual([])
    const taken = expectFailure(await test.call('customer.save', { ...facts, emails: ['piet@klant.example'] }))
    expect(taken).toEqual({ code: 'address-taken', detail: { address: 'piet@klant.example', name: 'Piet' } })
    expect(expectFailure(await test.call('customer.save', { ...facts, phones: ['12'] })).detail).toMatchObject({
      field: 'phones',
    })
    expect((await look(caseId)).customer.emails).toEqual(['jan@werk.example'])
  })
})
