import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test as it } from 'vitest'
import type { TestEngine } from '../../support/context.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import { ANNA, BEN, openShop } from '../../support/small-shop.ts'

let test: TestEngine
beforeEach(async () => {
  test = await startTestEngine()
  await openShop(test)
})
const open = (pin: string, staffId = ANNA) => test.call('lock.open', { staffId, pin })
const set = (pin: string | null, current: string | null = null) =>
  test.call('lock.set-pin', { staffId: ANNA, pin, current })

it('opens with the PIN of that person only, and keeps it as a hash', async () => {
  await set('4711')
  expect(await open('4711')).toEqual({ ok: true, value: null })
  expect(expectFailure(await open('4712')).code).toBe('pin-wrong')
  expect(expectFailure(await open('4711', BEN)).code).toBe('pin-wrong')
  expect(await test.ask('lock.get', {})).toEqual({ minutes: null, withPin: [ANNA] })
  await test.engine.stop()
  const kept = readFileSync(join(test.profile, 'belofte.db'), 'latin1')
  expect(/"hash":"[A-Za-z0-9+/=]{44}"/.test(kept)).toBe(true)
  expect(kept.includes('"4711"')).toBe(false)
})

it('can be changed or taken away by who knows it only', async () => {
  await set('4711')
  expect(expectFailure(await set('0000')).code).toBe('pin-wrong')
  expect(expectFailure(await set(null, '1234')).code).toBe('pin-wrong')
  expect((await set('0000', '4711')).ok).toBe(true)
  expect((await open('0000')).ok).toBe(true)
})

it('makes whoever guesses wait, also when the guesses come all at once', async () => {
  await set('4711')
  const guesses = await Promise.all(Array.from({ length: 8 }, (_, i) => open(`000${i}`)))
  expect(guesses.map((one) => expectFailure(one).code).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'pin-wait'),
    ...Array.from({ length: 5 }, () => 'pin-wrong'),
  ])
  expect(expectFailure(await open('4711'))).toEqual({ code: 'pin-wait', detail: { seconds: 30 } })
  await test.clock.pass(30_000)
  expect((await open('4711')).ok).toBe(true)
})

it('is never on while nobody could open it', async () => {
  expect(expectFailure(await test.call('lock.set-minutes', { minutes: 5 })).code).toBe('pin-needed')
  await set('4711')
  await test.ask('lock.set-minutes', { minutes: 5 })
  expect(expectFailure(await set(null, '4711')).code).toBe('pin-needed')
})
