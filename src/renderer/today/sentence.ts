import type { TFunction } from 'i18next'
import type { QueueRow } from '../../shared/contract/queue.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { TimeWords } from '../words/time-words.ts'

/** What the day holds: how many, and the first of each. */
export interface Day {
  readonly overdue: number
  readonly dueToday: number
  readonly firstAnswer: number
  /** Longest overdue. */
  readonly latest: QueueRow | undefined
  /** Due first of what is still to come today. */
  readonly next: QueueRow | undefined
}

/** The day in plain words, the most pressing first; an empty list when there is nothing to do. */
export function daySentences(
  day: Day,
  now: Instant,
  t: TFunction,
  time: Pick<TimeWords, 'clock' | 'duration'>,
): readonly string[] {
  const said: string[] = []
  if (day.overdue > 0) said.push(overdueSentence(day, now, t, time))
  if (day.dueToday > 0) said.push(dueSentence(day, t, time))
  if (day.firstAnswer > 0)
    said.push(t('today:firstAnswer', { count: day.firstAnswer, amount: amount(t, day.firstAnswer) }))
  return said
}

function overdueSentence(
  { overdue, latest }: Day,
  now: Instant,
  t: TFunction,
  time: Pick<TimeWords, 'duration'>,
): string {
  const blanks = { count: overdue, amount: amount(t, overdue) }
  if (latest?.dueAt == null) return t('today:overdue', blanks)
  return t('today:overdueSince', {
    ...blanks,
    customer: latest.customerName,
    duration: time.duration(now - latest.dueAt),
  })
}

function dueSentence({ dueToday, next }: Day, t: TFunction, time: Pick<TimeWords, 'clock'>): string {
  const blanks = { count: dueToday, amount: amount(t, dueToday) }
  if (next?.dueAt == null) return t('today:due', blanks)
  return t('today:dueFirst', {
    ...blanks,
    time: time.clock(next.dueAt),
    customer: next.customerName,
    subject: next.subject,
  })
}

/** Up to twelve in letters, as one writes it. */
function amount(t: TFunction, count: number): string {
  return count <= 12 ? t(`today:number.${count}`) : String(count)
}
