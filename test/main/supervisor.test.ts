import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineToHost, HostToEngine } from '../../src/shared/contract/host.ts'
import { NO_CRASHES, afterCrash } from '../../src/main/restart-policy.ts'
import { superviseEngine } from '../../src/main/supervisor.ts'

const START = { kind: 'start', profile: '/p', resources: '/r', practice: null } as const

/** An engine that only does what the test says. */
function fakeEngines() {
  const engines: { sent: HostToEngine[]; killed: boolean; say(message: EngineToHost): void; die(): void }[] = []
  const heard: string[] = []
  const supervisor = superviseEngine<never>({
    start: START,
    fork(listener) {
      const engine = {
        sent: [] as HostToEngine[],
        killed: false,
        say: listener.message,
        die: () => listener.exit(9),
      }
      engines.push(engine)
      return {
        send: (message) => engine.sent.push(message),
        kill() {
          engine.killed = true
          engine.die()
        },
      }
    },
    onUp: () => heard.push('up'),
    onGone: () => heard.push('gone'),
    onState: ({ state, failure }) => heard.push(failure === null ? state : `${state} ${failure.code}`),
    onRefused: async ({ code }) => {
      heard.push(`refused ${code}`)
      return null
    },
    onSecret: async ({ seq }) => ({ kind: 'secret', seq, result: { ok: true, value: 's' } }),
    log: { warn: () => undefined },
  })
  return { engines, heard, supervisor, last: () => engines.at(-1)! }
}

describe('supervisor', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('starts the engine and takes it as up when it says so', () => {
    const { last, heard, supervisor } = fakeEngines()
    expect(last().sent).toEqual([START])
    expect(supervisor.up).toBe(false)
    last().say({ kind: 'started' })
    expect(supervisor.up).toBe(true)
    expect(heard).toEqual(['up', 'up'])
  })

  it('brings a killed engine back within two seconds, however often', () => {
    const { last, engines, supervisor } = fakeEngines()
    for (let round = 1; round <= 200; round += 1) {
      last().say({ kind: 'started' })
      last().die()
      expect(supervisor.up).toBe(false)
      vi.advanceTimersByTime(1_000)
      expect(engines).toHaveLength(round + 1)
    }
  })

  it('tells that it keeps failing, until the engine has lived for a while', () => {
    const { last, heard, supervisor } = fakeEngines()
    for (let round = 0; round < 5; round += 1) {
      last().say({ kind: 'started' })
      last().die()
      vi.advanceTimersByTime(1_000)
    }
    expect(supervisor.state.state).toBe('failing')
    last().say({ kind: 'started' })
    expect(heard.at(-1)).toBe('up')
    expect(supervisor.state.state).toBe('failing')
    vi.advanceTimersByTime(5_000)
    expect(supervisor.state.state).toBe('up')
  })

  it('ends a first start that was refused, and starts nothing more', () => {
    const { last, engines, heard } = fakeEngines()
    last().say({ kind: 'start-failed', failure: { code: 'database-newer' } })
    expect(heard).toEqual(['refused database-newer'])
    expect(last().killed).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(engines).toHaveLength(1)
  })

  it('tries again, with the reason shown, when a later start is refused', () => {
    const { last, engines, heard } = fakeEngines()
    last().say({ kind: 'started' })
    last().die()
    vi.advanceTimersByTime(0)
    last().say({ kind: 'start-failed', failure: { code: 'disk-full' } })
    expect(heard.at(-1)).toBe('failing disk-full')
    vi.advanceTimersByTime(2_000)
    expect(engines).toHaveLength(3)
    last().say({ kind: 'started' })
    vi.advanceTimersByTime(5_000)
    expect(heard.at(-1)).toBe('up')
  })

  it('hears nothing of an engine that it has given up', () => {
    const { engines, supervisor, last } = fakeEngines()
    last().say({ kind: 'started' })
    last().die()
    vi.advanceTimersByTime(0)
    engines[0]!.say({ kind: 'started' })
    expect(supervisor.up).toBe(false)
  })

  it('answers for secrets, to the engine that asked only', async () => {
    const { engines, last } = fakeEngines()
    last().say({ kind: 'started' })
    last().say({ kind: 'secret-get', seq: 7, name: 'mailbox:a' })
    await vi.advanceTimersByTimeAsync(0)
    expect(last().sent.at(-1)).toEqual({ kind: 'secret', seq: 7, result: { ok: true, value: 's' } })
    last().say({ kind: 'secret-get', seq: 8, name: 'mailbox:a' })
    last().die()
    await vi.advanceTimersByTimeAsync(0)
    expect(engines.flatMap(({ sent }) => sent).filter(({ kind }) => kind === 'secret')).toHaveLength(1)
  })

  it('lets the engine finish when it stops, and starts no other', async () => {
    const { last, engines, supervisor } = fakeEngines()
    last().say({ kind: 'started' })
    const stopped = supervisor.stop()
    expect(last().sent.at(-1)).toEqual({ kind: 'stop' })
    expect(last().killed).toBe(false)
    last().say({ kind: 'stopped' })
    await stopped
    expect(last().killed).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(engines).toHaveLength(1)
  })

  it('takes an engine that dies while stopping as stopped', async () => {
    const { last, engines, supervisor } = fakeEngines()
    last().say({ kind: 'started' })
    const stopped = supervisor.stop()
    last().die()
    await stopped
    vi.advanceTimersByTime(60_000)
    expect(engines).toHaveLength(1)
  })

  it('ends an engine that does not stop within five seconds', async () => {
    const { last, supervisor } = fakeEngines()
    last().say({ kind: 'started' })
    const stopped = supervisor.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await stopped
    expect(last().killed).toBe(true)
  })
})

describe('restart policy', () => {
  it('waits ever longer, up to half a minute, for an engine that never works', () => {
    let history = NO_CRASHES
    const delays = Array.from({ length: 12 }, (_, round) => {
      const next = afterCrash(history, round * 40_000, false)
      history = next.history
      return next.delay
    })
    expect(delays.slice(0, 4).every((delay) => delay <= 1_000)).toBe(true)
    expect(delays.slice(4)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000])
  })

  it('forgets crashes of more than a minute ago', () => {
    let history = NO_CRASHES
    for (let round = 0; round < 20; round += 1) {
      const next = afterCrash(history, round * 61_000, true)
      expect(next).toMatchObject({ delay: 0, failing: false })
      history = next.history
    }
  })
})
