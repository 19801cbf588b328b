import type Sqlite from 'better-sqlite3'
import type { EventMap, Topic } from '../shared/contract/events.ts'
import type { Failure } from '../shared/contract/failure.ts'
import type { SecretName } from '../shared/contract/host.ts'
import type { CallName, OutputOf, ParsedInputOf } from '../shared/contract/index.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Instant } from '../shared/domain/time.ts'
import type { Db } from './store/database.ts'

/** The only thing in Belofte that knows the time. Tests hand in one that they move by hand. */
export interface Clock {
  now(): Instant
  /** Runs once when the wall clock has reached `when` (also after sleep or a clock jump); returns how to cancel it. */
  at(when: Instant, run: () => void): () => void
}

/** Passwords, in the system's key store. `set` with null forgets. Fails with no-key-store. */
export interface Secrets {
  get(name: SecretName): Promise<Result<string | null, Failure>>
  set(name: SecretName, value: string | null): Promise<Result<null, Failure>>
}

/** Never a body, an address, a subject or a secret: what is logged may be sent to a stranger for help. */
export interface Log {
  info(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  warn(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  error(what: string, error: unknown): void
}

/** Everything a service may need, handed over by engine.ts. */
export interface Context {
  readonly db: Db
  readonly sqlite: Sqlite.Database
  readonly clock: Clock
  readonly secrets: Secrets
  readonly log: Log
  readonly practice: boolean
  /** Folder with the built-in templates. */
  readonly resources: string
  emit<N extends keyof EventMap>(event: N, payload: EventMap[N]): void
  /** Tells the screens what became stale. `caseId` narrows it to one case. Call it after the commit. */
  changed(topics: readonly Topic[], caseId?: string): void
  /** Something that timers look at has changed: the outbox, a due moment, a mailbox. */
  poke(what: PokedWork): void
}

export type PokedWork = 'sending' | 'nagging' | 'receiving'

/** Work that goes on in the background. None of these throws; what goes wrong is shown as a status and logged. */
export interface Worker {
  /** Something it looks at may have changed. */
  poke(what: PokedWork): void
  /** The PC woke up, was unlocked or is back on the network. */
  wake(): void
  /** Ends it; resolves when nothing of it touches the database any more. */
  stop(): Promise<void>
}

/** Who acts: a staff id, or null for the program itself. */
export type Actor = string | null

export type Handler<N extends CallName> = (
  context: Context,
  input: ParsedInputOf<N>,
  actor: Actor,
) => Promise<Result<OutputOf<N>, Failure>>

/** A service file exports the handlers of its calls as one object of this shape. */
export type Handlers<N extends CallName> = { readonly [K in N]: Handler<K> }
