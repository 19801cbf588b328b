import type { ContactLog, CustomerView } from '../../shared/contract/cases.ts'
import type { PromiseInput } from '../../shared/contract/promises.ts'
import type { CallOutcome, Mood } from '../../shared/domain/contact.ts'

// What stands in the form, and what it becomes. Pure, so that every road through it can be tested.

export const NOTE_KINDS = ['call-in', 'call-out', 'counter', 'letter', 'social'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** What this contact does to a promise we already made. */
export const PROMISE_FATES = ['stays', 'kept', 'replaced'] as const
export type PromiseFate = (typeof PROMISE_FATES)[number]

export interface Note {
  readonly kind: NoteKind
  readonly number: string
  readonly name: string
  /** Chosen among those whom it may be; `new` is nobody we know; null leaves it to the number. */
  readonly customer: CustomerView | 'new' | null
  /** The case it belongs to; `new` opens one; null leaves it to what the customer has open. */
  readonly caseId: string | 'new' | null
  readonly fates: Readonly<Record<string, PromiseFate>>
  readonly text: string
  readonly mood: Mood
  readonly outcome: CallOutcome
  /** The promised moment in plain language. */
  readonly moment: string
  readonly ownerId: string | null
  /** Nothing more is owed: what was asked was answered there and then. */
  readonly settled: boolean
}

export const NOTE_FIELDS = ['number', 'text', 'moment', 'owner'] as const
export type NoteField = (typeof NOTE_FIELDS)[number]
/** The wording of what is wrong lives under this key of `phone-note:wrong`. */
export type NoteErrors = Partial<Record<NoteField, 'who' | 'question' | 'moment' | 'past' | 'owner' | 'replacing'>>

export function emptyNote(start: Partial<Note>): Note {
  return {
    kind: 'call-in',
    number: '',
    name: '',
    customer: null,
    caseId: null,
    fates: {},
    text: '',
    mood: 'fine',
    outcome: 'reached',
    moment: '',
    ownerId: null,
    settled: false,
    ...start,
  }
}

/** Whether something would be lost by closing. A number that came with the call was not typed. */
export function hasWords(note: Note, givenNumber: string): boolean {
  return [note.number === givenNumber ? '' : note.number, note.name, note.text, note.moment].some(
    (s) => s.trim() !== '',
  )
}

/** What to ask `customer.find` about: the number once it is long enough to mean somebody, or else the name. */
export function wordsToFind(note: Pick<Note, 'number' | 'name'>): string | null {
  const number = note.number.trim()
  if (digits(number).length >= 4) return number
  const name = note.name.trim()
  return name.length >= 2 ? name : null
}

/** The one customer to whom a whole number belongs; null while it may still become another number. */
export function ownerOfNumber(number: string, found: readonly CustomerView[]): CustomerView | null {
  const national = digits(number).replace(/^0{1,2}/, '')
  if (national.length < 8) return null
  const matches = found.filter(({ phones }) => phones.some((phone) => phone.endsWith(national)))
  return matches.length === 1 ? (matches[0] ?? null) : null
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** A call that reached nobody needs no question: what counts is the next try. */
export const reachedNobody = (note: Pick<Note, 'kind' | 'outcome'>): boolean =>
  note.kind === 'call-out' && note.outcome !== 'reached'

/** What is wrong before the moment is read; the moment itself is judged by the engine. */
export function wrongIn(note: Note, known: boolean, hasOwner: boolean): NoteErrors {
  return {
    ...(known || note.name.trim() !== '' || note.number.trim() !== '' ? {} : { number: 'who' as const }),
    ...(note.text.trim() !== '' || reachedNobody(note) ? {} : { text: 'question' as const }),
    ...(note.moment.trim() === '' && Object.values(note.fates).includes('replaced')
      ? { moment: 'replacing' as const }
      : {}),
    ...(note.moment.trim() === '' || hasOwner ? {} : { owner: 'owner' as const }),
  }
}

/** The command that records it. `contactId` was minted with the form, so that a second try does it once. */
export function toContactLog(
  note: Note,
  ids: { readonly contactId: string; readonly caseId: string | null; readonly customerId: string | null },
  promise: PromiseInput | null,
): ContactLog {
  const phone = note.number.trim() === '' ? null : note.number.trim()
  const withFate = (fate: PromiseFate): string[] => Object.keys(note.fates).filter((id) => note.fates[id] === fate)
  return {
    contactId: ids.contactId,
    caseId: ids.caseId,
    kind: note.kind,
    customer:
      ids.customerId !== null
        ? { customerId: ids.customerId }
        : ids.caseId !== null
          ? null
          : { name: note.name.trim() === '' ? (phone ?? '') : note.name.trim(), phone, email: null },
    text: note.text.trim(),
    mood: reachedNobody(note) ? null : note.mood,
    outcome: note.kind === 'call-out' ? note.outcome : null,
    caseKind: null,
    promise,
    keeps: withFate('kept'),
    renegotiates: promise === null ? null : (withFate('replaced')[0] ?? null),
    cause: null,
    closes: note.settled && promise === null && !reachedNobody(note),
  }
}
