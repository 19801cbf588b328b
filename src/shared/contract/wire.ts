import type { Result } from '../domain/result.ts'
import type { EventMap } from './events.ts'
import type { Failure } from './failure.ts'

/** What travels over a port, each as one JSON string: cheaper than a structured clone of the rows of a page. */
export type ToEngine = {
  /** Unique per port. */
  readonly seq: number
  readonly name: string
  readonly input: unknown
  /** The staff member who acts; recorded on every change. Null while nobody has been chosen. */
  readonly actor: string | null
}

export type FromEngine =
  | { readonly seq: number; readonly result: Result<unknown, Failure> }
  | { readonly [N in keyof EventMap]: { readonly event: N; readonly payload: EventMap[N] } }[keyof EventMap]
