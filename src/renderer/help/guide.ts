// Reads our own user guides (docs/user-guide.*.md), which keep to headings, paragraphs, lists and pictures.

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string }

export interface Part {
  readonly at: number
  readonly words: string
  readonly how: 'plain' | 'strong' | 'em'
}

/** The blocks of a guide, in their order. */
export function blocksOf(guide: string): readonly Block[] {
  return guide
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(toBlock)
}

function toBlock(block: string): Block {
  const heading = /^(##?) (.+)$/.exec(block)
  if (heading !== null) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2]! }
  const picture = /^!\[([^\]]*)\]\(images\/([^)]+)\)$/.exec(block)
  if (picture !== null) return { kind: 'picture', alt: picture[1]!, file: picture[2]! }
  if (block.startsWith('- '))
    return { kind: 'list', items: block.split(/\n(?=- )/).map((item) => oneLine(item.slice(2))) }
  return { kind: 'text', text: oneLine(block) }
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

/** **Bold** and _emphasis_ of one line. */
export function partsOf(line: string): readonly Part[] {
  let at = 0
  return line.split(/(\*\*[^*]+\*\*|(?<![\w])_[^_]+_(?![\w]))/).flatMap((piece): Part[] => {
    const start = at
    at += piece.length
    if (piece === '') return []
    if (piece.startsWith('**')) return [{ at: start, words: piece.slice(2, -2), how: 'strong' }]
    if (/^_.+_$/.test(piece)) return [{ at: start, words: piece.slice(1, -1), how: 'em' }]
    return [{ at: start, words: piece, how: 'plain' }]
  })
}
