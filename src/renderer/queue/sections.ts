import type { QueueFilter } from '../../shared/contract/queue.ts'
import type { QueueSection } from '../../shared/domain/case.ts'

/** The sections that need us, most urgent first. */
export const NEEDS_US = [
  'overdue',
  'due-today',
  'first-answer',
  'answer',
  'later',
] as const satisfies readonly QueueSection[]

export const UNFILTERED: QueueFilter = { ownerId: null, channel: null, kind: null }
