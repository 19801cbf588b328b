export type ContactId = string

/** One moment of contact on a case. */
export const CONTACT_KINDS = [
  'mail-in',
  'mail-out',
  'call-in',
  'call-out',
  'counter',
  'letter',
  'social',
  'note',
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

export const MOODS = ['fine', 'annoyed', 'angry'] as const
export type Mood = (typeof MOODS)[number]

export const CALL_OUTCOMES = ['reached', 'voicemail', 'no-answer'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** What became of a mail we owe the wire. */
export const OUTBOX_STATES = ['undo', 'waiting', 'sending', 'sent', 'uncertain', 'failed', 'withdrawn'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]
