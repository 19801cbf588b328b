/** A stretch of an excerpt; `at` is where it starts. */
export interface Stretch {
  readonly at: number
  readonly words: string
  readonly marked: boolean
}

/** Takes apart an excerpt in which search put its matches between \u0001 and \u0002. */
export function splitMarks(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let marked = false
  let at = 0
  for (const piece of text.split(/([\u0001\u0002])/)) {
    if (piece === '\u0001') marked = true
    else if (piece === '\u0002') marked = false
    else if (piece !== '') stretches.push({ at, words: piece, marked })
    at += piece.length
  }
  return stretches
}
