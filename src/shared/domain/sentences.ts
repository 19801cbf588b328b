/** A sentence with its place in the text. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:a\.?s|e\.?d|o\.?a|m\.?b\.?t|t\.?a\.?v|i\.?v\.?m|d\.?m\.?v|bijv|bv|ca|max|min|nr|tel|dhr|mevr|mw|dr|drs|ir|ing|mr|mrs|ms|prof|st|incl|excl|evt|resp|art|blz|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|[a-z](?:\.[a-z]){1,3})$/iu

/**
 * The sentences of a text, in order. A blank line, a bullet, or a line that ends in punctuation ends one too; a line that was
 * merely wrapped does not. Quoted lines (">") are somebody else's and are left out.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const close = (to: number): void => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const trimmed = raw.trim()
    if (trimmed !== '' && !trimmed.startsWith('>')) {
      sentences.push({ from: start, to: start + trimmed.length, text: trimmed })
    }
    from = to
  }
  for (const { index, 0: mark } of text.matchAll(/[.!?…]+["')\]]*(?=\s|$)|\r?\n/gu)) {
    const end = index + mark.length
    if (mark.includes('\n')) {
      const line = text.slice(from, index)
      const next = text.slice(end)
      if (
        /[.,:;!?]\s*$/u.test(line) ||
        /^\s*(?:\r?\n|[-*•>]|\d+[.)]\s)/u.test(next) ||
        /^\s*>/u.test(line) ||
        line.trim() === ''
      )
        close(end)
    } else if (
      mark !== '.' ||
      !ABBREVIATION.test(text.slice(from, index)) ||
      /^\s*(?:\r?\n|$)/u.test(text.slice(end))
    ) {
      close(end)
    }
  }
  close(text.length)
  return sentences
}
