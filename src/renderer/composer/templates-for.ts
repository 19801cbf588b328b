import type { FormOfAddress, Language } from '../../shared/domain/people.ts'
import type { Template } from '../../shared/domain/template.ts'

/**
 * The templates that fit what was typed, those in the language of the business first. In Dutch the other form of address is
 * left out, unless somebody searches; in English there is only one, so the same title isn't offered twice.
 */
export function templatesFor(
  templates: readonly Template[],
  query: string,
  language: Language,
  address: FormOfAddress,
): readonly Template[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ title, body, kind }: Template): boolean => {
    const text = `${title} ${body} ${kind}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  }
  const addressed = (template: Template): boolean =>
    template.address === address || !template.builtIn || (words.length > 0 && template.language === 'nl')
  return templates
    .filter((template) => addressed(template) && fits(template))
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
}
