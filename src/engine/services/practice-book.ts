import type { StaffView } from '../../shared/contract/business.ts'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import type { CaseKind, Channel } from '../../shared/domain/case.ts'
import type { ContactKind, Mood } from '../../shared/domain/contact.ts'
import { sayMoment } from '../../shared/domain/moments.ts'
import type { Language } from '../../shared/domain/people.ts'
import type { CustomerPromise } from '../../shared/domain/promise.ts'
import { MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Contact } from '../store/contacts.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { NewEvent } from '../store/events.ts'
import type { NewPromise } from '../store/promises.ts'
import type { Chance } from './practice-chance.ts'
import { PRACTICE_MAILBOX, PRACTICE_STAFF } from './practice-shop.ts'

/** What was said, in the order in which the plot of its story needs it. */
export interface StoryWords {
  readonly kind: CaseKind
  readonly channel: Channel
  readonly language: Language
  readonly subject: string
  readonly question: string
  readonly company?: string
  /** A sender who is not a customer. */
  readonly from?: string
  readonly mood?: Mood
  readonly holding?: string
  readonly delay?: string
  readonly chase?: string
  readonly answer?: string
  readonly again?: string
  readonly call?: string
  readonly promise?: string
  readonly reason?: string
  readonly note?: string
}

export interface Stage {
  readonly chance: Chance
  readonly now: Instant
  readonly calendar: BusinessCalendar
  readonly customer: NewCustomer
  readonly story: StoryWords
  /** When a story that is over began. */
  readonly longAgo: Instant
}

/** What is written down about one case while its story is told: contacts, promises and history. */
export class Book {
  readonly stage: Stage
  readonly caseId: string
  readonly owner: StaffView
  readonly contacts: Contact[] = []
  readonly promises: NewPromise[] = []
  readonly events: NewEvent[] = []

  constructor(stage: Stage, openedAt: Instant) {
    this.stage = stage
    this.caseId = stage.chance.id(openedAt)
    this.owner = stage.chance.pick(PRACTICE_STAFF)
  }

  note(at: Instant, kind: NewEvent['kind'], data: NewEvent['data'], more: Partial<NewEvent> = {}): void {
    this.events.push({ at, staffId: this.owner.id, kind, caseId: this.caseId, promiseId: null, data, ...more })
  }

  /** `text` with its blanks filled in; `dueAt` is the moment that it names. */
  add(kind: ContactKind, at: Instant, text: string, dueAt: Instant | null, more: Partial<Contact> = {}): Contact {
    const { customer, story, chance } = this.stage
    const id = chance.id(at)
    const email = customer.addresses[0]?.value ?? null
    const sides = {
      'mail-in': { staffId: null, fromAddress: email, to: [PRACTICE_MAILBOX.address] },
      'mail-out': { staffId: this.owner.id, fromAddress: PRACTICE_MAILBOX.address, to: email === null ? [] : [email] },
      other: { staffId: this.owner.id, fromAddress: null, to: [] },
    }
    const isMail = kind === 'mail-in' || kind === 'mail-out'
    const contact: Contact = {
      ...{ id, caseId: this.caseId, customerId: customer.id, kind, at, recordedAt: at },
      ...sides[isMail ? kind : 'other'],
      subject: isMail ? (this.contacts.length === 0 ? story.subject : `Re: ${story.subject}`) : null,
      text: this.#fill(text, dueAt, at),
      quoted: '',
      ...{ hasHtml: false, unreadable: false, automatic: false, mood: null, outcome: null, rawId: null },
      messageId: isMail ? `${id}@${kind === 'mail-in' ? 'post.example' : 'deketting.example'}` : null,
      references: isMail ? this.contacts.flatMap((earlier) => earlier.messageId ?? []) : [],
      ...more,
    }
    this.contacts.push(contact)
    const { staffId, subject } = contact
    if (this.contacts.length > 1) this.note(at, 'contact-added', { kind, subject }, { staffId })
    return contact
  }

  /** A minute after what was said last, at the earliest. */
  notBeforeLast(at: Instant): Instant {
    return Math.max(at, this.contacts.at(-1)!.at + MINUTE)
  }

  /** The promise of which the story speaks at present. */
  get promise(): CustomerPromise {
    return this.promises.at(-1)!.promise
  }

  /** Writes what became of a promise, and the line that it broke, once. */
  change(next: CustomerPromise): void {
    const index = this.promises.findIndex(({ promise }) => promise.id === next.id)
    const before = this.promises[index]!
    this.promises[index] = { ...before, promise: next }
    if (next.brokenAt === null || before.promise.brokenAt !== null) return
    const data = { text: next.text, dueAt: next.dueAt, ownerName: this.owner.name }
    this.note(next.brokenAt, 'promise-broken', data, { staffId: null, promiseId: next.id })
  }

  #fill(text: string, dueAt: Instant | null, at: Instant): string {
    const { story, calendar, customer } = this.stage
    const moment = dueAt === null ? '' : sayMoment(dueAt, calendar.zone, story.language, at)
    return text
      .replaceAll('{moment}', moment)
      .replaceAll('{Moment}', moment.charAt(0).toUpperCase() + moment.slice(1))
      .replaceAll('{customer}', customer.name)
      .replaceAll('{company}', story.company ?? '')
      .replaceAll('{staff}', this.owner.name)
  }
}
