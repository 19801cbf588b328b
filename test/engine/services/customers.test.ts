import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { callOf, openShop, promiseOf } from '../../support/small-shop.ts'

let test: TestEngine
beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
  await test.ask('contact.log', callOf({ promise: promiseOf(test) }))
  const jose = { name: 'José Müller', phone: '030 231 4567', email: 'jose@bedrijf.example' }
  await test.ask('contact.log', callOf({ customer: jose, text: 'Mijn kettingkast rammelt' }))
})

const found = async (text: string) => (await test.ask('customer.find', { text })).map(({ name }) => name)
const hits = async (text: string) => (await test.ask('search', { text, limit: 20 })).hits

describe('finding a customer', () => {
  it.each([
    ['0612345678', ['Jan Klant']],
    ['+31 6 1234 5678', ['Jan Klant']],
    ['0031612345678', ['Jan Klant']],
    ['0612', ['Jan Klant']],
    ['06-123456', ['Jan Klant']],
    ['030231', ['José Müller']],
    ['jose@bed', ['José Müller']],
    ['JOSE', ['José Müller']],
    ['müll', ['José Müller']],
    ['muller jose', ['José Müller']],
    ['kla', ['Jan Klant']],
    ['niemand', []],
    ['  ', []],
    ['"', []],
    ['kettingkast', []],
  ])('by %s', async (text, names) => {
    expect(await found(text)).toEqual(names)
  })

  it('shows what this customer is waiting for', async () => {
    const [jan] = await test.ask('customer.find', { text: 'Jan' })
    expect(await test.ask('customer.open', { customerId: jan!.id })).toMatchObject({
      cases: [{ subject: 'Wanneer is mijn fiets klaar?', state: 'open' }],
      promises: [{ text: 'Terugbellen', ownerName: 'Anna' }],
    })
    expect(await test.ask('customer.open', { customerId: randomUUID() })).toEqual({ cases: [], promises: [] })
  })

  it('goes by the new name only, once somebody was renamed', async () => {
    const [jan] = await test.ask('customer.find', { text: 'Jan' })
    await test.ask('customer.save', { customerId: jan!.id, name: 'Piet Koper', company: 'Koper BV', notes: '' })
    expect(await found('koper')).toEqual(['Piet Koper'])
    expect(await found('klant')).toEqual([])
    expect(await found('0612345678')).toEqual(['Piet Koper'])
    const nobody = { customerId: randomUUID(), name: 'X', company: null, notes: '' }
    expect(expectFailure(await test.call('customer.save', nobody)).code).toBe('not-found')
  })
})

describe('search', () => {
  it('finds what was said, with the words marked, newest first', async () => {
    await test.clock.pass(MINUTE)
    await test.ask('contact.log', callOf({ text: 'De kettingkast is weer los' }))
    const cases = await hits('kettingk')
    expect(cases.map(({ excerpt }) => excerpt)).toEqual([
      'De \u0001kettingkast\u0002 is weer los',
      'Mijn \u0001kettingkast\u0002 rammelt',
    ])
    expect(cases[1]).toMatchObject({ customerName: 'José Müller', section: 'answer' })
  })

  it('finds a case once, however often the word was said on it', async () => {
    const { caseId } = (await hits('kettingkast'))[0]!
    await test.ask('contact.log', callOf({ caseId, text: 'weer die kettingkast' }))
    expect(await hits('kettingkast')).toHaveLength(1)
  })

  it.each(['#1', ' #1 '])('finds a case by its number %s', async (text) => {
    expect(await hits(text)).toMatchObject([{ number: 1, customerName: 'Jan Klant' }])
  })

  it.each(['müller', 'jose@bedrijf.example', '+31302314567'])('finds the cases of a customer by %s', async (text) => {
    expect(await hits(text)).toMatchObject([{ customerName: 'José Müller', excerpt: 'Mijn kettingkast rammelt' }])
  })

  it.each(['', '""', 'AND', 'a OR b NOT', 'NEAR(', 'text:x', '*', '^', '#99', '%_', "'; DROP TABLE", '\u0000'])(
    'takes "%s" for words, not for commands',
    async (text) => {
      expect(await hits(text)).toEqual([])
    },
  )
})
