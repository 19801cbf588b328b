/** What the tone coach teaches. The locales (tone.json) say of each why it hurts and what is better. */
export const TONE_CATEGORIES = [
  'vague-time',
  'bare-no',
  'our-rules',
  'should-have',
  'excuse',
  'brush-off',
  'cold-delay',
] as const
export type ToneCategory = (typeof TONE_CATEGORIES)[number]

export interface ToneRule {
  readonly category: ToneCategory
  /** Global patterns; what they match is marked. */
  readonly signs: readonly RegExp[]
  /** Whether a match counts, for what a pattern can't say. */
  readonly holds?: (match: string) => boolean
  /** Anything in the same sentence that makes it harmless. */
  readonly unless: readonly RegExp[]
  /** The same in the next sentence, and in the two before it. */
  readonly unlessAfter?: readonly RegExp[]
  readonly unlessBefore?: readonly RegExp[]
}

export interface ToneRules {
  readonly marks: readonly ToneRule[]
  readonly lights: Readonly<Record<'heard' | 'what' | 'when' | 'who', readonly RegExp[]>>
}

// Phrases are written as people say them. A blank stands for white space, `~3` for at most three words in between (one may be a
// number or end in a comma), and the rest is a regular expression. Everything is bounded, so that no draft makes one run away.

/** Any of these as whole words, whatever the case; matches are marked. */
export function phrases(...alternatives: readonly string[]): RegExp {
  return new RegExp(whole(alternatives), 'giu')
}

/** The same at the start of a sentence only. */
export function openings(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^${whole(alternatives)}`, 'giu')
}

/** The same, to test a sentence with. */
export function says(...alternatives: readonly string[]): RegExp {
  return new RegExp(whole(alternatives), 'iu')
}

function whole(alternatives: readonly string[]): string {
  const source = alternatives.join('|').replace(/ ?~(\d) ?/g, " (?:[\\p{L}\\p{N}’'-]{1,30},? ){0,$1}")
  return `(?<![\\p{L}\\p{N}])(?:${source.replaceAll(' ', '\\s{1,3}')})(?![\\p{L}\\p{N}])`
}

export const QUESTION = /\?["'”’)]?\s*$/
/** The moment is filled in from a template's field later. */
export const MOMENT_FIELD = /\{\{ {0,3}moment {0,3}\}\}/i

/** A term over this many working days asks for a reason and a word in between. */
const LONGEST_TERM = 3

/** How long "4 to 6 weeks" is, by its longest end, in the given number words and working days per unit. */
export function isLongTerm(
  term: string,
  numbers: Readonly<Record<string, number>>,
  workingDaysIn: (unit: string) => number,
): boolean {
  const words = term.toLowerCase().match(/\d+|\p{L}+/gu) ?? []
  const counts = words.map((word) => numbers[word] ?? Number(word)).filter((count) => !Number.isNaN(count))
  return Math.max(0, ...counts) * workingDaysIn(term.toLowerCase()) > LONGEST_TERM
}
