export interface Sentence {
  /** Position in the text. */
  readonly from: number
  readonly text: string
}

/** Longer than any sentence; a wall of text is read in pieces. */
const LONGEST = 600
/** Dots that end no sentence: z.s.m., a.s., bijv., nr., e.g. */
const ABBREVIATION =
  /(?:^|[\s(])(?:(?:\p{L}\.){1,4}|(?:bijv|bv|ca|nr|tel|dhr|mevr|mw|mr|mrs|ms|dr|ir|evt|incl|excl|max|min|st|jl|jan|feb|mrt|apr|aug|sept?|okt|oct|nov|dec|approx|no|vs|etc)\.)$/iu

/** The sentences of a text with their places. A line of its own is a sentence; quoted lines are left out. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (!line.trimStart().startsWith('>')) sentences.push(...inLine(line, from))
    from += line.length + 1
  }
  return sentences
}

function inLine(line: string, offset: number): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (end: number): void => {
    const piece = line.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (piece.trim() !== '') sentences.push({ from: offset + start + lead, text: piece.trim() })
    start = end
  }
  for (const match of line.matchAll(/[.!?…]{1,10}["'”’)]{0,3}(?=\s|$)/g)) {
    const end = match.index + match[0].length
    const isShort = match[0] === '.' && ABBREVIATION.test(line.slice(Math.max(start, end - 12), end))
    // "… z.s.m. Groet" does end there.
    const goesOn = isShort && !/^\s+\p{Lu}/u.test(line.slice(end, end + 5))
    if (!goesOn) add(end)
    while (end - start > LONGEST) add(start + LONGEST)
  }
  while (line.length - start > LONGEST) add(start + LONGEST)
  add(line.length)
  return sentences
}
