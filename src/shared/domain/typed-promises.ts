import type { BusinessCalendar } from './calendar.ts'
import { besides, findMoments, flatten } from './moment-finder.ts'
import type { FoundMoment } from './moment-finder.ts'
import type { Language } from './people.ts'
import type { PromiseCues } from './promise-cue.ts'
import { ENGLISH_CUES } from './promise-cues-en.ts'
import { DUTCH_CUES } from './promise-cues-nl.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import type { Instant } from './time.ts'

const PROMISE_CUES: Readonly<Record<Language, PromiseCues>> = { nl: DUTCH_CUES, en: ENGLISH_CUES }

/** A promise that somebody typed. `from` and `to` are where its sentence stands in the text. */
export interface TypedPromise {
  readonly from: number
  readonly to: number
  readonly sentence: string
  readonly at: Instant
}

/** Nobody promises anything in a longer one, and pasted text is no reason to hold up typing. */
const LONGEST_SENTENCE = 600

/**
 * Promises to the customer with a moment, in a reply as it is typed: "ik bel u donderdag terug", "you'll hear from us by
 * Friday". Questions, hopes, opening hours, the past and what the customer is to do are none. In order of the text.
 */
export function findPromises(
  text: string,
  language: Language,
  now: Instant,
  calendar: BusinessCalendar,
): readonly TypedPromise[] {
  const cues = PROMISE_CUES[language]
  const found: TypedPromise[] = []
  let before: Sentence | null = null
  for (const sentence of sentencesOf(text)) {
    if (sentence.text.length > LONGEST_SENTENCE) continue
    const plain = flatten(sentence.text)
    const moments = findMoments(sentence.text, language, now, calendar).filter((moment) => isOurs(plain, moment, cues))
    if (moments.length > 0 && before !== null && besides(sentence.text, language, moments) === '') {
      // "Ik bel u terug. Uiterlijk morgen om 12 uur." is one promise in two sentences.
      if (promises(flatten(before.text), '', cues) !== null) {
        const { from } = before
        found.push({ from, to: sentence.to, sentence: text.slice(from, sentence.to), at: moments[0]!.at })
      }
    } else {
      for (const at of promisedIn(plain, moments, language)) {
        found.push({ from: sentence.from, to: sentence.to, sentence: sentence.text, at })
      }
    }
    before = moments.length === 0 ? sentence : null
  }
  return found
}

/** "bericht van donderdag", "open tot 17 uur", "vanaf maandag": moments of other things. */
function isOurs(sentence: string, moment: FoundMoment, cues: PromiseCues): boolean {
  return (
    !cues.otherMoment.test(sentence.slice(0, moment.from)) && !cues.otherMoment.test(sentence.slice(0, moment.core))
  )
}

/** The moments that a sentence promises, at most one in each of its clauses. */
function promisedIn(sentence: string, moments: readonly FoundMoment[], language: Language): Instant[] {
  const cues = PROMISE_CUES[language]
  if (moments.length === 0 || cues.unsaysAll.some((pattern) => pattern.test(sentence))) return []
  const clauses = clausesOf(sentence, moments, cues)
  const asked = sentence.trimEnd().endsWith('?')
  const promised: Instant[] = []
  clauses.forEach((clause, i) => {
    const own = moments.filter(({ from, to }) => from >= clause.from && to <= clause.to)
    if (own.length === 0 || (asked && i === clauses.length - 1)) return
    const text = sentence.slice(clause.from, clause.to)
    const slight = besides(text, language, own, clause.from).length <= SLIGHT
    for (const { from, to } of [clause, ...(slight ? neighbours(clauses, i) : [])]) {
      const cue = promises(sentence.slice(from, to), sentence.slice(0, from), cues)
      if (cue === null) continue
      promised.push(nearest(own, from + cue).at)
      return
    }
    const next = clauses[i + 1]
    if (next === undefined || cues.denies.test(text) || moments.some(({ to }) => to > next.from && to <= next.to))
      return
    // "Vrijdag komt het binnen en dan bellen we u": the moment of the one is that of the other.
    const follow = sentence.slice(next.from, next.to)
    if (cues.follows.test(follow) && promises(follow, text, cues) !== null) promised.push(own.at(-1)!.at)
  })
  return promised
}
/** Letters that a clause may have besides its moment to be no clause of its own. */
const SLIGHT = 6

/** Where a clause commits us to something, as the place of the word in it; null when it doesn't. */
function promises(clause: string, before: string, cues: PromiseCues): number | null {
  if (cues.asks.test(clause) || cues.denies.test(clause) || cues.unsays.some((pattern) => pattern.test(clause)))
    return null
  for (const pattern of cues.says) {
    const match = pattern.exec(clause)
    if (match !== null) return match.index + match[0].length
  }
  if (!cues.ourSubject.test(before)) return null
  for (const pattern of cues.saysOn) {
    const match = pattern.exec(clause)
    if (match !== null) return match.index
  }
  return null
}

interface Clause {
  readonly from: number
  readonly to: number
}

/** Parts of a sentence between commas and conjunctions; a moment is never cut in two ("tussen 10 en 12"). */
function clausesOf(sentence: string, moments: readonly FoundMoment[], { conjunctions }: PromiseCues): Clause[] {
  const cuts = [...sentence.matchAll(conjunctions)]
    .map(({ index }) => index)
    .filter((cut) => !moments.some(({ from, to }) => cut > from && cut < to))
  const edges = [0, ...cuts, sentence.length]
  const clauses: Clause[] = []
  edges.slice(0, -1).forEach((from, i) => {
    const to = edges[i + 1]!
    const last = clauses.at(-1)
    // ", maar" is one boundary, not two.
    if (last !== undefined && !/\p{L}/u.test(sentence.slice(last.from, last.to)))
      clauses[clauses.length - 1] = { from: last.from, to }
    else clauses.push({ from, to })
  })
  return clauses
}

/** A clause that is little more than its moment belongs to the one before it, or else to the one after it. */
function neighbours(clauses: readonly Clause[], i: number): Clause[] {
  const { from, to } = clauses[i]!
  const [previous, next] = [clauses[i - 1], clauses[i + 1]]
  const joined: Clause[] = []
  if (previous !== undefined) joined.push({ from: previous.from, to })
  if (next !== undefined) joined.push({ from, to: next.to })
  return joined
}

function nearest(moments: readonly FoundMoment[], place: number): FoundMoment {
  const distance = ({ from, to }: FoundMoment): number => (place < from ? from - place : place > to ? place - to : 0)
  return moments.reduce((best, moment) => (distance(moment) < distance(best) ? moment : best))
}

/** The same, with the words that name the moment as they stand in the text: when it changes, so do they. */
export function findPromisesWithWords(
  text: string,
  language: Language,
  now: Instant,
  calendar: BusinessCalendar,
): readonly (TypedPromise & { readonly words: string })[] {
  return findPromises(text, language, now, calendar).map((promise) => {
    const moment = findMoments(promise.sentence, language, now, calendar).find(({ at }) => at === promise.at)
    const words = moment === undefined ? '' : promise.sentence.slice(moment.core, moment.to).trim()
    return { ...promise, words }
  })
}
