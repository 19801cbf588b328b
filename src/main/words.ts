import { createInstance } from 'i18next'
import type { Language } from '../shared/domain/people.ts'
import en from '../shared/locales/en/desktop.json' with { type: 'json' }
import enFailure from '../shared/locales/en/failure.json' with { type: 'json' }
import nl from '../shared/locales/nl/desktop.json' with { type: 'json' }
import nlFailure from '../shared/locales/nl/failure.json' with { type: 'json' }
import type { Failure } from '../shared/contract/failure.ts'

/** Words by their full key, such as desktop:tray.open, with the blanks filled in. */
export type Words = (key: string, blanks?: Readonly<Record<string, string | number>>) => string

const i18n = createInstance({
  resources: { nl: { desktop: nl, failure: nlFailure }, en: { desktop: en, failure: enFailure } },
  fallbackLng: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})
void i18n.init()

export function wordsIn(language: Language): Words {
  const t = i18n.getFixedT(language)
  return (key, blanks) => t(key, { ...blanks })
}

/** What happened, what is safe and what to do, as the screens say it. */
export function wordFailure({ code, detail }: Failure, language: Language): string {
  const t = wordsIn(language)
  return [t(`failure:${code}.what`, detail), t(`failure:${code}.safe`, detail), t(`failure:${code}.todo`, detail)].join(
    ' ',
  )
}
