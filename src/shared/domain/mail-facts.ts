import type { Instant } from './time.ts'

export interface MailAddress {
  /** As decoded from the header; may be empty. */
  readonly name: string
  /** As written, without angle brackets; may be empty or no address at all in a damaged mail. */
  readonly address: string
}

/** A MIME leaf other than the body that is shown: attachments, delivery reports, calendar parts, headers of a returned mail. */
export interface MailPart {
  /** Lower case, such as 'message/delivery-status'. */
  readonly mediaType: string
  /** Decoded text of text/* and message/* parts (the first 256 kB are enough); null for everything else. */
  readonly text: string | null
  /** The iTIP method of a calendar part, upper case; null when there is none. */
  readonly method: string | null
}

/**
 * What the rules need to know of a parsed mail. `mail` makes it; the rules never see MIME.
 * Everything in it was written by a stranger: it may be empty, huge or hostile.
 */
export interface MailFacts {
  /** Lower-case name → its values in the order of the mail, unfolded and trimmed. A Map, since a name may be `__proto__`. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** Null when there is no From or it can't be read. */
  readonly from: MailAddress | null
  readonly replyTo: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  /** Decoded; empty when there is none. */
  readonly subject: string
  /** The Date header; null when it is missing or no date. For the time of arrival trust the server instead. */
  readonly date: Instant | null
  /** The text body as it came; when the mail has HTML only, the text read from it. */
  readonly text: string
  readonly html: string | null
  /** Message-IDs are without angle brackets and with their own case. */
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  /** Oldest first, as in the header. */
  readonly references: readonly string[]
  /** Media type of the whole mail in lower case, without parameters; 'text/plain' when it says nothing. */
  readonly contentType: string
  /** Parameters of that Content-Type, names in lower case (report-type, method). */
  readonly contentTypeParameters: ReadonlyMap<string, string>
  /** Address in Return-Path; empty for `<>`; null when there is no such header. */
  readonly returnPath: string | null
  readonly parts: readonly MailPart[]
  /** Flags and keywords of the server, such as '$Junk'. */
  readonly keywords: readonly string[]
}

/** First value of a header, lower case and trimmed; null when it is not there. */
export function headerWord(facts: MailFacts, name: string): string | null {
  const value = facts.headers.get(name)?.[0]
  return value === undefined ? null : value.trim().toLowerCase()
}

/** The form in which addresses are compared and stored: trimmed and in lower case. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase()
}

/** One @ with something on both sides, no blanks or control characters: safe to put in an envelope. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 254 && /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/.test(address)
  )
}
