import { useTranslation } from 'react-i18next'
import type { OverviewT } from '../../shared/domain/overview-words.ts'
import type { Language } from '../../shared/domain/people.ts'
import { spoken } from '../i18n.ts'

/** The words of the overview in the language on screen. */
export function useWords(): { readonly t: OverviewT; readonly language: Language } {
  const { t, i18n } = useTranslation()
  return { t: (key, blanks) => t(key, { ...blanks }), language: spoken(i18n.language) }
}
