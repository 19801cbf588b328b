import type { CaseView } from '../../shared/contract/cases.ts'
import { isLive } from '../../shared/domain/promises.ts'
import type { Language } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { DraftFile } from './files.ts'

/** What this reply does to a promise that still stands. */
export const PROMISE_FATES = ['kept', 'replaced', 'stays'] as const
export type PromiseFate = (typeof PROMISE_FATES)[number]

/** A reply being written. Ids are minted with it, so that sending it twice does it once. */
export interface Draft {
  readonly contactId: string
  readonly promiseId: string
  /** Whether it is on screen; a closed draft waits. */
  readonly open: boolean
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly templateId: string | null
  /** The language it is written in; null is the language of the business. */
  readonly language: Language | null
  readonly dueAt: Instant | null
  /** The moment as it stands in the text, so that it can be changed there. */
  readonly said: string | null
  readonly promiseText: string | null
  readonly ownerId: string | null
  /** Chosen by hand; what is not here follows `fateOf`. */
  readonly fates: Readonly<Record<string, PromiseFate>>
  /** Sentences in the text of which somebody said that they are no promise. */
  readonly waived?: readonly string[]
  /** Nothing is owed after this reply. */
  readonly closes: boolean
  /** What goes along; the bytes are in files.ts. */
  readonly files: readonly DraftFile[]
}

export function newDraft(shown: CaseView, ids: Pick<Draft, 'contactId' | 'promiseId'>): Draft {
  return {
    ...ids,
    open: true,
    to: shown.reply.to,
    cc: [],
    subject: shown.reply.subject,
    text: '',
    templateId: null,
    language: null,
    dueAt: null,
    said: null,
    promiseText: null,
    ownerId: null,
    fates: {},
    closes: false,
    files: [],
  }
}

type Standing = Pick<CaseView['promises'][number], 'id' | 'state'>

/**
 * What a reply does to each promise that stands: what was chosen; else a reply keeps what we owed ("you will hear from us"),
 * and one with a new moment puts that in the place of the earliest.
 */
export function fatesOf(
  promises: readonly Standing[],
  draft: Pick<Draft, 'fates' | 'dueAt'>,
): Readonly<Record<string, PromiseFate>> {
  const live = promises.filter(isLive)
  const replacedByHand = live.some(({ id }) => draft.fates[id] === 'replaced')
  let toReplace = draft.dueAt !== null && !replacedByHand
  const fates: Record<string, PromiseFate> = {}
  for (const { id } of live) {
    const byHand = draft.fates[id]
    fates[id] = byHand ?? (draft.dueAt === null ? 'kept' : toReplace ? 'replaced' : 'stays')
    if (byHand === undefined) toReplace = false
  }
  return fates
}

/** Chooses what becomes of one promise. Only one can be replaced by the one new moment of a reply. */
export function chooseFate(
  fates: Readonly<Record<string, PromiseFate>>,
  promiseId: string,
  fate: PromiseFate,
): Readonly<Record<string, PromiseFate>> {
  const others = Object.entries(fates).map(([id, other]): [string, PromiseFate] => [
    id,
    fate === 'replaced' && other === 'replaced' ? 'stays' : other,
  ])
  return { ...Object.fromEntries(others), [promiseId]: fate }
}
