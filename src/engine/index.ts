import { setTimeout as delay } from 'node:timers/promises'
import type { HostToEngine, SecretName } from '../shared/contract/host.ts'
import type { Failure } from '../shared/contract/failure.ts'
import type { FromEngine } from '../shared/contract/wire.ts'
import { ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import { createClock } from './clock.ts'
import type { Secrets } from './context.ts'
import { readCall } from './door.ts'
import type { Caller } from './door.ts'
import { createEngine } from './engine.ts'
import type { Engine } from './engine.ts'
import { findHost } from './host.ts'
import type { Port } from './host.ts'
import { createLog } from './log.ts'
import { lazyMail } from './mail/lazy.ts'
import type { MailAdapters } from './mail/types.ts'

// The engine process: hears its host, serves the contract, and hands everything its adapters.

/** Milliseconds in which an answer has left this process. */
const ANSWERED_AFTER = 100

/** Milliseconds in which the first screen gets its answers before what serves no screen is loaded. */
const QUIET_AT_FIRST = 1_000

const host = findHost()
const clock = createClock()
const secrets = secretsOfHost()
let engine: Engine | null = null

host.listen((message, ports) => {
  switch (message.kind) {
    case 'start':
      return void start(message)
    case 'client':
      return ports.forEach((port) => serve(port, message.isMain ? 'main' : 'window'))
    case 'secret':
      return secrets.answer(message.seq, message.result)
    case 'wake':
      clock.wake()
      return engine?.wake()
    case 'stop':
      return void stop()
  }
})

async function start({ profile, resources, practice, restore }: HostToEngine & { kind: 'start' }): Promise<void> {
  const log = createLog(profile)
  // A bug ends the process, and main starts a new one: what was committed is there, and nothing else was promised.
  process.on('uncaughtExceptionMonitor', (error) => log.error('the engine ends', error))
  const mail = lazyMail(() => delay(QUIET_AT_FIRST).then(practice === null ? realMail : practiceMail))
  const created = await createEngine({
    ...{ profile, resources, practice, clock, secrets, log, mail },
    restore: restore ?? null,
    startAgain: () => void startAgain(),
    damaged: (failure) => host.tell({ kind: 'damaged', failure }),
  })
  if (!created.ok) return host.tell({ kind: 'start-failed', failure: created.error })
  engine = created.value
  host.tell({ kind: 'started' })
}

async function realMail(): Promise<MailAdapters> {
  const { createMail } = await import('./mail/index.ts')
  return createMail()
}

async function practiceMail(): Promise<MailAdapters> {
  const { createPracticeMail } = await import('./mail/practice.ts')
  return createPracticeMail(clock)
}

/** What was asked for is answered first; main then starts a new process, as after a crash. */
async function startAgain(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ANSWERED_AFTER))
  await engine?.stop()
  process.exit(0)
}

async function stop(): Promise<void> {
  await engine?.stop()
  host.tell({ kind: 'stopped' })
}

/** One client of the contract: a window, or main itself. */
function serve(port: Port, caller: Caller): void {
  const serving = engine
  if (serving === null) return
  const send = (message: FromEngine): void => port.postMessage(JSON.stringify(message))
  port.on('message', ({ data }) => {
    const call = readCall(data)
    if (call === null) return
    void serving.call(call.name, call.input, call.actor, caller).then((result) => send({ seq: call.seq, result }))
  })
  port.on(
    'close',
    serving.onEvent((event, payload) => send({ event, payload } as FromEngine)),
  )
  port.start()
}

/** Passwords live in main, where the key store is: each question is answered by a message with the same number. */
function secretsOfHost(): Secrets & { answer(seq: number, result: Result<string | null, Failure>): void } {
  const waiting = new Map<number, (result: Result<string | null, Failure>) => void>()
  let seq = 0
  const ask = (kind: 'secret-get' | 'secret-set', name: SecretName, value: string | null) =>
    new Promise<Result<string | null, Failure>>((resolve) => {
      seq += 1
      waiting.set(seq, resolve)
      host.tell(kind === 'secret-get' ? { kind, seq, name } : { kind, seq, name, value })
    })
  return {
    get: (name) => ask('secret-get', name, null),
    async set(name, value) {
      const result = await ask('secret-set', name, value)
      return result.ok ? ok(null) : result
    },
    answer(seq, result) {
      waiting.get(seq)?.(result)
      waiting.delete(seq)
    },
  }
}
