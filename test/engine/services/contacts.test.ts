import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { ANNA, BEN, callOf, EVERYTHING, openShop, promiseOf } from '../../support/small-shop.ts'

let test: TestEngine
beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
})

const kinds = async (caseId: string): Promise<string[]> =>
  (await test.ask('case.events', { caseId, before: null })).map((event) => event.kind).reverse()

describe('a phone note', () => {
  it('opens a case with its customer and its promise', async () => {
    const promise = promiseOf(test, { ownerId: BEN })
    const { caseId } = await test.ask('contact.log', callOf({ promise }))
    const one = await test.ask('case.get', { caseId })
    expect(one).toMatchObject({
      number: 1,
      subject: 'Wanneer is mijn fiets klaar?',
      state: 'open',
      channel: 'phone',
      ownerId: BEN,
      customer: { name: 'Jan Klant', phones: ['+31612345678'], caseCount: 1, openPromises: 1 },
      contacts: [{ kind: 'call-in', staffId: ANNA }],
      promises: [{ id: promise.promiseId, ownerName: 'Ben', state: 'open', origin: 'call', customerKnows: 'yes' }],
    })
    expect(await kinds(caseId)).toEqual(['case-opened', 'contact-added', 'promise-made'])
    expect((await test.ask('queue.counts', { filter: EVERYTHING }))['due-today']).toBe(1)
  })

  it('is written down once, however often the screen asks', async () => {
    const note = callOf({ promise: promiseOf(test) })
    const first = await test.ask('contact.log', note)
    expect(await test.ask('contact.log', note)).toEqual(first)
    const one = await test.ask('case.get', first)
    expect(one.contacts).toHaveLength(1)
    expect(one.promises).toHaveLength(1)
  })

  it('knows a customer by the number, however it is written', async () => {
    await test.ask('contact.log', callOf())
    const { caseId } = await test.ask(
      'contact.log',
      callOf({ customer: { name: 'J. Klant', phone: '+31 (0)6-12345678', email: 'Jan@Klant.example' } }),
    )
    const one = await test.ask('case.get', { caseId })
    expect(one.customer).toMatchObject({ name: 'Jan Klant', caseCount: 2, emails: ['jan@klant.example'] })
    expect(await test.ask('customer.find', { text: 'jan@klant' })).toHaveLength(1)
    expect(one.earlier).toHaveLength(1)
  })

  it('keeps what was heard when it is no number', async () => {
    const customer = { name: 'Piet', phone: 'toestel 12', email: 'piet@klant.example' }
    const { caseId } = await test.ask('contact.log', callOf({ customer }))
    expect((await test.ask('case.get', { caseId })).customer).toMatchObject({
      notes: 'toestel 12',
      phones: [],
      emails: ['piet@klant.example'],
    })
  })

  it('that settles the matter leaves nothing to do', async () => {
    const { caseId } = await test.ask('contact.log', callOf({ closes: true }))
    expect((await test.ask('case.get', { caseId })).state).toBe('done')
  })

  it('without a promise waits for an answer: somebody spoke with the customer, but the question stays', async () => {
    await test.ask('contact.log', callOf())
    expect(await test.ask('queue.counts', { filter: EVERYTHING })).toMatchObject({ answer: 1, 'first-answer': 0 })
  })

  it.each([
    ['a promise that settles and stays', { closes: true, promise: true }, 'promise-live'],
    ['a customer who is not there', { customer: { customerId: randomUUID() } }, 'not-found'],
    ['a case that is not there', { caseId: randomUUID() }, 'not-found'],
    ['nobody at all', { customer: null }, 'bad-input'],
    ['a promise kept of another case', { keeps: [randomUUID()] }, 'not-found'],
  ])('is refused whole with %s', async (_what, more, code) => {
    const { promise, ...rest } = { promise: false, ...more }
    const note = callOf({ ...rest, promise: promise ? promiseOf(test) : null })
    expect(expectFailure(await test.call('contact.log', note)).code).toBe(code)
    expect(await test.ask('queue.counts', { filter: EVERYTHING })).toMatchObject({ answer: 0, done: 0, 'due-today': 0 })
    expect(await test.ask('customer.find', { text: 'Jan' })).toEqual([])
  })

  it.each([
    ['in the past', { dueAt: 0 }, 'due-in-past'],
    ['by nobody who works here', { ownerId: randomUUID() }, 'owner-unknown'],
  ])('is refused with a promise %s', async (_what, more, code) => {
    const note = callOf({ promise: promiseOf(test, more) })
    expect(expectFailure(await test.call('contact.log', note)).code).toBe(code)
    expect(await test.ask('customer.find', { text: 'Jan' })).toEqual([])
  })
})

describe('a further contact', () => {
  it('keeps a promise by calling, and the case waits for the customer', async () => {
    const promise = promiseOf(test)
    const { caseId } = await test.ask('contact.log', callOf({ promise }))
    await test.clock.pass(10 * MINUTE)
    await test.ask('contact.log', callOf({ caseId, kind: 'call-out', outcome: 'reached', keeps: [promise.promiseId] }))
    const one = await test.ask('case.get', { caseId })
    expect(one).toMatchObject({ state: 'waiting', promises: [{ state: 'kept', keptHow: 'called' }] })
    expect(await kinds(caseId)).toEqual([
      'case-opened',
      'contact-added',
      'promise-made',
      'contact-added',
      'promise-kept',
    ])
  })

  it('tells the customer of a new moment in time', async () => {
    const promise = promiseOf(test)
    const { caseId } = await test.ask('contact.log', callOf({ promise }))
    const next = promiseOf(test, { dueAt: test.clock.now() + 5 * HOUR })
    await test.ask('contact.log', callOf({ caseId, kind: 'call-out', promise: next, renegotiates: promise.promiseId }))
    const { promises } = await test.ask('case.get', { caseId })
    expect(promises).toMatchObject([
      { id: next.promiseId, state: 'open', predecessorId: promise.promiseId },
      { id: promise.promiseId, state: 'renegotiated', brokenAt: null },
    ])
  })

  it('of a customer who had to come back is counted', async () => {
    const { caseId } = await test.ask('contact.log', callOf({ promise: promiseOf(test) }))
    await test.clock.pass(MINUTE)
    await test.ask('contact.log', callOf({ caseId, text: 'Hoe staat het ermee?' }))
    expect((await test.ask('case.get', { caseId })).cameBack).toBe(1)
  })

  it('brings back a case that was done', async () => {
    const { caseId } = await test.ask('contact.log', callOf({ closes: true }))
    await test.clock.pass(MINUTE)
    await test.ask('contact.log', callOf({ caseId, text: 'Toch nog een vraag' }))
    expect((await test.ask('case.get', { caseId })).state).toBe('open')
  })

  it('by voicemail is no answer', async () => {
    const { caseId } = await test.ask('contact.log', callOf())
    await test.ask('contact.log', callOf({ caseId, kind: 'call-out', outcome: 'voicemail' }))
    expect((await test.ask('case.get', { caseId })).state).toBe('open')
  })
})
