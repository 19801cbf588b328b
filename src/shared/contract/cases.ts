import { z } from 'zod'
import { CASE_KINDS } from '../domain/case.ts'
import type { CaseKind, CaseState, Channel, SetAsideReason } from '../domain/case.ts'
import { CALL_OUTCOMES, MOODS } from '../domain/contact.ts'
import type { CallOutcome, ContactKind, Mood, OutboxState } from '../domain/contact.ts'
import type { CustomerPromise } from '../domain/promise.ts'
import type { Instant } from '../domain/time.ts'
import { command, filledLine, id, line, query, returns, text } from './define.ts'
import type { Failure } from './failure.ts'
import { promiseInput } from './promises.ts'

export interface CustomerView {
  readonly id: string
  readonly name: string
  readonly company: string | null
  readonly notes: string
  readonly emails: readonly string[]
  /** E.164, such as +31612345678. */
  readonly phones: readonly string[]
  readonly since: Instant
  readonly caseCount: number
  readonly openPromises: number
}

/** Shown while the phone is ringing: what this customer is waiting for. */
export interface CustomerOpen {
  readonly cases: readonly {
    readonly caseId: string
    readonly number: number
    readonly subject: string
    readonly state: CaseState
    readonly lastContactAt: Instant
  }[]
  readonly promises: readonly PromiseView[]
}

export interface AttachmentView {
  readonly id: string
  /** A plain base name, made safe for every file system. */
  readonly name: string
  readonly mediaType: string
  /** Bytes after decoding. */
  readonly size: number
}

export interface ContactView {
  readonly id: string
  readonly kind: ContactKind
  readonly at: Instant
  readonly staffId: string | null
  readonly from: string | null
  readonly to: readonly string[]
  readonly subject: string | null
  /** What is new in it. */
  readonly text: string
  /** History and signature below it, folded away on screen. */
  readonly quoted: string
  readonly hasHtml: boolean
  /** Set when the mail could not be read: the raw source is kept and can be saved. */
  readonly unreadable: boolean
  readonly attachments: readonly AttachmentView[]
  readonly mood: Mood | null
  readonly outcome: CallOutcome | null
  /** For mail out: where it is, and why it is stuck. */
  readonly outbox: { readonly state: OutboxState; readonly sendAt: Instant; readonly failure: Failure | null } | null
  readonly automatic: boolean
}

export interface PromiseView extends CustomerPromise {
  readonly ownerName: string
  /** Whether the customer has been told: the mail went out, or it was said in person. */
  readonly customerKnows: 'yes' | 'not-yet' | 'undelivered'
  /** How often the customer was given another moment before this one. */
  readonly moved: number
}

export interface CaseView {
  readonly id: string
  readonly number: number
  readonly subject: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly channel: Channel
  readonly ownerId: string | null
  readonly openedAt: Instant
  readonly setAsideReason: SetAsideReason | null
  readonly cameBack: number
  /** For a case that was merged into another: where everything on it is. */
  readonly mergedInto: { readonly caseId: string; readonly number: number } | null
  /** The last time that the customer had to come back while we owed something. */
  readonly lastChaser: { readonly kind: ContactKind; readonly at: Instant } | null
  readonly customer: CustomerView
  /** Oldest first. */
  readonly contacts: readonly ContactView[]
  /** Open and broken ones first, earliest due first; then ended ones, newest first. */
  readonly promises: readonly PromiseView[]
  readonly earlier: readonly {
    readonly caseId: string
    readonly number: number
    readonly subject: string
    readonly openedAt: Instant
    readonly state: CaseState
  }[]
  /** Where a reply would go, and from which mailbox. */
  readonly reply: { readonly to: readonly string[]; readonly subject: string; readonly mailboxId: string | null }
}

/** Contacts that staff write down: calls, the counter, letters, social messages, notes among ourselves. */
export const contactLogInput = z.strictObject({
  contactId: id,
  /** The case it belongs to; null opens a new one. */
  caseId: id.nullable(),
  kind: z.enum(['call-in', 'call-out', 'counter', 'letter', 'social', 'note']),
  /** A known customer, or what we know of a new one. Ignored when a case is given. */
  customer: z
    .union([
      z.strictObject({ customerId: id }),
      z.strictObject({ name: filledLine, phone: line.nullable(), email: z.email().nullable() }),
    ])
    .nullable(),
  text,
  mood: z.enum(MOODS).nullable(),
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  caseKind: z.enum(CASE_KINDS).nullable(),
  promise: promiseInput.nullable(),
  /** Promises that this contact keeps. */
  keeps: z.array(id).max(50),
  /** The promise that the one made here replaces: the customer was told in this contact. */
  renegotiates: id.nullable(),
  /** Why the promise that is replaced could not be kept, in plain words. */
  cause: line.nullable().default(null),
  /** It was settled there and then: nothing is owed after this contact. */
  closes: z.boolean().default(false),
})
export type ContactLog = z.infer<typeof contactLogInput>

export const caseEntries = {
  'case.get': query(z.strictObject({ caseId: id }), returns<CaseView>()),
  'case.set-kind': command(z.strictObject({ caseId: id, kind: z.enum(CASE_KINDS) }), returns<null>()),
  'case.set-owner': command(z.strictObject({ caseId: id, ownerId: id.nullable() }), returns<null>()),
  /** Refused with promise-live: a case with a live promise can't be done. */
  'case.close': command(z.strictObject({ caseId: id }), returns<null>()),
  'case.reopen': command(z.strictObject({ caseId: id }), returns<null>()),
  'case.set-aside': command(z.strictObject({ caseId: id }), returns<null>()),
  'case.make-question': command(z.strictObject({ caseId: id }), returns<null>()),
  /** The same decision about many cases; one with a live promise is refused and left as it is. */
  'case.decide-many': command(
    z.strictObject({
      /** Minted by the screen; hand it to change.undo. */
      undoId: id,
      caseIds: z.array(id).min(1).max(500),
      decision: z.union([
        z.strictObject({ do: z.enum(['set-aside', 'close']) }),
        z.strictObject({ do: z.literal('give'), ownerId: id.nullable() }),
      ]),
    }),
    returns<{ readonly done: number; readonly refused: number }>(),
  ),
  /** Two cases turn out to be one: everything on `caseId` moves to `into`. Refused with changed-since when one was merged. */
  'case.merge': command(z.strictObject({ undoId: id, caseId: id, into: id }), returns<null>()),
  /** One contact turns out to be a case of its own. Refused with changed-since when it is the only one. */
  'case.split': command(
    z.strictObject({ undoId: id, contactId: id, newCaseId: id }),
    returns<{ readonly caseId: string }>(),
  ),
  /** Two customers turn out to be one: addresses and cases of `customerId` move to `into`. */
  'customer.merge': command(z.strictObject({ undoId: id, customerId: id, into: id }), returns<null>()),
  /** Undoes one of the four above, once. Refused with changed-since when too much happened since. */
  'change.undo': command(z.strictObject({ undoId: id }), returns<null>()),
  'contact.log': command(contactLogInput, returns<{ readonly caseId: string }>()),
  /** The HTML of a mail as it came; hostile until the screen has sanitised it. Inline images as data: URLs. */
  'mail.html': query(z.strictObject({ contactId: id }), returns<{ readonly html: string }>()),
  /** For main only: base64 of one attachment, to be written where a person chose. */
  'attachment.read': query(
    z.strictObject({ attachmentId: id }),
    returns<{ readonly name: string; readonly base64: string }>(),
  ),
  /** For main only: base64 of a mail as it came over the wire. */
  'mail.raw': query(z.strictObject({ contactId: id }), returns<{ readonly base64: string }>()),
  /** Who this may be, best first, by number in any notation, address or part of a name. */
  'customer.find': query(z.strictObject({ text: line }), returns<readonly CustomerView[]>()),
  /** What we still owe a customer: cases that are open or waiting, newest contact first, and live promises, earliest first. */
  'customer.open': query(z.strictObject({ customerId: id }), returns<CustomerOpen>()),
  'customer.save': command(
    z.strictObject({
      customerId: id,
      name: filledLine,
      company: line.nullable(),
      notes: text,
      /** All of them, when given: what is left out is taken off. Refused with address-taken when somebody else has one. */
      emails: z.array(z.email()).max(50).optional(),
      phones: z.array(filledLine).max(50).optional(),
    }),
    returns<null>(),
  ),
}
