import type { Result } from '../domain/result.ts'
import type { Failure } from './failure.ts'

// What main and the engine process say to each other beside the contract: life, ports and secrets.

export type SecretName = `mailbox:${string}` | 'backup'

export type HostToEngine =
  | {
      readonly kind: 'start'
      /** The folder that holds everything. */
      readonly profile: string
      /** Folder of the built-in templates. */
      readonly resources: string
      /** A practice business: filled with made-up cases, no network. Null for the real one. */
      readonly practice: { readonly cases: number; readonly seed: number } | null
      /** The name of a backup in the profile that is put in place of a damaged database first. */
      readonly restore?: string
    }
  /** Comes with one MessagePort: a new client of the contract. Main's own may make the calls of main-only.ts. */
  | { readonly kind: 'client'; readonly isMain: boolean }
  | { readonly kind: 'secret'; readonly seq: number; readonly result: Result<string | null, Failure> }
  /** The PC woke up, was unlocked, or the network came back: look at the wall clock and at the servers now. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'stop' }

export type EngineToHost =
  | { readonly kind: 'started' }
  | { readonly kind: 'start-failed'; readonly failure: Failure }
  /** Found while at work: the process is to be ended, and a person asked what to put in place. */
  | { readonly kind: 'damaged'; readonly failure: Failure }
  | { readonly kind: 'secret-get'; readonly seq: number; readonly name: SecretName }
  | { readonly kind: 'secret-set'; readonly seq: number; readonly name: SecretName; readonly value: string | null }
  | { readonly kind: 'stopped' }
