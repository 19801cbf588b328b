import { randomBytes } from 'node:crypto'

// A mail of fifty megabytes is nearly all attachment. Read whole, it would take a gigabyte and seconds; without the long
// stretches in the middle of its parts it reads like any other, and what was cut can be put back when somebody asks for it.

/** Smaller mails are read as they are. */
const LARGE = 512 * 1024
/** A stretch of base64 shorter than this stays. Lines. */
const MOST_BASE64 = 1_000
/** Of any other stretch without a boundary so many lines stay, which is more than anybody reads. */
const MOST_LINES = 20_000

export interface Cut {
  /** Where it was, in bytes of the raw mail. */
  readonly start: number
  readonly end: number
  /** What stands in its place, as it reads after decoding. */
  readonly marker: string
  readonly isBase64: boolean
  /** Bytes after decoding. */
  readonly size: number
}

export interface Skeleton {
  readonly bytes: Uint8Array
  readonly cuts: readonly Cut[]
}

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d
const IN_BASE64 = new Uint8Array(256)
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  IN_BASE64[letter.charCodeAt(0)] = 1

/** Nobody who writes a mail can know what the markers of this run look like. 48 characters are 36 bytes: whole groups of base64. */
const SECRET = randomBytes(12).toString('hex')

/** The mail without the long stretches in the middle of its parts. */
export function skeletonOf(raw: Uint8Array): Skeleton {
  if (raw.length < LARGE) return { bytes: raw, cuts: [] }
  const cuts: Cut[] = []
  const pieces: Uint8Array[] = []
  let kept = 0
  for (const stretch of stretches(raw)) {
    const marker = `cut-${SECRET}-${String(cuts.length).padStart(7, '0')}`
    cuts.push({ ...stretch, marker })
    const stands = stretch.isBase64 ? Buffer.from(marker).toString('base64') : marker
    pieces.push(raw.subarray(kept, stretch.start), Buffer.from(`${stands}\r\n`))
    kept = stretch.end
  }
  if (cuts.length === 0) return { bytes: raw, cuts }
  pieces.push(raw.subarray(kept))
  return { bytes: Buffer.concat(pieces), cuts }
}

/** A text without the marks of what was cut from it. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, '…')
}
const MARK = new RegExp(`cut-${SECRET}-\\d{7}`, 'g')

type Stretch = Omit<Cut, 'marker'>

/** What can go: from whole line to whole line, never a line that may be a boundary. */
function* stretches(raw: Uint8Array): Generator<Stretch> {
  let at = 0
  /** Lines since the last boundary, or since the last stretch of base64. */
  let lines = 0
  let tooManyFrom = -1
  while (at < raw.length) {
    const run = base64Run(raw, at)
    const isLong = run.lines > MOST_BASE64
    const mayBeBoundary = raw[at] === DASH && raw[at + 1] === DASH
    if ((isLong || mayBeBoundary) && tooManyFrom >= 0) {
      yield { start: tooManyFrom, end: at, isBase64: false, size: at - tooManyFrom }
    }
    if (isLong || mayBeBoundary) [lines, tooManyFrom] = [0, -1]
    if (isLong) yield { start: at, end: run.end, isBase64: true, size: run.size }
    // The lines of a short run are not looked at again, or a mail made of such runs would take for ever.
    const end = run.lines > 0 ? run.end : endOfLine(raw, at)
    if (!isLong) lines += Math.max(run.lines, 1)
    if (lines > MOST_LINES && tooManyFrom < 0) tooManyFrom = at
    at = end
  }
  if (tooManyFrom >= 0) yield { start: tooManyFrom, end: raw.length, isBase64: false, size: raw.length - tooManyFrom }
}

/** The base64 lines of one length that begin here. */
function base64Run(
  raw: Uint8Array,
  start: number,
): { readonly end: number; readonly lines: number; readonly size: number } {
  const length = endOfLine(raw, start) - start
  const text = raw[start + length - 2] === CR ? length - 2 : length - 1
  let end = start
  let lines = 0
  while (isBase64Line(raw, end, length, text)) {
    end += length
    lines += 1
  }
  return { end, lines, size: (lines * text * 3) / 4 }
}

/** Whole groups of four only, so that what stands before and after it decodes by itself. */
function isBase64Line(raw: Uint8Array, start: number, length: number, text: number): boolean {
  if (text % 4 !== 0 || text < 40 || start + length > raw.length || raw[start + length - 1] !== LF) return false
  for (let i = start; i < start + text; i++) if (IN_BASE64[raw[i]!] === 0) return false
  return true
}

function endOfLine(raw: Uint8Array, start: number): number {
  const end = raw.indexOf(LF, start)
  return end < 0 ? raw.length : end + 1
}

/** How long decoded content really is, in bytes. */
export function wholeSize(content: Uint8Array, cuts: readonly Cut[]): number {
  return cutsIn(content, cuts).reduce((size, { cut }) => size - cut.marker.length + cut.size, content.byteLength)
}

/** Decoded content with everything back in its place; null when that takes reading the whole mail. */
export function putBack(content: Uint8Array, cuts: readonly Cut[], raw: Uint8Array): Uint8Array | null {
  const found = cutsIn(content, cuts)
  if (found.some(({ cut }) => !cut.isBase64)) return null
  const pieces: Uint8Array[] = []
  let kept = 0
  for (const { at, cut } of found) {
    const bytes = Buffer.from(raw.buffer, raw.byteOffset + cut.start, cut.end - cut.start)
    pieces.push(content.subarray(kept, at), Buffer.from(bytes.toString('latin1'), 'base64'))
    kept = at + cut.marker.length
  }
  return found.length === 0 ? content : Buffer.concat([...pieces, content.subarray(kept)])
}

export function cutsIn(content: Uint8Array, cuts: readonly Cut[]): { readonly at: number; readonly cut: Cut }[] {
  if (cuts.length === 0) return []
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return cuts
    .map((cut) => ({ at: bytes.indexOf(cut.marker), cut }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
}
