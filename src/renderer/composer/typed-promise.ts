import type { StaffView } from '../../shared/contract/business.ts'
import type { PromiseView } from '../../shared/contract/cases.ts'
import type { FoundPromise } from '../../shared/contract/promise-care.ts'
import type { Draft, PromiseFate } from './draft.ts'

const LONGEST_TEXT = 120

/**
 * The first promise in the text that nobody recorded: not the moment of this reply, not a promise that stays, and not one
 * of which somebody said that it is none. Null when there is none. A reply makes one promise: once it has its moment, only
 * a sooner one is new.
 */
export function unrecorded(
  found: readonly FoundPromise[],
  draft: Pick<Draft, 'dueAt' | 'said' | 'waived'>,
  promises: readonly Pick<PromiseView, 'id' | 'dueAt'>[],
  fates: Readonly<Record<string, PromiseFate>>,
): FoundPromise | null {
  const standing = promises.filter(({ id }) => fates[id] === 'stays').map(({ dueAt }) => dueAt)
  const isNew = ({ sentence, at }: FoundPromise): boolean => {
    if (standing.includes(at) || draft.waived?.includes(sentence) === true) return false
    if (draft.dueAt === null) return true
    return at < draft.dueAt && (draft.said === null || !sentence.includes(draft.said))
  }
  return found.filter(isNew).toSorted((a, b) => a.at - b.at)[0] ?? null
}

/** What it makes of the draft. The words of the moment are known from then on, so that another moment takes their place. */
export function record(found: FoundPromise, ownerId: string | null): Partial<Draft> {
  const text = found.sentence.replace(/\s+/g, ' ').trim()
  return {
    dueAt: found.at,
    said: found.words === '' ? null : found.words,
    promiseText: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
    ...(ownerId === null ? {} : { ownerId }),
  }
}

/** The colleague whom a sentence names as the one who will do it; null when it names nobody. */
export function personIn(sentence: string, staff: readonly Pick<StaffView, 'id' | 'name'>[]): string | null {
  const words: readonly string[] = sentence.match(/[\p{L}'’-]+/gu) ?? []
  return staff.find(({ name }) => words.includes(name.split(' ')[0] ?? name))?.id ?? null
}
