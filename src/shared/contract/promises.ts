import { z } from 'zod'
import { KEPT_HOW } from '../domain/promise.ts'
import type { Instant } from '../domain/time.ts'
import { command, filledLine, id, instant, line, query, returns } from './define.ts'

/** A promise as it is made, by mail, by phone or by hand. The due moment must lie in the future. */
export const promiseInput = z.strictObject({ promiseId: id, ownerId: id, text: line, dueAt: instant })
export type PromiseInput = z.infer<typeof promiseInput>

/** A moment that can be offered. `name` is worded by the screen; null means: show the moment itself. */
export interface MomentSuggestion {
  readonly name:
    | 'in-an-hour'
    | 'today-noon'
    | 'today-closing'
    | 'tomorrow-opening'
    | 'tomorrow-noon'
    | 'tomorrow-closing'
    | 'next-working-day'
    | 'in-two-working-days'
    | null
  readonly at: Instant
}

export const promiseEntries = {
  'promise.keep': command(
    z.strictObject({ promiseId: id, how: z.enum(KEPT_HOW), note: line.nullable() }),
    returns<null>(),
  ),
  'promise.withdraw': command(z.strictObject({ promiseId: id, reason: filledLine }), returns<null>()),
  /** Only within ten minutes of making it. */
  'promise.correct': command(z.strictObject({ promiseId: id, dueAt: instant }), returns<null>()),
  'promise.hand-over': command(z.strictObject({ promiseId: id, ownerId: id, note: line }), returns<null>()),
  'promise.make': command(z.strictObject({ caseId: id, promise: promiseInput }), returns<null>()),
  'moment.suggest': query(z.strictObject({ ownerId: id.nullable() }), returns<readonly MomentSuggestion[]>()),
  /** Reads "morgen 10:00" or "Friday noon", in the given language. */
  'moment.parse': query(
    z.strictObject({ text: line, language: z.enum(['nl', 'en']) }),
    returns<{ readonly at: Instant; readonly text: string } | null>(),
  ),
}
