import { splitMarks } from './marks.ts'

/** The text of a hit with the words that were found marked. */
export function Highlighted({ text }: { readonly text: string }) {
  return splitMarks(text).map(({ at, words, marked }) => (marked ? <mark key={at}>{words}</mark> : words))
}
