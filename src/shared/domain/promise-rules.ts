import { DEFAULT_LADDER } from './nagging.ts'
import type { NagLadder } from './nagging.ts'

/** What the owner of the business may set about promises. Whole numbers. */
export interface PromiseRules {
  readonly ladder: NagLadder
  /** Promises that one person can keep in half a day; a fuller half day is not suggested any more. */
  readonly mostPerHalfDay: number
  /** A promise due within so many open minutes that nobody has touched is at risk. */
  readonly untouchedWithin: number
  /** Open minutes before closing at which we look at what is due before the next opening. */
  readonly beforeClosing: number
}

export const DEFAULT_RULES: PromiseRules = {
  ladder: DEFAULT_LADDER,
  mostPerHalfDay: 6,
  untouchedWithin: 120,
  beforeClosing: 30,
}
