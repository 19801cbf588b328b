import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/domain/time.ts'
import { ask } from '../engine/hooks.ts'
import { spoken } from '../i18n.ts'
import { useNow, useZone } from '../words/use-time.ts'

const TYPING = 150

export type Understood =
  | { readonly state: 'nothing' | 'reading' | 'unclear' | 'past' }
  | { readonly state: 'clear'; readonly at: Instant; readonly words: string }

/** What the engine makes of a moment in plain language, with the whole date, so that nobody promises a wrong day. */
export function useMoment(text: string): Understood {
  const { i18n } = useTranslation()
  const now = useNow()
  const words = useWholeDate()
  const [typed] = useDebouncedValue(text.trim(), TYPING)
  const { data } = useQuery({
    queryKey: ['moment.parse', { text: typed, language: spoken(i18n.language) }],
    queryFn: () => ask('moment.parse', { text: typed, language: spoken(i18n.language) }),
    enabled: typed !== '',
    // "Tomorrow" is another day tomorrow.
    staleTime: 0,
    gcTime: 0,
  })
  if (text.trim() === '') return { state: 'nothing' }
  if (data === undefined || typed !== text.trim()) return { state: 'reading' }
  if (data === null) return { state: 'unclear' }
  return data.at <= now ? { state: 'past' } : { state: 'clear', at: data.at, words: words(data.at) }
}

/** Weekday, day, month, year and time, in the zone of the business. */
function useWholeDate(): (at: Instant) => string {
  const { i18n } = useTranslation()
  const zone = useZone()
  return (at) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(at)
}
