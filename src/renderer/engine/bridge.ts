import type {
  DesktopCallName,
  DesktopEventMap,
  DesktopInputOf,
  DesktopOutputOf,
} from '../../shared/contract/desktop.ts'
import type { EventMap } from '../../shared/contract/events.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { CallName, InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/domain/result.ts'

// What preload exposes, typed by the contract. The only way out of a screen.

interface RawBridge {
  call(name: string, input: unknown, actor: string | null): Promise<unknown>
  on(event: string, listener: (payload: never) => void): () => void
}

declare global {
  interface Window {
    readonly belofte: RawBridge
  }
}

/** Calls the engine on behalf of `actor`, the staff member who sits here. Never rejects. */
export function callEngine<N extends CallName>(
  name: N,
  input: InputOf<N>,
  actor: string | null,
): Promise<Result<OutputOf<N>, Failure>> {
  return window.belofte.call(name, input, actor) as Promise<Result<OutputOf<N>, Failure>>
}

/** Calls main: files, windows, the system. Never rejects. */
export function callDesktop<N extends DesktopCallName>(
  name: N,
  input: DesktopInputOf<N>,
): Promise<Result<DesktopOutputOf<N>, Failure>> {
  return window.belofte.call(name, input, null) as Promise<Result<DesktopOutputOf<N>, Failure>>
}

type Events = EventMap & DesktopEventMap

/** Listens to one event; returns how to stop. */
export function on<N extends keyof Events>(event: N, listener: (payload: Events[N]) => void): () => void {
  return window.belofte.on(event, listener)
}
