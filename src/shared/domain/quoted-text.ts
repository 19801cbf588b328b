export interface SplitText {
  /** What the sender wrote now. Never empty when the mail has any text. */
  readonly fresh: string
  /** History and signature, folded away on screen. Together with `fresh` it holds every line that isn't blank. */
  readonly quoted: string
  /** The signature alone (it is in `quoted` too), to learn names and numbers from; null when none was recognised. */
  readonly signature: string | null
}

type Part = 'fresh' | 'quoted' | 'signature'

/**
 * Separates new text from the history below, above or between it. Works line by line, so that nothing can be lost; when in doubt a
 * line is fresh. A forwarded mail is fresh too: it is history to its sender, but news to us.
 */
export function splitQuoted(text: string): SplitText {
  const lines = text.split(/\r\n|\r|\n/)
  const parts: Part[] = markHistory(lines)
  if (!lines.some((line, i) => parts[i] === 'fresh' && line.trim() !== '')) return whole(text)
  keepInlineAnswers(lines, parts)
  markSignature(lines, parts)
  const pick = (wanted: (part: Part) => boolean) => lines.filter((_, i) => wanted(parts[i]!)).join('\n')
  const signature = tidy(pick((part) => part === 'signature').replace(/^--\s*\n/, ''))
  return {
    fresh: tidy(pick((part) => part === 'fresh')),
    quoted: tidy(pick((part) => part !== 'fresh')),
    signature: signature === '' ? null : signature,
  }
}

function whole(text: string): SplitText {
  return { fresh: tidy(text.replace(/\r\n?/g, '\n')), quoted: '', signature: null }
}

function tidy(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
}

// --- History -----------------------------------------------------------------------------------------------------------------

/** Far longer than any line that introduces a quote. */
const LONGEST_INTRODUCTION = 500
const MOST_LINES_OF_INTRODUCTION = 4

function markHistory(lines: readonly string[]): Part[] {
  const parts: Part[] = lines.map((line) => (isQuotedLine(line) ? 'quoted' : 'fresh'))
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (FORWARDED.test(line.slice(0, 200))) return parts
    if (startsOutlookHistory(lines, i)) return parts.fill('quoted', i)
    const length = introductionLength(lines, i)
    if (length === 0) continue
    parts.fill('quoted', i, i + length)
    const next = nextFilled(lines, i + length)
    // Without marks nothing tells where the history ends, so it runs to the end.
    if (next !== null && !isQuotedLine(lines[next]!)) return parts.fill('quoted', i)
    i += length - 1
  }
  return parts
}

function isQuotedLine(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

function nextFilled(lines: readonly string[], from: number): number | null {
  for (let i = from; i < lines.length; i++) if (lines[i]!.trim() !== '') return i
  return null
}

const FORWARDED =
  /^\s*-{2,20} ?(?:forwarded message|doorgestuurd bericht|weitergeleitete nachricht|message transf[ée]r[ée]) ?-{2,20}\s*$|^\s*(?:begin (?:van )?doorgestuurd bericht|begin forwarded message) ?:/iu
const SEPARATOR =
  /^\s*-{2,20} ?(?:original message|oorspronkelijk(?: bericht|e? e-?mail)|origineel bericht|urspr[üu]ngliche nachricht|message d['’]origine) ?-{2,20}\s*$/iu

const FROM = /^\s*\*?(?:van|from|von|de)\*? ?:\*?\s+\S/i
const SENT = /^\s*\*?(?:verzonden|verstuurd|sent|gesendet|envoy[ée]|datum|date)\*? ?:/iu
const TO_OR_SUBJECT = /^\s*\*?(?:aan|to|an|[àa]|onderwerp|subject|betreff|objet)\*? ?:/iu

/** "-----Original Message-----", or the block of From, Sent, To and Subject that Outlook puts above what it answers. */
function startsOutlookHistory(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.slice(0, 300)
  if (SEPARATOR.test(line)) return true
  if (/^\s*_{10,}\s*$/.test(line)) {
    const next = nextFilled(lines.slice(at + 1, at + 4), 0)
    return next !== null && isOutlookBlock(lines, at + 1 + next)
  }
  return isOutlookBlock(lines, at)
}

function isOutlookBlock(lines: readonly string[], at: number): boolean {
  if (!FROM.test(lines[at]!.slice(0, 300))) return false
  const below = lines.slice(at + 1, at + 9).map((line) => line.slice(0, 300))
  return below.some((line) => SENT.test(line)) && below.some((line) => TO_OR_SUBJECT.test(line))
}

/** How many lines from here introduce a quote ("Op 3 maart 2025 om 10:14 schreef Piet <…>:"); 0 when they don't. */
function introductionLength(lines: readonly string[], at: number): number {
  if (!/^[\s>*]{0,6}(?:op|on|am|le|\S[^:]{0,120}<)/i.test(lines[at]!.slice(0, 200))) return 0
  let joined = ''
  for (let length = 1; length <= MOST_LINES_OF_INTRODUCTION && at + length <= lines.length; length++) {
    const line = lines[at + length - 1]!
    if (line.trim() === '' || joined.length + line.length > LONGEST_INTRODUCTION) return 0
    joined = `${joined} ${line.replace(/^[\s>*]+/, '')}`.trim()
    if (/:\*?\s*$/.test(joined)) return isIntroduction(joined) ? length : 0
  }
  return 0
}

const WROTE = /(?:^|[\s,>])(?:schreef|geschreven|wrote|schrieb|a [ée]crit)(?=[\s:,]|$)/iu
/** "Op 3 maart schreef ik u het volgende:" is the sender's own sentence. */
const OWN_WORDS = /\b(?:schreef (?:ik|u|je|jij|uw)|heb ik|had ik|i wrote|you wrote me|schrieb ich|j['’]ai)\b/iu

function isIntroduction(sentence: string): boolean {
  const dated = /\d/.test(sentence)
  const precise = /\d[:.]\d\d|<[^<>]{0,200}@|@\S+/.test(sentence) || /\d{4}/.test(sentence)
  return dated && precise && WROTE.test(sentence) && !OWN_WORDS.test(sentence)
}

/**
 * Answers written between the lines of a quote mean nothing without those lines: then only the history below the last answer folds.
 * A single quote with text under it is someone who answers at the bottom; that quote folds.
 */
function keepInlineAnswers(lines: readonly string[], parts: Part[]): void {
  const filled = lines
    .map((line, i) => ({ i, filled: line.trim() !== '', part: parts[i]! }))
    .filter((one) => one.filled)
  const blocks = filled.filter((one, n) => one.part === 'quoted' && filled[n - 1]?.part !== 'quoted')
  const lastFresh = filled.findLast((one) => one.part === 'fresh')
  const before = blocks.filter((block) => lastFresh !== undefined && block.i < lastFresh.i)
  if (before.length < 2) return
  parts.fill('fresh', before[0]!.i, lastFresh!.i + 1)
}

// --- Signature ---------------------------------------------------------------------------------------------------------------

const MOBILE_FOOTER =
  /^\s*(?:(?:verzonden|verstuurd|sent|gesendet|envoy[ée]) (?:vanaf|vanuit|met|via|from|with|von|de|depuis)\b.{0,80}|(?:get|download) outlook (?:for|voor)\b.{0,80}|outlook voor (?:ios|android|mac).{0,60})$/iu
const CLOSING =
  /^\s*(?:met (?:vriendelijke|hartelijke|zonnige|sportieve|beste) groet(?:en)?|(?:vriendelijke|hartelijke|beste) groet(?:en|jes)?|mvg|m\.v\.g\.|groet(?:en|jes)?|hoogachtend|kind regards|best regards|warm regards|regards|yours (?:sincerely|faithfully)|many thanks|best wishes|mit freundlichen gr[üu][ßs]+en|cordialement)\s*[,.!]?\s*$/iu
const DETAILS = /(?:\+?\d[\d ()./-]{7,}|https?:|www\.|@\S+\.\S|\b(?:kvk|btw|iban|tel|mob|vat)\b)/i
const LONGEST_SIGNATURE = 25

function markSignature(lines: readonly string[], parts: Part[]): void {
  const fresh = lines.map((_, i) => i).filter((i) => parts[i] === 'fresh' && lines[i]!.trim() !== '')
  const start = signatureStart(lines, fresh)
  // A mail that is all signature is no signature.
  if (start === null || start === 0) return
  for (const i of fresh.slice(start)) parts[i] = 'signature'
}

/** Position in `fresh` (indexes of filled fresh lines) where the signature starts; null when there is none. */
function signatureStart(lines: readonly string[], fresh: readonly number[]): number | null {
  const from = Math.max(0, fresh.length - LONGEST_SIGNATURE)
  for (let n = from; n < fresh.length; n++) {
    const line = lines[fresh[n]!]!.slice(0, 300)
    if (/^--\s*$/.test(line)) return n
    if (MOBILE_FOOTER.test(line) && n >= fresh.length - 2) return n
    // The greeting and the name stay: they belong to the letter.
    if (CLOSING.test(line) && looksLikeDetails(fresh.slice(n + 2).map((i) => lines[i]!))) return n + 2
  }
  return null
}

function looksLikeDetails(rest: readonly string[]): boolean {
  const isShort = (line: string) => line.length <= 90 && !/[?]\s*$/.test(line) && line.trim().split(/\s+/).length <= 10
  return rest.length > 0 && rest.every(isShort) && rest.some((line) => DETAILS.test(line))
}
