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
  /** The same in the next or the previous sentence. */
  readonly unlessAfter?: RegExp
  readonly unlessBefore?: RegExp
}

export interface ToneRules {
  readonly marks: readonly ToneRule[]
  readonly lights: Readonly<Record<'heard' | 'what' | 'when' | 'who', readonly RegExp[]>>
}

/** Any of these as whole words, whatever the case. A blank stands for any white space; `~n` for up to n words in between. */
export function phrases(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${expand(alternatives.join('|'))})(?![\\p{L}\\p{N}])`, 'giu')
}

/** The same, for a test of the whole sentence. */
export function says(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${expand(alternatives.join('|'))})(?![\\p{L}\\p{N}])`, 'iu')
}

/** At the start of a sentence. */
export function startsWith(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${expand(alternatives.join('|'))})(?![\\p{L}\\p{N}])`, 'giu')
}

// Bounded, so that no draft makes a pattern run away.
function expand(source: string): string {
  return source.replace(/ ?~(\d) ?/g, ' (?:[\\p{L}\\p{N}’\'-]{1,30},? ){0,$1}').replaceAll(' ', '\\s{1,3}')
}

export const QUESTION = /\?\s*$/
