/**
 * Reply and forward marks that mail programs put in front, in the languages that reach a Dutch shop.
 * Single letters (Italian "R:") and "VS:" are left out: people write those themselves.
 */
const MARK =
  /(?:re|aw|sv|antw|antwoord|betr|betreft|fw|fwd|wg|tr|rv|rif|res|odp|pd|ynt|doorst|doorgestuurd|回复|答复|转发)(?: ?(?:\[\d{1,4}\]|\(\d{1,4}\)|[*^]\d{1,4}))? ?[:：] ?/iuy
/** Warnings that a mail gateway puts in front. */
const GATEWAY = /(?:\[(?:external|extern|ext|externe e-?mail|external e-?mail|spam)\]|\*{2,5} ?spam ?\*{2,5}) ?:? ?/iuy

/** The subject without Re:, Fwd:, Antw: and the like and without a gateway's warnings; one line, single spaces. */
export function cleanSubject(subject: string): string {
  const line = oneLine(subject)
  let at = 0
  for (;;) {
    const next = skip(MARK, line, at) ?? skip(GATEWAY, line, at)
    if (next === null) return line.slice(at).trim()
    at = next
  }
}

/** What makes two subjects the same: cleaned, one form of every letter, lower case. Empty means "no subject", equal to nothing. */
export function subjectKey(subject: string): string {
  return cleanSubject(subject.normalize('NFKC')).toLowerCase()
}

/** The subject of our answer, with one Re: in front. */
export function replySubject(subject: string): string {
  return `Re: ${cleanSubject(subject)}`.trim()
}

function skip(mark: RegExp, line: string, at: number): number | null {
  mark.lastIndex = at
  return mark.test(line) ? mark.lastIndex : null
}

/** Control characters go too: a subject ends up in a header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
