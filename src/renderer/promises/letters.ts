import type { FormOfAddress, Language } from '../../shared/domain/people.ts'
import type { Template, TemplateKind } from '../../shared/domain/template.ts'
import { fillTemplate } from '../../shared/domain/templates.ts'

// The letters of the golden rule: who can't keep a promise says so, with the cause, the plan and a new moment.

/** inTime: before the due moment; late: after it; suits: asks the customer what would suit; answer: kept, but too late. */
export type LetterKind = 'inTime' | 'late' | 'suits' | 'answer'

type Ids = Readonly<Record<Language, Readonly<Record<FormOfAddress, string>>>>

/** Of the built-in templates in resources/templates. */
const BUILT_IN: Readonly<Record<LetterKind, Ids>> = {
  inTime: {
    nl: { u: '1b11c810-c78b-4af3-ae4d-1999a7b4ea14', je: '5d92889f-74b9-49c3-a49a-3fe7e1d8e09d' },
    en: { u: '707af944-2047-4fcf-a061-d7240942c767', je: 'c70afcd9-3c3d-405e-adce-a5380257084e' },
  },
  late: {
    nl: { u: '3c0e7a52-6d7b-4f0e-9b44-1f5b0c9d2a11', je: 'b2f6c1d8-3a45-4e8e-8c15-7d2e94a06c32' },
    en: { u: '5e9d4b70-8c21-4d3a-a6f2-0b7c3e518d43', je: 'd41a8e6f-27b9-4c60-9e7d-63f0a2b8c954' },
  },
  suits: {
    nl: { u: '8f27b3c4-51de-4a96-b0c8-e4d17f6a2b65', je: '1a6c9e03-b8f4-4725-93ad-5c80d2e7f476' },
    en: { u: 'c7d50f1b-9e36-4b82-8af1-2e64b9c3d087', je: '60b8e2a9-4f7d-4139-bc56-a1f3d8075e98' },
  },
  answer: {
    nl: { u: 'e93a71d5-0c68-4fb2-a47e-8d25c6b1f0a9', je: '27f4d8b6-e15a-4c93-9d08-f6b3a70c21ba' },
    en: { u: '94c1e65f-7ab2-4d08-8e3b-0d97f25a86cb', je: 'fb082d37-c64e-4a51-b79f-3ce8146d95dc' },
  },
}

/** Which kind of template a business's own one must be to take the place of the built-in one. */
const OWN: Partial<Readonly<Record<LetterKind, TemplateKind>>> = { inTime: 'delay', suits: 'what-suits' }

/** As these blanks are called in templates, in either language. */
const BLANKS = {
  before: ['eerder beloofd moment', 'the moment promised before'],
  cause: ['oorzaak', 'cause'],
  plan: ['plan'],
} as const
type Blank = keyof typeof BLANKS

const blank = (name: Blank): RegExp => new RegExp(`\\{\\{ {0,5}(?:${BLANKS[name].join('|')}) {0,5}\\}\\}`, 'gi')

/** The business's own letter when it has one with room for cause and plan, or else the built-in one. */
export function letterFor(
  templates: readonly Template[],
  kind: LetterKind,
  language: Language,
  address: FormOfAddress,
): Template | undefined {
  const own = templates.find(
    (one) =>
      !one.builtIn &&
      one.kind === OWN[kind] &&
      one.language === language &&
      blank('cause').test(one.body) &&
      blank('plan').test(one.body),
  )
  return own ?? templates.find(({ id }) => id === BUILT_IN[kind][language][address])
}

type Known = Parameters<typeof fillTemplate>[1]

/** Fills what is known; what is empty stays a blank for a person. */
export function writeLetter(body: string, known: Known, blanks: Partial<Readonly<Record<Blank, string>>>): string {
  let text = body
  for (const name of Object.keys(BLANKS) as Blank[]) {
    const words = sentencePart(blanks[name] ?? '')
    // A brace that somebody typed is no field of ours.
    if (words !== '') text = text.replace(blank(name), () => words.replace(/\{(?=\{)/g, '{ '))
  }
  return fillTemplate(text, known).text
}

/** The letter ends its sentences itself. */
function sentencePart(words: string): string {
  return words.trim().replace(/\s*[.\s]+$/, '')
}
