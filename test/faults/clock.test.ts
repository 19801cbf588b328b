import { assert, asyncProperty, constantFrom, array } from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/shared/domain/time.ts'
import { startTestEngine } from '../support/context.ts'
import { reportOf } from '../support/reports.ts'
import { callOf, openShop, promiseOf } from '../support/small-shop.ts'

// The clock of the PC is set, forward and back, and the PC sleeps: a nag neither repeats nor vanishes, and due moments stay.

const JUMPS = [HOUR, -HOUR, 3 * DAY, -3 * DAY, 5 * MINUTE, 21 * DAY, -20 * MINUTE] as const

test('whatever the clock does, no nag comes twice, none is lost, and no due moment moves', async () => {
  await assert(
    asyncProperty(array(constantFrom(...JUMPS), { minLength: 1, maxLength: 6 }), async (jumps) => {
      const shop = await startTestEngine()
      await openShop(shop)
      const promise = promiseOf(shop, { dueAt: shop.clock.now() + 2 * HOUR })
      await shop.ask('contact.log', callOf({ promise }))
      for (const jump of jumps) {
        await shop.clock.jumpTo(Math.max(promise.dueAt - DAY, shop.clock.now() + jump))
        shop.engine.wake()
        await shop.clock.pass(MINUTE)
      }
      // Monday noon, weeks later: open, and long past due.
      await shop.clock.jumpTo(Date.parse('2026-06-08T12:00:00+02:00'))
      shop.engine.wake()
      await shop.clock.pass(2 * MINUTE)
      const nags = reportOf(shop, 'nags')
      expect(nags.length, 'it was nagged about').toBeGreaterThan(0)
      const steps = nags.map((row) => Number(row['step']))
      expect(steps, 'each step once').toEqual([...new Set(steps)])
      const shown = shop.heard('nag').map(({ nagId }) => nagId)
      expect(shown, 'shown once').toEqual([...new Set(shown)])
      expect(reportOf(shop, 'promises')).toMatchObject([
        { id: promise.promiseId, state: 'broken', due_at: new Date(promise.dueAt).toISOString() },
      ])
      await shop.engine.stop()
    }),
    { numRuns: 12 },
  )
}, 60_000)
