import type { EventMap } from '../shared/contract/events.ts'
import type { Failure } from '../shared/contract/failure.ts'
import type { CallName, InputOf, OutputOf } from '../shared/contract/index.ts'
import type { FromEngine, ToEngine } from '../shared/contract/wire.ts'
import { fail } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'

// Main as a client of the contract, over a port of its own, like any window.

/** What Electron's MessagePortMain offers of use here. */
interface ClientPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  postMessage(message: string): void
  start(): void
  close(): void
}

export interface EngineClient {
  /** Never rejects. Fails with engine-away when the engine is gone or goes before it answers. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>, Failure>>
  /** Returns how to stop listening. */
  on<N extends keyof EventMap>(event: N, listener: (payload: EventMap[N]) => void): () => void
  /** A new engine: forget the old one. */
  attach(port: ClientPort): void
  detach(): void
  /** Who sits here; recorded on what main does for them. */
  setActor(staffId: string | null): void
}

type Settle = (result: Result<unknown, Failure>) => void

export function createEngineClient(): EngineClient {
  const pending = new Map<number, Settle>()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  let port: ClientPort | null = null
  let actor: string | null = null
  let seq = 0

  function receive(data: unknown): void {
    const message = JSON.parse(String(data)) as FromEngine
    if ('event' in message) {
      listeners.get(message.event)?.forEach((listener) => listener(message.payload as never))
      return
    }
    pending.get(message.seq)?.(message.result)
    pending.delete(message.seq)
  }

  function detach(): void {
    port?.close()
    port = null
    for (const settle of pending.values()) settle(fail({ code: 'engine-away' }))
    pending.clear()
  }

  return {
    call: <N extends CallName>(name: N, input: InputOf<N>) =>
      new Promise<Result<OutputOf<N>, Failure>>((resolve) => {
        if (port === null) return resolve(fail({ code: 'engine-away' }))
        seq += 1
        // The table promises that an answer to `name` has this type.
        pending.set(seq, resolve as Settle)
        const message: ToEngine = { seq, name, input, actor }
        port.postMessage(JSON.stringify(message))
      }),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener))
      return () => set.delete(listener)
    },
    attach(next) {
      detach()
      port = next
      next.on('message', ({ data }) => receive(data))
      next.start()
    },
    detach,
    setActor(staffId) {
      actor = staffId
    },
  }
}
