import type { FormOfAddress, Language } from '../../shared/domain/people.ts'

const FIELD = /\{\{ {0,5}moment {0,5}\}\}/g
/** The line with which a letter takes its leave: a promise stands before it, not after. */
const FAREWELL =
  /^(?:met (?:vriendelijke|hartelijke) groet|hartelijke groet|vriendelijke groet|groet|groetjes|kind regards|best regards|best wishes|warm regards|regards|yours|sincerely)/i

/** The sentence with which we promise, for a letter that has no place for the moment yet. */
export function promiseSentence(moment: string, language: Language, address: FormOfAddress): string {
  if (language === 'en') return `You will hear from me by ${moment} at the latest.`
  return address === 'u' ? `U hoort uiterlijk ${moment} van mij.` : `Je hoort uiterlijk ${moment} van me.`
}

/**
 * Puts the moment in the text as `phrase`: in its field, in the place of the moment that stood there (`said`), or else with
 * `sentence` as a paragraph of its own, before the farewell.
 */
export function putMoment(text: string, said: string | null, phrase: string, sentence: string): string {
  if (text.search(FIELD) >= 0) return text.replace(FIELD, () => phrase)
  if (said !== null && text.includes(said)) return text.replaceAll(said, () => phrase)
  if (text.includes(phrase)) return text
  const paragraphs = text.trimEnd() === '' ? [] : text.trimEnd().split(/\n{2,}/)
  const farewell = paragraphs.findIndex((paragraph, i) => i > 0 && FAREWELL.test(paragraph))
  paragraphs.splice(farewell < 0 ? paragraphs.length : farewell, 0, sentence)
  return paragraphs.join('\n\n')
}

/** The promise is off: its sentence goes, or the moment becomes an empty field again, so that the letter can't still name it. */
export function takeMoment(text: string, said: string, sentence: string): string {
  if (text.includes(sentence)) {
    return text
      .replace(sentence, '')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()
  }
  return text.replaceAll(said, '{{moment}}')
}
