import type { Attention } from '../shared/contract/status.ts'
import type { Words } from './words.ts'

export const NO_ATTENTION: Attention = { overdue: 0, dueToday: 0, firstAnswer: 0 }

export type AttentionLevel = 'calm' | 'due' | 'overdue'

export function attentionLevel({ overdue, dueToday }: Attention): AttentionLevel {
  if (overdue > 0) return 'overdue'
  return dueToday > 0 ? 'due' : 'calm'
}

/** The number on the badge and in the title: what must happen today. */
export const attentionCount = ({ overdue, dueToday }: Attention): number => overdue + dueToday

/** In a few words, such as "2 te laat, 3 vandaag". */
export function attentionLine({ overdue, dueToday, firstAnswer }: Attention, t: Words): string {
  const parts = [
    ...(overdue > 0 ? [t('desktop:attention.overdue', { count: overdue })] : []),
    ...(dueToday > 0 ? [t('desktop:attention.dueToday', { count: dueToday })] : []),
    ...(firstAnswer > 0 ? [t('desktop:attention.firstAnswer', { count: firstAnswer })] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : t('desktop:attention.nothing')
}

export function windowTitle(attention: Attention, practice: boolean, t: Words): string {
  const name = practice ? t('desktop:title.practice') : 'Belofte'
  const count = attentionCount(attention)
  return count > 0 ? `(${count}) ${name}` : name
}
