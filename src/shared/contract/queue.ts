import { z } from 'zod'
import { CASE_KINDS, CHANNELS, QUEUE_SECTIONS } from '../domain/case.ts'
import type { CaseKind, CaseState, Channel, QueueSection } from '../domain/case.ts'
import type { Instant } from '../domain/time.ts'
import { id, line, query, returns } from './define.ts'

export const queueFilter = z.strictObject({
  ownerId: id.nullable(),
  channel: z.enum(CHANNELS).nullable(),
  kind: z.enum(CASE_KINDS).nullable(),
})
export type QueueFilter = z.infer<typeof queueFilter>

export interface QueueRow {
  readonly caseId: string
  /** Short and human: said over the phone. */
  readonly number: number
  readonly section: QueueSection
  readonly state: CaseState
  readonly kind: CaseKind
  readonly channel: Channel
  readonly customerName: string
  readonly subject: string
  readonly snippet: string
  readonly ownerId: string | null
  readonly lastContactAt: Instant
  /** The earliest moment that we still owe; null when nothing is promised. */
  readonly dueAt: Instant | null
  /** The customer was not told yet: the promise's mail is stuck, uncertain or bounced. */
  readonly customerUnaware: boolean
  /** How often this customer had to come back to us while we owed an answer. */
  readonly cameBack: number
}

export interface QueuePage {
  readonly rows: readonly QueueRow[]
  /** Hand it back to get the next page; null at the end. Opaque. */
  readonly next: string | null
}

/** A hit of search: the row, and where the words were found with the matches between \u0001 and \u0002. */
export interface SearchHit extends QueueRow {
  readonly excerpt: string
}

export const queueEntries = {
  'queue.page': query(
    z.strictObject({
      /** One section, or null for everything that needs us: overdue, due today, first answer, answer, later. */
      section: z.enum(QUEUE_SECTIONS).nullable(),
      filter: queueFilter,
      cursor: line.nullable(),
      limit: z.int().min(1).max(200),
    }),
    returns<QueuePage>(),
  ),
  'queue.counts': query(z.strictObject({ filter: queueFilter }), returns<Readonly<Record<QueueSection, number>>>()),
  /** Newest first, over subjects, bodies, notes, customers' names, addresses and numbers. */
  search: query(
    z.strictObject({ text: line, limit: z.int().min(1).max(200) }),
    returns<{ readonly hits: readonly SearchHit[] }>(),
  ),
}
