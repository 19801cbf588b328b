/** A stretch of text; `url` is set where it is a link. `at` is where it starts. */
export interface TextPiece {
  readonly at: number
  readonly words: string
  readonly url: string | null
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'()[\]{}]{2,2000}[^\s<>"'()[\]{}.,;:!?]/g

/** Finds the web addresses in a plain text. Only what starts with http is one: nothing is guessed. */
export function splitLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > at) pieces.push({ at, words: text.slice(at, match.index), url: null })
    pieces.push({ at: match.index, words: match[0], url: match[0] })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ at, words: text.slice(at), url: null })
  return pieces
}
