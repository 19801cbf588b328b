import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../src/engine/clock.ts'
import { DAY, MINUTE } from '../../src/shared/domain/time.ts'

const START = Date.parse('2026-03-05T09:00:00Z')

describe('the clock of this PC', () => {
  beforeEach(() => vi.useFakeTimers({ now: START }))
  afterEach(() => vi.useRealTimers())

  it('rings once, at the moment itself', () => {
    const clock = createClock()
    const rung: number[] = []
    clock.at(START + 90_000, () => rung.push(clock.now()))
    vi.advanceTimersByTime(89_999)
    expect(rung).toEqual([])
    vi.advanceTimersByTime(10 * MINUTE)
    expect(rung).toEqual([START + 90_000])
  })

  it('rings at once for a moment that has passed, and not when it was called off', () => {
    const clock = createClock()
    const rung: string[] = []
    clock.at(START - 1, () => rung.push('past'))
    clock.at(START + 10, () => rung.push('called off'))()
    vi.advanceTimersByTime(MINUTE)
    expect(rung).toEqual(['past'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits for a moment that lies months ahead: no timer can be that long', () => {
    const clock = createClock()
    const rung: number[] = []
    clock.at(START + 60 * DAY, () => rung.push(clock.now()))
    vi.advanceTimersByTime(60 * DAY - 1)
    expect(rung).toEqual([])
    vi.advanceTimersByTime(1)
    expect(rung).toHaveLength(1)
  })

  it('notices within half a minute that the PC slept or the clock was set, and at once when told', () => {
    const clock = createClock()
    const rung: string[] = []
    clock.at(START + 3 * 60 * MINUTE, () => rung.push('after sleep'))
    // Timers stand still during a sleep; only the wall clock moves.
    vi.setSystemTime(START + 4 * 60 * MINUTE)
    vi.advanceTimersByTime(30_000)
    expect(rung).toEqual(['after sleep'])
    clock.at(START + 8 * 60 * MINUTE, () => rung.push('woken'))
    vi.setSystemTime(START + 9 * 60 * MINUTE)
    clock.wake()
    expect(rung).toEqual(['after sleep', 'woken'])
  })

  it('rings in order, also for what passed together, and for alarms set by alarms', () => {
    const clock = createClock()
    const rung: number[] = []
    for (const seconds of [3, 1, 2]) clock.at(START + seconds * 1_000, () => rung.push(seconds))
    clock.at(START + 500, () => void clock.at(START + 2_500, () => rung.push(2.5)))
    vi.setSystemTime(START + 700)
    clock.wake()
    vi.setSystemTime(START + 5_000)
    clock.wake()
    expect(rung).toEqual([1, 2, 2.5, 3])
  })
})
