import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventMap } from '../shared/contract/events.ts'
import type { Failure } from '../shared/contract/failure.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Actor, Clock, Context, Log, Secrets, Worker } from './context.ts'
import { callThroughDoor } from './door.ts'
import type { Caller } from './door.ts'
import { createHandlers } from './handlers.ts'
import type { MailAdapters } from './mail/types.ts'
import { watchAttention } from './services/attention.ts'
import { startBackups } from './services/backup-work.ts'
import { isMarkedDamaged, markDamaged, withRescue } from './services/damage.ts'
import { createNagging } from './services/nagging.ts'
import { startOverviewDelivery } from './services/overview-settings.ts'
import { preparePractice } from './services/practice.ts'
import { startRetention } from './services/privacy.ts'
import { startReceiving } from './services/receiving.ts'
import { restoreByName, takeRestored } from './services/restore.ts'
import { startSending } from './services/sending.ts'
import { DATABASE_FILE, openDatabase } from './store/database.ts'
import type { OpenDatabase } from './store/database.ts'

export interface EngineOptions {
  /** The folder that holds everything; made when it isn't there. */
  readonly profile: string
  /** Folder with the built-in templates. */
  readonly resources: string
  readonly clock: Clock
  readonly secrets: Secrets
  readonly log: Log
  /** A practice business, filled when the profile is empty; null for the real one. */
  readonly practice: { readonly cases: number; readonly seed: number } | null
  /** Everything that talks to mail servers or reads mail. */
  readonly mail: MailAdapters
  /** A backup of the profile to be put in place of a damaged database first. */
  readonly restore?: string | null
  /** A backup was prepared to be put back: end in an orderly way and start again. */
  readonly startAgain?: () => void
  /** The database turned out to be damaged while it was in use. */
  readonly damaged?: (failure: Failure) => void
}

export type EventListener = <N extends keyof EventMap>(name: N, payload: EventMap[N]) => void

export interface Engine {
  /** One call of the contract. Never rejects: what goes wrong is a Failure. */
  call(name: string, input: unknown, actor: Actor, caller?: Caller): Promise<Result<unknown, Failure>>
  /** Returns how to stop listening. */
  onEvent(listener: EventListener): () => void
  /** The PC woke up, was unlocked, or is back on the network. */
  wake(): void
  /** Ends all work in an orderly way and closes the database. */
  stop(): Promise<void>
}

/**
 * Builds everything and starts the background work. Fails as openDatabase does, and with practice-mixed when a practice
 * business would meet a real one.
 */
export async function createEngine(options: EngineOptions): Promise<Result<Engine, Failure>> {
  const made = makeProfile(options.profile)
  if (!made.ok) return made
  const opened = await openSound(options)
  if (!opened.ok) return opened
  const { db, sqlite } = opened.value
  const listeners = new Set<EventListener>()
  const workers: Worker[] = []
  const { resources, clock, secrets, log, mail, practice } = options
  const context: Context = {
    db,
    sqlite,
    clock,
    secrets,
    log,
    resources,
    practice: practice !== null,
    emit: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
    changed(topics, caseId) {
      context.emit('changed', { topics, caseId: caseId ?? null })
      if (topics.includes('cases') || topics.includes('promises')) attention.look()
    },
    poke: (what) => workers.forEach((worker) => worker.poke(what)),
  }
  const attention = watchAttention(context)
  const prepared = await preparePractice(context, practice)
  if (!prepared.ok) {
    await db.destroy()
    return prepared
  }
  const nagging = createNagging(context)
  await nagging.start()
  const receiving = startReceiving(context, mail)
  const sending = startSending(context, mail)
  const backups = startBackups(context, () => {
    markDamaged(options.profile)
    options.damaged?.(withRescue(damageOf(options.profile), options.profile))
  })
  workers.push(nagging, receiving, sending, startOverviewDelivery(context), backups, startRetention(context))
  const handlers = createHandlers(mail, { receiving, sending, backups }, options.startAgain ?? (() => undefined))
  attention.look()
  return ok({
    call: (name, input, actor, caller = 'main') => callThroughDoor(context, handlers, name, input, actor, caller),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: () => workers.forEach((worker) => worker.wake()),
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await db.destroy()
    },
  })
}

/** Takes what was prepared to be put back, or asked for; opens; and says what could take the place of a damaged database. */
async function openSound({ profile, clock, restore, practice }: EngineOptions): Promise<Result<OpenDatabase, Failure>> {
  if (restore !== undefined && restore !== null && practice === null) {
    const prepared = await restoreByName(profile, restore, clock.now())
    if (!prepared.ok) return prepared
  }
  takeRestored(profile, clock.now())
  if (isMarkedDamaged(profile)) return fail(withRescue(damageOf(profile), profile))
  const opened = await openDatabase(profile)
  if (opened.ok || opened.error.code !== 'database-damaged') return opened
  return fail(withRescue(opened.error, profile))
}

const damageOf = (profile: string): Failure => ({
  code: 'database-damaged',
  detail: { file: join(profile, DATABASE_FILE) },
})

function makeProfile(profile: string): Result<null, Failure> {
  try {
    mkdirSync(profile, { recursive: true })
    return ok(null)
  } catch {
    return fail({ code: 'profile-not-writable', detail: { file: profile } })
  }
}
