import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/domain/time.ts'
import { useAsk } from '../engine/hooks.ts'
import { usePerson } from '../engine/people.ts'
import { useDateWords } from '../settings/use-date-words.ts'

/** Why this moment may not suit whoever promises it: they are away, or that half day is full. */
export function MomentNote({ at, ownerId }: { readonly at: Instant | null; readonly ownerId: string | null }) {
  const { t } = useTranslation()
  const date = useDateWords()
  const name = usePerson(ownerId)?.name ?? ''
  const check = useAsk('moment.check', { ownerId, at: at ?? 0 }, { enabled: at !== null && ownerId !== null }).data
  if (at === null || check === undefined) return null
  const { awayUntil, crowded } = check
  if (awayUntil === null && crowded === null) return null
  return (
    <Text role="status" size="sm" fw={600} c="var(--b-today-ink)">
      {awayUntil !== null
        ? t('promises:moment.away', { name, date: date(awayUntil) })
        : t('promises:moment.crowded', { name, count: crowded ?? 0 })}
    </Text>
  )
}
