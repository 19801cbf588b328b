import { z } from 'zod'
import type { Risk } from '../domain/at-risk.ts'
import type { PromiseRules } from '../domain/promise-rules.ts'
import type { TypedPromise } from '../domain/typed-promises.ts'
import type { Instant, IsoDate } from '../domain/time.ts'
import { languageInput } from './business.ts'
import { command, id, instant, nothing, query, returns, text } from './define.ts'

// What watches over promises: rules of the owner, promises found in what somebody types, risks, and who has how much to do.

const minutes = z
  .int()
  .min(1)
  .max(24 * 60)

export const promiseRulesInput = z.strictObject({
  ladder: z.strictObject({
    headsUp: minutes.nullable(),
    first: z.strictObject({ every: minutes, times: z.int().min(0).max(20) }),
    thenEvery: minutes,
    everyoneAfter: minutes,
    outsideHours: z
      .int()
      .min(0)
      .max(24 * 60),
  }),
  mostPerHalfDay: z.int().min(1).max(100),
  untouchedWithin: minutes,
  beforeClosing: minutes.max(240),
}) satisfies z.ZodType<PromiseRules>

/** A promise in a draft, with the words that name its moment. */
export interface FoundPromise extends TypedPromise {
  readonly words: string
}

/** A promise that is still open, but may not be kept as things stand. */
export interface PromiseAtRisk {
  readonly promiseId: string
  readonly caseId: string
  readonly ownerId: string
  readonly ownerName: string
  readonly customerName: string
  readonly text: string
  readonly dueAt: Instant
  readonly risks: readonly Risk[]
}

/** Why a moment may not suit this owner; nothing set when it does. */
export interface MomentCheck {
  /** The last day of the absence in which it falls. */
  readonly awayUntil: IsoDate | null
  /** How many promises that half day holds already, when that is as many as the owner of the business set. */
  readonly crowded: number | null
}

export interface Workload {
  /** Fourteen days from today. */
  readonly days: readonly { readonly date: IsoDate; readonly open: boolean }[]
  readonly people: readonly {
    readonly staffId: string
    /** Live promises a day, in the order of `days`; what is overdue counts today. */
    readonly promises: readonly number[]
    readonly away: readonly boolean[]
  }[]
  /** More than this on one day is more than one person can do. */
  readonly mostPerDay: number
}

export const promiseCareEntries = {
  'rules.get': query(nothing, returns<PromiseRules>()),
  'rules.save': command(promiseRulesInput, returns<null>()),
  /** Promises with a moment in a text as it is typed, in order. */
  'promise.find': query(z.strictObject({ text, language: languageInput }), returns<readonly FoundPromise[]>()),
  'moment.check': query(z.strictObject({ ownerId: id.nullable(), at: instant }), returns<MomentCheck>()),
  /** Open promises at risk, earliest due first; of a very long list the first ones. */
  'promise.risks': query(nothing, returns<readonly PromiseAtRisk[]>()),
  'promise.workload': query(nothing, returns<Workload>()),
}
