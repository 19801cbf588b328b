import { z } from 'zod'
import type { Instant } from '../domain/time.ts'
import { command, id, instant, nothing, query, returns } from './define.ts'

/** One nag as a person sees it. `step` counts up the ladder from 0; a higher step presses harder. */
export interface NagAlert {
  readonly nagId: string
  readonly promiseId: string
  readonly caseId: string
  readonly step: number
  /** before: a heads-up; due: the moment has come; late: it has passed. */
  readonly tone: 'before' | 'due' | 'late'
  readonly customerName: string
  readonly promiseText: string
  readonly ownerName: string
  readonly dueAt: Instant
  /** Who handed it over to the owner, and what they wrote with it; null when nobody did. */
  readonly handover: { readonly fromName: string; readonly note: string } | null
  /** Everyone is told and the window comes forward. */
  readonly everyone: boolean
}

/** Twice a day, to everybody: what was promised for today, and before closing what is due before we open again. */
export interface RoundAlert {
  readonly roundId: string
  readonly kind: 'morning' | 'evening'
  /** Earliest first. */
  readonly promises: readonly {
    readonly promiseId: string
    readonly caseId: string
    readonly customerName: string
    readonly ownerName: string
    readonly dueAt: Instant
  }[]
}

export const nagEntries = {
  /** What can still be done with the nags of a promise. */
  'nag.choices': query(
    z.strictObject({ promiseId: id }),
    returns<{
      /** Until when the next one can be put off; empty when it can't. */
      readonly snoozes: readonly Instant[]
      readonly handover: NagAlert['handover']
    }>(),
  ),
  /** The round of this moment, as long as nobody said that it was shown. */
  'round.untold': query(nothing, returns<RoundAlert | null>()),
  'round.shown': command(z.strictObject({ roundId: id }), returns<null>()),
  /** Nags that were recorded but of which nobody said that they were shown: after a crash between the two. */
  'nag.unshown': query(nothing, returns<readonly NagAlert[]>()),
  'nag.shown': command(z.strictObject({ nagId: id }), returns<null>()),
  /** Puts the next nag off until `until`. Never ends a promise. */
  'nag.snooze': command(z.strictObject({ promiseId: id, until: instant }), returns<null>()),
}
