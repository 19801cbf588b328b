// What makes a sentence with a moment a promise of ours. Patterns for lower-case clauses: `says` find the words by which we
// commit ourselves, `unsays` the words by which a clause with such words is none after all (a question, a hope, a refusal,
// the past, something that the customer is to do).

export interface PromiseCues {
  readonly says: readonly RegExp[]
  /** Like `says`, for a clause without a subject of its own after one of ours: "ik zoek het uit en bel u morgen". */
  readonly saysOn: readonly RegExp[]
  /** Who promises, earlier in the sentence. */
  readonly ourSubject: RegExp
  readonly unsays: readonly RegExp[]
  /** A refusal or a doubt: like `unsays`, also for what follows from a clause. */
  readonly denies: RegExp
  /** These make the whole sentence no promise, wherever they stand. */
  readonly unsaysAll: readonly RegExp[]
  /** Clauses end before these. */
  readonly conjunctions: RegExp
  /** A question when the sentence ends in a question mark; here, so that it is one before the mark is typed. */
  readonly asks: RegExp
  /** In a clause that does something at the moment of the one before it. */
  readonly follows: RegExp
  /** Before a moment: it names when something else is, was or ends, not when we do it. */
  readonly otherMoment: RegExp
}

/** The words of a list as alternatives of a pattern. */
export const any = (words: string): string => words.trim().split(/\s+/).join('|')
/** A pattern for whole words in a lower-case clause. */
export const find = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')
