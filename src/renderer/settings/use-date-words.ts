import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../shared/domain/time.ts'

/** A calendar day in words: vrijdag 25 december 2026. A day has no zone. */
export function useDateWords(): (date: IsoDate) => string {
  const { i18n } = useTranslation()
  return (date) =>
    new Intl.DateTimeFormat(i18n.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(date))
}
