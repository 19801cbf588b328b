import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY } from '../../shared/domain/time.ts'

/** A Monday. */
const MONDAY = 4 * DAY

/** The names of the days in the language on screen, Monday first. */
export function useWeekdays(form: 'long' | 'short' = 'long'): readonly string[] {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: form, timeZone: 'UTC' })
    return Array.from({ length: 7 }, (_, day) => format.format(MONDAY + day * DAY))
  }, [i18n.language, form])
}
