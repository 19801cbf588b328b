export type CaseId = string

export const CASE_KINDS = ['question', 'complaint', 'request', 'order', 'compliment'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/**
 * open: something is owed by us. waiting: we answered and it is the customer's turn. done: nobody owes anything.
 * set-aside: mail that needs no answer; never nags.
 */
export const CASE_STATES = ['open', 'waiting', 'done', 'set-aside'] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CHANNELS = ['mail', 'phone', 'counter', 'letter', 'social'] as const
export type Channel = (typeof CHANNELS)[number]

/** The sections of the queue, most urgent first. Together they hold every case exactly once. */
export const QUEUE_SECTIONS = [
  'overdue',
  'due-today',
  'first-answer',
  'answer',
  'later',
  'waiting',
  'done',
  'set-aside',
] as const
export type QueueSection = (typeof QUEUE_SECTIONS)[number]

/** Why a mail needs no answer. Shown to staff in words; the mail stays reviewable. */
export const SET_ASIDE_REASONS = [
  'auto-reply',
  'bounce',
  'bulk',
  'list',
  'calendar-reply',
  'read-receipt',
  'spam',
  'own-mail',
  'by-hand',
  'sender-rule',
  // Everything on it is on another case now.
  'merged',
] as const
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number]
