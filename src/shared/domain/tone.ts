import type { Language } from './people.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { ENGLISH_TONE } from './tone/english.ts'
import { DUTCH_TONE } from './tone/dutch.ts'
import type { ToneCategory, ToneRule, ToneRules } from './tone/rules.ts'

// Reads a draft while it is typed: where it lets a customer down in words, and whether it gives the four certainties. It marks and
// never blocks. Why each mark is there and what is better stands in the locales, under the name of its category.

export interface ToneMark {
  /** Positions in the draft; `to` is exclusive. */
  readonly from: number
  readonly to: number
  readonly category: ToneCategory
}

/** The four certainties of a reply that doesn't solve the question. */
export interface ToneLights {
  /** Their words or feeling are acknowledged. */
  readonly heard: boolean
  /** What happens next. */
  readonly what: boolean
  /** A concrete moment. */
  readonly when: boolean
  /** Somebody in particular. */
  readonly who: boolean
}

export interface Tone {
  /** In order; marks of one category don't overlap. */
  readonly marks: readonly ToneMark[]
  readonly lights: ToneLights
}

const RULES: Readonly<Record<Language, ToneRules>> = { nl: DUTCH_TONE, en: ENGLISH_TONE }
/** More than anyone writes in a reply; what is beyond it is not read. */
const MOST_TEXT = 30_000
/** Of a wall of text without a full stop, its beginning is read. */
const LONGEST_SENTENCE = 600

/** What there is to say about the tone of a draft. Quoted lines (starting with >) are not ours and left alone. */
export function readTone(text: string, language: Language): Tone {
  const rules = RULES[language]
  const sentences = sentencesOf(text.slice(0, MOST_TEXT)).map(({ from, to, text: words }) => {
    return { from, to, text: words.slice(0, LONGEST_SENTENCE) }
  })
  const marks = sentences.flatMap((sentence, i) => {
    const found = rules.marks.flatMap((rule) => marksOf(rule, sentence, nearby(sentences, i)))
    // A sentence that does name a time, however vague or late, is marked for that alone.
    const timed = found.some((mark) => mark.category === 'vague-time' || mark.category === 'cold-delay')
    return merge(timed ? found.filter((mark) => mark.category !== 'brush-off') : found)
  })
  const whole = sentences.map((sentence) => sentence.text).join('\n')
  return { marks, lights: lightsOf(rules, whole) }
}

interface Nearby {
  readonly before: string
  readonly after: string
}

function nearby(sentences: readonly Sentence[], at: number): Nearby {
  return {
    before: sentences
      .slice(Math.max(0, at - 2), at)
      .map((one) => one.text)
      .join('\n'),
    after: sentences[at + 1]?.text ?? '',
  }
}

function marksOf(rule: ToneRule, sentence: Sentence, near: Nearby): ToneMark[] {
  if (rule.unless.some((pattern) => pattern.test(sentence.text))) return []
  if (rule.unlessAfter?.some((pattern) => pattern.test(near.after)) === true) return []
  if (rule.unlessBefore?.some((pattern) => pattern.test(near.before)) === true) return []
  return rule.signs.flatMap((sign) =>
    [...sentence.text.matchAll(sign)]
      .filter((match) => match[0] !== '' && (rule.holds === undefined || rule.holds(match[0])))
      .map((match) => ({
        from: sentence.from + match.index,
        to: sentence.from + match.index + match[0].length,
        category: rule.category,
      })),
  )
}

/** Several signs of one rule may see the same words. */
function merge(marks: readonly ToneMark[]): ToneMark[] {
  const merged: ToneMark[] = []
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.findLastIndex((one) => one.category === mark.category)
    const before = merged[last]
    if (before === undefined || before.to <= mark.from) merged.push(mark)
    else merged[last] = { ...before, to: Math.max(before.to, mark.to) }
  }
  return merged
}

function lightsOf({ lights }: ToneRules, text: string): ToneLights {
  const lit = (signs: readonly RegExp[]): boolean => signs.some((sign) => sign.test(text))
  return { heard: lit(lights.heard), what: lit(lights.what), when: lit(lights.when), who: lit(lights.who) }
}
