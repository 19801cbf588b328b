import type { NagAlert, RoundAlert } from './nags.ts'
import type { Attention } from './status.ts'

/** What a query's answer depends on. A change names its topics, and screens ask again what they show of them. */
export const TOPICS = [
  'cases',
  'promises',
  'customers',
  'staff',
  'business',
  'mailboxes',
  'templates',
  'status',
  'improvements',
  'overview',
  'backup',
  'privacy',
  'lock',
] as const
export type Topic = (typeof TOPICS)[number]

/** Every event that the engine sends, with its payload. */
export interface EventMap {
  readonly changed: { readonly topics: readonly Topic[]; readonly caseId: string | null }
  /** A nag has been recorded and must now be shown. */
  readonly nag: NagAlert
  /** The morning or evening round has been recorded and must now be shown. */
  readonly round: RoundAlert
  /** What the badge, the tray and the title show. */
  readonly attention: Attention
  /** A month is over and waits to be delivered by itself. */
  readonly 'overview-due': null
}
