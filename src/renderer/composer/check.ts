import { unfilledFields } from '../../shared/domain/templates.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Draft, PromiseFate } from './draft.ts'

/** Why a reply can't go yet, and at which field. The order is that of the screen. */
export type Trouble =
  | { readonly field: 'to'; readonly why: 'no-recipient' }
  | { readonly field: 'subject'; readonly why: 'no-subject' }
  | { readonly field: 'text'; readonly why: 'no-text' }
  | { readonly field: 'text'; readonly why: 'unfilled'; readonly name: string }
  | { readonly field: 'moment'; readonly why: 'moment-missing' | 'moment-past' | 'nobody' }

/** The first thing that is missing; null when the reply can go. */
export function troubleIn(
  draft: Draft,
  fates: Readonly<Record<string, PromiseFate>>,
  ownerId: string | null,
  now: Instant,
): Trouble | null {
  if (draft.to.length === 0) return { field: 'to', why: 'no-recipient' }
  if (draft.subject.trim() === '') return { field: 'subject', why: 'no-subject' }
  if (draft.text.trim() === '') return { field: 'text', why: 'no-text' }
  const [name] = unfilledFields(draft.text)
  // The field of the moment is filled by choosing one, not by typing over it.
  if (name === 'moment') return { field: 'moment', why: 'moment-missing' }
  if (name !== undefined) return { field: 'text', why: 'unfilled', name }
  if (draft.dueAt === null) {
    return Object.values(fates).includes('replaced') ? { field: 'moment', why: 'moment-missing' } : null
  }
  if (draft.dueAt <= now) return { field: 'moment', why: 'moment-past' }
  return ownerId === null ? { field: 'moment', why: 'nobody' } : null
}
