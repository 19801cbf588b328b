const SUBJECT_LENGTH = 80

/** What a case that began without a subject is called. */
export function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0]!.replace(/\s+/g, ' ').trim()
  if (line.length <= SUBJECT_LENGTH) return line
  const cut = line.slice(0, SUBJECT_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUBJECT_LENGTH / 2)).trimEnd()}…`
}
