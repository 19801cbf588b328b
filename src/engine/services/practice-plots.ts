import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import type { CaseKind, Channel, SetAsideReason } from '../../shared/domain/case.ts'
import type { ContactKind, Mood } from '../../shared/domain/contact.ts'
import { sayMoment } from '../../shared/domain/moments.ts'
import {
  addOpenMinutes,
  closingOf,
  dateOf,
  dueWithinWorkingDays,
  endOfDay,
  subtractOpenMinutes,
} from '../../shared/domain/opening-hours.ts'
import type { Language } from '../../shared/domain/people.ts'
import type { StaffView } from '../../shared/contract/business.ts'
import type { CustomerPromise, PromiseOrigin } from '../../shared/domain/promise.ts'
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
import type { ToldCase } from '../store/cases.ts'
import type { Contact } from '../store/contacts.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { NewEvent } from '../store/events.ts'
import type { NewPromise } from '../store/promises.ts'
import type { Chance } from './practice-chance.ts'
import { PRACTICE_MAILBOX, PRACTICE_STAFF } from './practice-shop.ts'

// How the stories in resources/practice go, told backwards from now so that the shop is busy whenever somebody looks.

/** One story of resources/practice/stories.json: what was said, in the order in which its plot needs it. */
export interface Story {
  readonly plot: Plot
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

/** Everything that one case brings into the database. */
export interface History {
  readonly customer: NewCustomer
  readonly told: Omit<ToldCase, 'number'>
  readonly contacts: readonly Contact[]
  readonly promises: readonly NewPromise[]
  readonly events: readonly NewEvent[]
}

export interface Stage {
  readonly chance: Chance
  readonly now: Instant
  readonly calendar: BusinessCalendar
  readonly customer: NewCustomer
  readonly story: Story
  /** When a story that is over began. */
  readonly longAgo: Instant
}

/** Minutes of open time before now. */
function ago({ calendar, now }: Stage, minutes: number): Instant {
  return subtractOpenMinutes(calendar, now, minutes) ?? now - minutes * MINUTE
}

function after({ calendar }: Stage, from: Instant, minutes: number): Instant {
  return addOpenMinutes(calendar, from, minutes) ?? from + minutes * MINUTE
}

/** Promises are made for whole quarters of an hour. */
function quarter(at: Instant): Instant {
  return Math.floor(at / (15 * MINUTE)) * 15 * MINUTE
}

/** Still to come, but before midnight: closing time, or later in the evening for whoever looks after closing. */
function laterToday({ calendar, now }: Stage): Instant {
  const closing = closingOf(calendar, dateOf(now, calendar.zone))
  if (closing !== null && closing > now + 30 * MINUTE) return closing
  return now + Math.floor((endOfDay(calendar.zone, now) - now) / 2 / MINUTE) * MINUTE
}

function inDays({ calendar, now }: Stage, days: number): Instant {
  return dueWithinWorkingDays(calendar, Math.max(now, endOfDay(calendar.zone, now)), days) ?? now + (days + 1) * DAY
}

const PLOTS = {
  overdue: (stage) =>
    promised(stage, ago(stage, stage.chance.between(700, 1_300)), quarter(ago(stage, stage.chance.between(30, 400)))),
  'overdue-chased': (stage) =>
    promised(stage, ago(stage, 1_900), quarter(ago(stage, 620))).says(ago(stage, 55), stage.story.chase!),
  'due-today': (stage) => promised(stage, ago(stage, stage.chance.between(300, 800)), laterToday(stage)),
  later: (stage) =>
    promised(stage, ago(stage, stage.chance.between(100, 900)), inDays(stage, stage.chance.between(0, 3))),
  renegotiated: (stage) =>
    promised(stage, ago(stage, 1_700), quarter(ago(stage, 150))).renegotiates(ago(stage, 330), inDays(stage, 0)),
  'handed-over': (stage) =>
    promised(stage, ago(stage, 900), inDays(stage, 0)).handsOver(ago(stage, 400), stage.story.note!),
  bounced: (stage) => promised(stage, ago(stage, 640), inDays(stage, 0), 'undelivered'),
  'first-answer': (stage) => asked(stage, ago(stage, stage.chance.between(8, 600))),
  'first-answer-chased': (stage) => asked(stage, ago(stage, 420)).says(ago(stage, 35), stage.story.chase!),
  answer: (stage) => {
    const began = ago(stage, stage.chance.between(900, 1_500))
    return asked(stage, began)
      .answers(after(stage, began, 90))
      .says(ago(stage, stage.chance.between(20, 300)), stage.story.again!)
  },
  kept: (stage) => {
    const told = promised(stage, stage.longAgo, quarter(after(stage, stage.longAgo, 600)))
    return told.keeps(after(stage, stage.longAgo, stage.chance.between(200, 560))).closesWhenOld()
  },
  'kept-late': (stage) => {
    const due = quarter(after(stage, stage.longAgo, 400))
    return promised(stage, stage.longAgo, due)
      .keeps(after(stage, due, stage.chance.between(30, 500)))
      .closesWhenOld()
  },
  'kept-by-call': (stage) => {
    const due = quarter(after(stage, stage.longAgo, 300))
    return promised(stage, stage.longAgo, due)
      .keeps(after(stage, stage.longAgo, stage.chance.between(60, 270)))
      .closesWhenOld()
  },
  withdrawn: (stage) => {
    const said = after(stage, stage.longAgo, 300)
    const told = promised(stage, stage.longAgo, quarter(after(stage, stage.longAgo, 900))).says(
      said,
      stage.story.again!,
    )
    return told.withdraws(after(stage, said, 20), stage.story.reason!).closes(after(stage, said, 21))
  },
  answered: (stage) => {
    if (stage.story.answer === undefined) return asked(stage, stage.longAgo).closes(stage.longAgo)
    return asked(stage, stage.longAgo)
      .answers(after(stage, stage.longAgo, stage.chance.between(15, 400)))
      .closesWhenOld()
  },
  compliment: (stage) => {
    const answered = after(stage, stage.longAgo, stage.chance.between(30, 300))
    return asked(stage, stage.longAgo).answers(answered).closes(answered)
  },
  'set-aside-bulk': (stage) => asked(stage, stage.longAgo, 'bulk'),
  'set-aside-auto': (stage) => asked(stage, stage.longAgo, 'auto-reply'),
} satisfies Record<string, (stage: Stage) => Telling>

export type Plot = keyof typeof PLOTS

/** Tells one story: what was said, promised and kept. */
export function tell(stage: Stage): History {
  return PLOTS[stage.story.plot](stage).told()
}

function asked(stage: Stage, at: Instant, setAside: SetAsideReason | null = null): Telling {
  return startTelling(stage, Math.min(at, stage.now), setAside)
}

function promised(stage: Stage, at: Instant, dueAt: Instant, knows: NewPromise['customerKnows'] = 'yes'): Telling {
  const inPerson = stage.story.channel !== 'mail'
  return asked(stage, at).promises(inPerson ? at : after(stage, at, stage.chance.between(12, 90)), dueAt, knows)
}

type Telling = ReturnType<typeof startTelling>

const IN: Readonly<Record<Channel, ContactKind>> = {
  mail: 'mail-in',
  phone: 'call-in',
  counter: 'counter',
  letter: 'letter',
  social: 'social',
}

function startTelling(stage: Stage, openedAt: Instant, setAsideReason: SetAsideReason | null) {
  const { chance, now, calendar, customer, story } = stage
  const caseId = chance.id(openedAt)
  const owner = chance.pick(PRACTICE_STAFF)
  const contacts: Contact[] = []
  const promises: NewPromise[] = []
  const events: NewEvent[] = []
  let closedAt: Instant | null = null

  function note(
    at: Instant,
    staff: StaffView | null,
    kind: NewEvent['kind'],
    data: NewEvent['data'],
    promiseId: string | null = null,
  ): void {
    events.push({ at, staffId: staff?.id ?? null, kind, caseId, promiseId, data })
  }

  function words(text: string, dueAt: Instant | null, at: Instant): string {
    const moment = dueAt === null ? '' : sayMoment(dueAt, calendar.zone, story.language, at)
    return text
      .replaceAll('{moment}', moment)
      .replaceAll('{Moment}', moment.charAt(0).toUpperCase() + moment.slice(1))
      .replaceAll('{customer}', customer.name)
      .replaceAll('{company}', story.company ?? '')
      .replaceAll('{staff}', owner.name)
  }

  function add(kind: ContactKind, at: Instant, text: string, more: Partial<Contact> = {}): Contact {
    const id = chance.id(at)
    const mail = kind === 'mail-in' || kind === 'mail-out'
    const email = customer.addresses[0]?.value ?? null
    const contact: Contact = {
      id,
      caseId,
      customerId: customer.id,
      kind,
      at,
      recordedAt: at,
      staffId: kind === 'mail-in' ? null : owner.id,
      fromAddress: kind === 'mail-in' ? email : kind === 'mail-out' ? PRACTICE_MAILBOX.address : null,
      to: kind === 'mail-in' ? [PRACTICE_MAILBOX.address] : kind === 'mail-out' && email !== null ? [email] : [],
      subject: mail ? (contacts.length === 0 ? story.subject : `Re: ${story.subject}`) : null,
      text,
      quoted: '',
      hasHtml: false,
      unreadable: false,
      automatic: false,
      mood: null,
      outcome: null,
      rawId: null,
      messageId: mail ? `${id}@${kind === 'mail-in' ? 'post.example' : 'deketting.example'}` : null,
      references: mail ? contacts.flatMap((earlier) => earlier.messageId ?? []) : [],
      ...more,
    }
    contacts.push(contact)
    if (contacts.length > 1)
      note(at, kind === 'mail-in' ? null : owner, 'contact-added', { kind, subject: contact.subject })
    return contact
  }

  function change(id: string, next: CustomerPromise): void {
    const index = promises.findIndex((one) => one.promise.id === id)
    promises[index] = { ...promises[index]!, promise: next }
    if (next.brokenAt !== null && !events.some((event) => event.kind === 'promise-broken' && event.promiseId === id)) {
      note(next.brokenAt, null, 'promise-broken', { text: next.text, dueAt: next.dueAt, ownerName: owner.name }, id)
    }
  }

  const channel = story.channel
  note(openedAt, channel === 'mail' ? null : owner, 'case-opened', { subject: story.subject, channel })
  const first = add(IN[channel], openedAt, words(story.question, null, openedAt), {
    mood: story.mood ?? null,
    automatic: setAsideReason === 'auto-reply',
  })
  if (setAsideReason !== null) note(openedAt, null, 'case-set-aside', { reason: setAsideReason })

  const telling = {
    says(at: Instant, text: string) {
      add('mail-in', Math.max(at, contacts.at(-1)!.at + MINUTE), words(text, null, at))
      return telling
    },
    answers(at: Instant) {
      add('mail-out', at, words(story.answer!, null, at))
      return telling
    },
    promises(at: Instant, dueAt: Instant, customerKnows: NewPromise['customerKnows']) {
      const due = Math.max(dueAt, quarter(at + HOUR))
      const contact = channel === 'mail' ? add('mail-out', at, words(story.holding!, due, at)) : first
      const { id: contactId } = contact
      const origin: PromiseOrigin = channel === 'phone' ? 'call' : channel
      const facts = {
        caseId,
        customerId: customer.id,
        ownerId: owner.id,
        text: story.promise!,
        dueAt: due,
        contactId,
        origin,
      }
      const promise = must(makePromise({ id: chance.id(at), ...facts }, at))
      promises.push({ promise, madeBy: owner.id, customerKnows })
      note(at, owner, 'promise-made', { text: promise.text, dueAt: due, ownerName: owner.name }, promise.id)
      if (customerKnows === 'undelivered') {
        note(
          at + 2 * MINUTE,
          null,
          'promise-undelivered',
          { text: promise.text, dueAt: due, to: contact.to[0] ?? '' },
          promise.id,
        )
      }
      return telling
    },
    keeps(at: Instant) {
      const { promise } = promises.at(-1)!
      const called = story.call !== undefined
      if (called) add('call-out', at, words(story.call, null, at), { outcome: 'reached' })
      else telling.answers(at)
      const kept = must(keepPromise(promise, called ? 'called' : 'answered', null, at))
      change(promise.id, kept)
      const { text, dueAt, keptHow, endNote, state } = kept
      note(
        at,
        owner,
        'promise-kept',
        { text, dueAt, how: keptHow, note: endNote, late: state === 'kept-late' },
        kept.id,
      )
      return telling
    },
    renegotiates(at: Instant, dueAt: Instant) {
      const { promise } = promises.at(-1)!
      const contact = add('mail-out', at, words(story.delay!, dueAt, at))
      const { ownerId, text } = promise
      const successor = { id: chance.id(at), ownerId, text, dueAt, origin: 'mail', contactId: contact.id } as const
      const step = must(renegotiatePromise(promise, successor, at))
      change(promise.id, step.ended)
      promises.push({ promise: step.successor, madeBy: ownerId, customerKnows: 'yes' })
      note(at, owner, 'promise-renegotiated', { text, dueAt: promise.dueAt, newDueAt: dueAt, inTime: true }, promise.id)
      note(at, owner, 'promise-made', { text, dueAt, ownerName: owner.name }, successor.id)
      return telling
    },
    withdraws(at: Instant, reason: string) {
      const { promise } = promises.at(-1)!
      change(promise.id, must(withdrawPromise(promise, reason, at)))
      note(at, owner, 'promise-withdrawn', { text: promise.text, dueAt: promise.dueAt, reason }, promise.id)
      return telling
    },
    handsOver(at: Instant, why: string) {
      const { promise } = promises.at(-1)!
      const next = PRACTICE_STAFF.find((member) => member.id !== owner.id)!
      change(promise.id, must(handOverPromise(promise, next.id, at)))
      const data = { text: promise.text, dueAt: promise.dueAt, fromName: owner.name, ownerName: next.name, note: why }
      note(at, owner, 'promise-handed-over', data, promise.id)
      return telling
    },
    closes(at: Instant) {
      closedAt = at
      note(at, owner, 'case-state', { from: 'open', to: 'done' })
      return telling
    },
    /** What was answered lately is still the customer's turn. */
    closesWhenOld() {
      const last = contacts.at(-1)!.at
      return now - last > 6 * DAY ? telling.closes(last + MINUTE) : telling
    },
    told(): History {
      for (const { promise } of [...promises]) change(promise.id, breakWhenDue(promise, now))
      return {
        customer,
        contacts,
        promises,
        events: events.sort((a, b) => a.at - b.at),
        told: {
          id: caseId,
          customerId: customer.id,
          subject: story.subject,
          subjectKey: subjectKey(story.subject),
          kind: story.kind,
          channel,
          ownerId: contacts.some(({ staffId }) => staffId !== null)
            ? (promises.at(-1)?.promise.ownerId ?? owner.id)
            : null,
          mailboxId: channel === 'mail' ? PRACTICE_MAILBOX.id : null,
          openedAt,
          setAsideReason,
          closedAt,
          reopenedAt: null,
          turns: contacts.map(({ kind, at, recordedAt, automatic, outcome, text }) => ({
            kind,
            at,
            recordedAt,
            automatic,
            outcome,
            text,
            undone: false,
          })),
          promises: promises.map(({ promise, customerKnows }) => ({
            state: promise.state,
            madeAt: promise.madeAt,
            dueAt: promise.dueAt,
            endedAt: promise.endedAt,
            untold: customerKnows === 'undelivered' ? 1 : 0,
          })),
        },
      }
    },
  }
  return telling
}

/** The stories only take steps that the rules allow. */
function must<T>(result: Result<T, string>): T {
  if (result.ok) return result.value
  throw new Error(`a practice story takes a step that is refused: ${result.error}`)
}
