import type { OutboxRow } from '../../shared/contract/mail.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { DAY } from '../../shared/domain/time.ts'

export const GROUPS = ['person', 'itself', 'refused'] as const
export type Group = (typeof GROUPS)[number]

/** Long enough to look up another address; after that it stands with the question only. */
const REFUSED_SHOWN = 14 * DAY

/** Who is to act: a person, or Belofte by itself. Null for what is done with. */
export function groupOf({ state, refused, createdAt }: OutboxRow, now: Instant): Group | null {
  if (state === 'uncertain' || state === 'failed') return 'person'
  if (state === 'undo' || state === 'waiting' || state === 'sending') return 'itself'
  return state === 'sent' && refused.length > 0 && createdAt > now - REFUSED_SHOWN ? 'refused' : null
}
