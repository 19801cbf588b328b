import type { Language } from '../shared/domain/people.ts'

/** The first of the system's languages that Belofte speaks. English for everybody else, who will more likely read that. */
export function languageOfSystem(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'nl' || language === 'en') return language
  }
  return 'en'
}
