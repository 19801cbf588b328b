import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Log, Secrets } from '../../src/engine/context.ts'
import { createEngine } from '../../src/engine/engine.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { createMail } from '../../src/engine/mail/index.ts'
import type { MailAdapters } from '../../src/engine/mail/types.ts'
import type { EventMap } from '../../src/shared/contract/events.ts'
import type { Failure } from '../../src/shared/contract/failure.ts'
import type { CallName, InputOf, OutputOf } from '../../src/shared/contract/index.ts'
import { fail, ok } from '../../src/shared/domain/result.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import type { Instant } from '../../src/shared/domain/time.ts'
import { createTestClock } from './clock.ts'
import type { TestClock } from './clock.ts'
import { expectOk, temporaryFolder } from './database.ts'

/** Thursday 5 March 2026, 10:00 in Amsterdam: a working day with a working day behind it. */
export const THURSDAY_10 = Date.parse('2026-03-05T10:00:00+01:00')

export interface RecordedLog extends Log {
  readonly lines: readonly string[]
}

/** Keeps what is logged, so that a test can look for what must not be there. */
export function recordedLog(): RecordedLog {
  const lines: string[] = []
  return {
    lines,
    info: (what, facts) => void lines.push(`info ${what} ${JSON.stringify(facts ?? {})}`),
    warn: (what, facts) => void lines.push(`warn ${what} ${JSON.stringify(facts ?? {})}`),
    error: (what, error) => void lines.push(`error ${what} ${String(error)}`),
  }
}

/** A key store in memory. */
export function memorySecrets(passwords: Readonly<Record<string, string>> = {}): Secrets {
  const kept = new Map<string, string | null>(Object.entries(passwords))
  return {
    get: async (name) => ok(kept.get(name) ?? null),
    async set(name, value) {
      kept.set(name, value)
      return ok(null)
    },
  }
}

/** Composes and parses for real, but no server is ever there. */
export function offlineMail(): MailAdapters {
  const away = async () => fail({ code: 'connection-refused' } as const)
  return { ...createMail(), source: { open: away }, sender: { open: away }, test: away }
}

export type Told = { [N in keyof EventMap]: { readonly name: N; readonly payload: EventMap[N] } }[keyof EventMap]

export interface TestEngine {
  readonly engine: Engine
  readonly profile: string
  readonly clock: TestClock
  readonly told: readonly Told[]
  readonly log: RecordedLog
  /** Who acts in `call`. */
  actor: string | null
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>, Failure>>
  /** The answer itself; throws when the call fails. */
  ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The payloads of one event so far. */
  heard<N extends keyof EventMap>(name: N): EventMap[N][]
}

export interface TestEngineOptions {
  readonly now?: Instant
  readonly profile?: string
  readonly clock?: TestClock
  readonly secrets?: Secrets
  readonly mail?: MailAdapters
  readonly practice?: { readonly cases: number; readonly seed: number }
}

/** A whole engine in this process, with a clock that stands still. Stopped after the test. */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const profile = options.profile ?? temporaryFolder()
  const clock = options.clock ?? createTestClock(options.now ?? THURSDAY_10)
  const log = recordedLog()
  const engine = expectOk(
    await createEngine({
      profile,
      resources: join(import.meta.dirname, '../../resources'),
      clock,
      secrets: options.secrets ?? memorySecrets(),
      log,
      practice: options.practice ?? null,
      mail: options.mail ?? offlineMail(),
    }),
  )
  onTestFinished(() => engine.stop())
  const told: Told[] = []
  engine.onEvent((name, payload) => void told.push({ name, payload } as Told))
  const test: TestEngine = {
    engine,
    profile,
    clock,
    told,
    log,
    actor: null,
    call: (name, input) => engine.call(name, input, test.actor) as ReturnType<typeof test.call<typeof name>>,
    ask: async (name, input) => expectOk(await test.call(name, input)),
    heard: <N extends keyof EventMap>(name: N) =>
      told.filter((one) => one.name === name).map((one) => one.payload as EventMap[N]),
  }
  return test
}
