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
  /** Everyone is told and the window comes forward. */
  readonly everyone: boolean
}

export const nagEntries = {
  /** Nags that were recorded but of which nobody said that they were shown: after a crash between the two. */
  'nag.unshown': query(nothing, returns<readonly NagAlert[]>()),
  'nag.shown': command(z.strictObject({ nagId: id }), returns<null>()),
  /** Puts the next nag off until `until`. Never ends a promise. */
  'nag.snooze': command(z.strictObject({ promiseId: id, until: instant }), returns<null>()),
}
