import { createInstance } from 'i18next'
import type { OverviewT } from '../../shared/domain/overview-words.ts'
import type { Language } from '../../shared/domain/people.ts'
import enCommon from '../../shared/locales/en/common.json' with { type: 'json' }
import en from '../../shared/locales/en/overview.json' with { type: 'json' }
import nlCommon from '../../shared/locales/nl/common.json' with { type: 'json' }
import nl from '../../shared/locales/nl/overview.json' with { type: 'json' }

// The one place where the engine speaks: spreadsheets and mails of the overview are read outside of any screen.

const i18n = createInstance({
  resources: { nl: { overview: nl, common: nlCommon }, en: { overview: en, common: enCommon } },
  fallbackLng: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})
void i18n.init()

export function overviewWords(language: Language): OverviewT {
  const t = i18n.getFixedT(language)
  return (key, blanks) => t(key, { ...blanks })
}
