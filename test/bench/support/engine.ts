import { resolve } from 'node:path'
import { createClock } from '../../../src/engine/clock.ts'
import type { Log, Secrets } from '../../../src/engine/context.ts'
import { createEngine } from '../../../src/engine/engine.ts'
import type { Engine } from '../../../src/engine/engine.ts'
import { createMail } from '../../../src/engine/mail/index.ts'
import type { MailAdapters } from '../../../src/engine/mail/types.ts'
import { fail, ok } from '../../../src/shared/domain/result.ts'
import type { Result } from '../../../src/shared/domain/result.ts'

export const RESOURCES = resolve(import.meta.dirname, '../../../resources')

export interface EngineToMeasure {
  readonly profile: string
  readonly mail?: MailAdapters
  readonly practice?: { readonly cases: number; readonly seed: number }
}

/** The whole engine in this process, by the real clock. */
export async function startEngine({ profile, mail = offlineMail(), practice }: EngineToMeasure): Promise<Engine> {
  return expectOk(
    await createEngine({
      ...{ profile, mail, resources: RESOURCES, clock: createClock(), secrets: memorySecrets(), log: loudLog },
      practice: practice ?? null,
    }),
  )
}

export function expectOk<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(`expected success, but it failed: ${JSON.stringify(result.error)}`)
}

/** Composes and parses for real, but no server is ever there. */
export function offlineMail(): MailAdapters {
  const away = async () => fail({ code: 'connection-refused' } as const)
  return { ...createMail(), source: { open: away }, sender: { open: away }, test: away }
}

export function memorySecrets(): Secrets {
  const kept = new Map<string, string | null>()
  return {
    get: async (name) => ok(kept.get(name) ?? null),
    async set(name, value) {
      kept.set(name, value)
      return ok(null)
    },
  }
}

/** What goes wrong is said aloud: a figure of something that failed is worth nothing. */
export const loudLog: Log = {
  info: () => undefined,
  warn: (what, facts) => console.warn(what, JSON.stringify(facts ?? {})),
  error: (what, error) => console.error(what, error),
}
