import type { Channel, SetAsideReason } from '../../shared/domain/case.ts'
import type { ContactKind } from '../../shared/domain/contact.ts'
import type { PromiseOrigin } from '../../shared/domain/promise.ts'
import {
  breakWhenDue,
  handOverPromise,
  keepPromise,
  makePromise,
  renegotiatePromise,
  withdrawPromise,
} from '../../shared/domain/promises.ts'
import type { Result } from '../../shared/domain/result.ts'
import { subjectKey } from '../../shared/domain/subjects.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { ToldCase } from '../store/case-standing.ts'
import type { Contact } from '../store/contacts.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { NewEvent } from '../store/events.ts'
import type { NewPromise } from '../store/promises.ts'
import { Book } from './practice-book.ts'
import type { Stage } from './practice-book.ts'
import { PRACTICE_MAILBOX, PRACTICE_STAFF } from './practice-shop.ts'

/** Everything that one case brings into the database. */
export interface History {
  readonly customer: NewCustomer
  readonly told: Omit<ToldCase, 'number'>
  readonly contacts: readonly Contact[]
  readonly promises: readonly NewPromise[]
  readonly events: readonly NewEvent[]
}

/** What was answered lately is still the customer's turn; what is older than this is done. */
const OLD = 6 * DAY
const IN: Readonly<Record<Channel, ContactKind>> = {
  mail: 'mail-in',
  phone: 'call-in',
  counter: 'counter',
  letter: 'letter',
  social: 'social',
}

/** Promises are made for whole quarters of an hour. */
export function quarter(at: Instant): Instant {
  return Math.floor(at / (15 * MINUTE)) * 15 * MINUTE
}

/** Tells the story of one case, one step after the other. */
export class Telling {
  readonly #stage: Stage
  readonly #book: Book
  readonly #openedAt: Instant
  readonly #setAside: SetAsideReason | null
  #closedAt: Instant | null = null

  constructor(stage: Stage, openedAt: Instant, setAside: SetAsideReason | null) {
    const { channel, subject, question, mood = null } = stage.story
    this.#stage = stage
    this.#book = new Book(stage, openedAt)
    this.#openedAt = openedAt
    this.#setAside = setAside
    const staffId = channel === 'mail' ? null : this.#book.owner.id
    this.#book.note(openedAt, 'case-opened', { subject, channel }, { staffId })
    this.#book.add(IN[channel], openedAt, question, null, { mood, automatic: setAside === 'auto-reply' })
    if (setAside !== null) this.#book.note(openedAt, 'case-set-aside', { reason: setAside }, { staffId: null })
  }

  says(at: Instant, text: string): this {
    this.#book.add('mail-in', this.#book.notBeforeLast(at), text, null)
    return this
  }

  answers(at: Instant): this {
    this.#book.add('mail-out', at, this.#stage.story.answer!, null)
    return this
  }

  promises(at: Instant, wanted: Instant, customerKnows: NewPromise['customerKnows']): this {
    const { story, chance, customer } = this.#stage
    const { caseId, owner } = this.#book
    const dueAt = Math.max(wanted, quarter(at + HOUR))
    const inMail = story.channel === 'mail'
    const contact = inMail ? this.#book.add('mail-out', at, story.holding!, dueAt) : this.#book.contacts[0]!
    const origin: PromiseOrigin = story.channel === 'phone' ? 'call' : story.channel
    const facts = { caseId, customerId: customer.id, ownerId: owner.id, text: story.promise!, dueAt, origin }
    const promise = must(makePromise({ id: chance.id(at), contactId: contact.id, ...facts }, at))
    this.#book.promises.push({ promise, madeBy: owner.id, customerKnows })
    const about = { promiseId: promise.id }
    this.#book.note(at, 'promise-made', { text: promise.text, dueAt, ownerName: owner.name }, about)
    if (customerKnows === 'undelivered') {
      const data = { text: promise.text, dueAt, to: contact.to[0] ?? '' }
      this.#book.note(at + 2 * MINUTE, 'promise-undelivered', data, { ...about, staffId: null })
    }
    return this
  }

  keeps(at: Instant): this {
    const { call } = this.#stage.story
    if (call === undefined) this.answers(at)
    else this.#book.add('call-out', at, call, null, { outcome: 'reached' })
    const kept = must(keepPromise(this.#book.promise, call === undefined ? 'answered' : 'called', null, at))
    this.#book.change(kept)
    const { text, dueAt, keptHow, endNote, state } = kept
    const data = { text, dueAt, how: keptHow, note: endNote, late: state === 'kept-late' }
    this.#book.note(at, 'promise-kept', data, { promiseId: kept.id })
    return this
  }

  renegotiates(at: Instant, dueAt: Instant): this {
    const before = this.#book.promise
    const contact = this.#book.add('mail-out', at, this.#stage.story.delay!, dueAt)
    const { ownerId, text } = before
    const facts = { id: this.#stage.chance.id(at), ownerId, text, dueAt, contactId: contact.id }
    const { ended, successor } = must(renegotiatePromise(before, { ...facts, origin: 'mail' }, at))
    this.#book.change(ended)
    this.#book.promises.push({ promise: successor, madeBy: ownerId, customerKnows: 'yes' })
    const moved = { text, dueAt: before.dueAt, newDueAt: dueAt, inTime: ended.brokenAt === null }
    this.#book.note(at, 'promise-renegotiated', moved, { promiseId: before.id })
    const made = { text, dueAt, ownerName: this.#book.owner.name }
    this.#book.note(at, 'promise-made', made, { promiseId: successor.id })
    return this
  }

  withdraws(at: Instant, reason: string): this {
    const before = this.#book.promise
    this.#book.change(must(withdrawPromise(before, reason, at)))
    const data = { text: before.text, dueAt: before.dueAt, reason }
    this.#book.note(at, 'promise-withdrawn', data, { promiseId: before.id })
    return this
  }

  handsOver(at: Instant, note: string): this {
    const before = this.#book.promise
    const { owner } = this.#book
    const next = PRACTICE_STAFF.find(({ id }) => id !== owner.id)!
    this.#book.change(must(handOverPromise(before, next.id, at)))
    const data = { text: before.text, dueAt: before.dueAt, fromName: owner.name, ownerName: next.name, note }
    this.#book.note(at, 'promise-handed-over', data, { promiseId: before.id })
    return this
  }

  closes(at: Instant): this {
    this.#closedAt = at
    this.#book.note(at, 'case-state', { from: 'open', to: 'done' })
    return this
  }

  closesWhenOld(): this {
    const last = this.#book.contacts.at(-1)!.at
    return this.#stage.now - last > OLD ? this.closes(last + MINUTE) : this
  }

  /** As it stands now: what fell due meanwhile has broken. */
  told(): History {
    const { now, customer } = this.#stage
    const { contacts, promises, events } = this.#book
    for (const { promise } of [...promises]) this.#book.change(breakWhenDue(promise, now))
    return { customer, contacts, promises, events: events.sort((a, b) => a.at - b.at), told: this.#case() }
  }

  #case(): History['told'] {
    const { story, customer } = this.#stage
    const { caseId, owner, contacts, promises } = this.#book
    const isTouched = contacts.some(({ staffId }) => staffId !== null)
    return {
      ...{ id: caseId, customerId: customer.id, kind: story.kind, channel: story.channel },
      ...{ subject: story.subject, subjectKey: subjectKey(story.subject) },
      ownerId: isTouched ? (promises.at(-1)?.promise.ownerId ?? owner.id) : null,
      mailboxId: story.channel === 'mail' ? PRACTICE_MAILBOX.id : null,
      ...{ openedAt: this.#openedAt, setAsideReason: this.#setAside, closedAt: this.#closedAt, reopenedAt: null },
      turns: contacts.map((contact) => ({ ...contact, undone: false })),
      promises: promises.map(({ promise, customerKnows }) => ({
        ...promise,
        untold: customerKnows === 'undelivered' ? 1 : 0,
      })),
    }
  }
}

/** The stories only take steps that the rules allow. */
function must<T>(result: Result<T, string>): T {
  if (result.ok) return result.value
  throw new Error(`a practice story takes a step that is refused: ${result.error}`)
}
