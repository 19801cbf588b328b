import type { FormOfAddress, Language } from './people.ts'

/** What a customer is told when that which they made us notice works better now: to be read over before it is sent. */
export function improvementReply(
  facts: { readonly name: string; readonly title: string; readonly result: string },
  language: Language,
  address: FormOfAddress,
): string {
  const { name, result } = facts
  const title = facts.title.replace(/[.!]+$/, '')
  const said = result.trim() === '' ? [] : [result.trim()]
  if (language === 'en') {
    return [
      `Dear ${name},`,
      `Some time ago you made us notice something that should work better: ${title}. We have done something about it.`,
      ...said,
      'Thank you for letting us know.',
    ].join('\n\n')
  }
  return [
    `Beste ${name},`,
    `Dankzij ${address === 'u' ? 'uw' : 'jouw'} vraag merkten wij dat er iets beter moest: ${title}. Daar hebben we iets aan gedaan.`,
    ...said,
    `Dank dat ${address} het ons liet weten.`,
  ].join('\n\n')
}
