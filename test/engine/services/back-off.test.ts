import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffDelay, createBackOff } from '../../../src/engine/services/back-off.ts'
import { createTestClock } from '../../support/clock.ts'

test('each pause is about twice the one before, up to a limit, and never the same for everybody', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const delay = backOffDelay(attempts, 300_000, () => random)
      const middle = Math.min(5_000 * 2 ** attempts, 300_000)
      expect(delay).toBeGreaterThanOrEqual(Math.floor(middle * 0.8))
      expect(delay).toBeLessThanOrEqual(Math.ceil(middle * 1.2))
    }),
  )
  expect(backOffDelay(3, 300_000, () => 0)).not.toBe(backOffDelay(3, 300_000, () => 1))
})

test('waking ends the pause, and the next one is short again', async () => {
  const clock = createTestClock(0)
  const backOff = createBackOff(clock)
  const pauses: number[] = []
  for (let i = 0; i < 4; i += 1) {
    const sleep = backOff.sleep((until) => pauses.push(until - clock.now()))
    if (i === 2) backOff.wake()
    else await clock.passTo(clock.now() + 60_000)
    await sleep
  }
  expect(pauses[1]).toBeGreaterThan(pauses[0]!)
  expect(pauses[3]).toBeLessThanOrEqual(6_000)
  expect(clock.alarms).toBe(0)
})
