import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../shared/domain/people.ts'

// Only the language on screen is loaded; the other one comes when somebody switches.
const words = { nl: () => import('./words/nl.ts'), en: () => import('./words/en.ts') }

const REMEMBERED = 'language'

/**
 * The language of the first picture, before the engine has told which one the business chose:
 * the one of last time, or else the system's.
 */
export function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED)
  if (remembered === 'nl' || remembered === 'en') return remembered
  return navigator.language.startsWith('nl') ? 'nl' : 'en'
}

/** Makes the screens speak `language`, now and, unless it is for paper only, at the next start. */
export async function speak(language: Language, remember = true): Promise<void> {
  const loaded = await words[language]()
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: loaded.default },
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  } else {
    for (const [namespace, bundle] of Object.entries(loaded.default)) {
      i18next.addResourceBundle(language, namespace, bundle)
    }
    await i18next.changeLanguage(language)
  }
  document.documentElement.lang = language
  if (remember) localStorage.setItem(REMEMBERED, language)
}

/** The language on screen. */
export const spoken = (language: string): Language => (language === 'nl' ? 'nl' : 'en')
