import type { TFunction } from 'i18next'
import type { EventView } from '../../shared/contract/business.ts'
import { assertNever } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'

type Say = TFunction<'history'>
type Moment = (at: Instant) => string

/** One line of the history as a full sentence: who did what. `moment` words an instant. What is missing is left out. */
export function sentence(event: EventView, t: Say, moment: Moment): string {
  const { data, kind } = event
  const who = event.staffName ?? t('program')
  const what = promised(event, t)
  const at = typeof data['dueAt'] === 'number' ? moment(data['dueAt']) : ''
  const newAt = typeof data['newDueAt'] === 'number' ? moment(data['newDueAt']) : ''
  const owner = word(data['ownerName'])
  const alone = event.staffName === null
  switch (kind) {
    case 'case-opened':
      return t(`case-opened.${oneOf(data['channel'], ['mail', 'phone', 'counter', 'letter', 'social'], 'mail')}`, {
        who,
      })
    case 'case-state': {
      const to = oneOf(data['to'], ['open', 'done'], 'open')
      return t(`case-state.${to}.${alone ? 'alone' : 'by'}`, { who })
    }
    case 'case-owner':
      if (owner === '') return t('case-owner.nobody', { who })
      return t(`case-owner.${owner === who ? 'self' : 'somebody'}`, { who, owner })
    case 'case-kind':
      return t('case-kind', { who, from: kindWord(data['from'], t), to: kindWord(data['to'], t) })
    case 'case-set-aside':
      return alone
        ? t('case-set-aside.alone', { reason: reasonWord(data['reason'], t) })
        : t('case-set-aside.by', { who })
    case 'case-made-question':
      return t(`case-made-question.${alone ? 'alone' : 'by'}`, { who })
    case 'contact-added':
      return contactAdded(event, t, who)
    case 'promise-made':
      return t(`promise-made.${owner === who ? 'self' : 'other'}`, { who, what, at, owner })
    case 'promise-broken':
      return t('promise-broken', { what, at })
    case 'promise-kept': {
      const how = t(`how.${oneOf(data['how'], ['answered', 'called', 'by-hand'], 'by-hand')}`)
      return withNote(
        t(`promise-kept.${data['late'] === true ? 'late' : 'inTime'}`, { who, what, how }),
        data['note'],
        t,
      )
    }
    case 'promise-renegotiated':
      return t(`promise-renegotiated.${data['inTime'] === false ? 'late' : 'inTime'}`, { who, what, at, newAt })
    case 'promise-withdrawn':
      return withNote(t('promise-withdrawn', { who, what }), data['reason'], t)
    case 'promise-corrected':
      return t('promise-corrected', { who, what, at, newAt })
    case 'promise-handed-over':
      return withNote(t('promise-handed-over', { who, what, from: word(data['fromName']), owner }), data['note'], t)
    case 'promise-undelivered':
      return t('promise-undelivered')
    case 'promise-resumed':
      return t('promise-resumed', { what })
    case 'mail-sent':
      return mailSent(event, t, who)
    case 'mail-failed':
      return t(data['bounced'] === true ? 'mail-failed.bounced' : 'mail-failed.refused')
    case 'mail-uncertain':
      return t('mail-uncertain')
    case 'mail-withdrawn':
      return t('mail-withdrawn', { who })
    case 'nag-shown':
      return t(`nag-shown.${oneOf(data['tone'], ['before', 'due', 'late'], 'due')}`, { what, at })
    case 'nag-snoozed':
      return t('nag-snoozed', { who, until: typeof data['until'] === 'number' ? moment(data['until']) : '' })
    case 'customer-changed':
      return t('customer-changed', { who, from: word(data['from']), to: word(data['to']) })
    default:
      return assertNever(kind)
  }
}

function contactAdded({ data, staffName }: EventView, t: Say, who: string): string {
  const kind = oneOf(
    data['kind'],
    ['mail-in', 'mail-out', 'call-in', 'call-out', 'counter', 'letter', 'social', 'note'],
    'note',
  )
  const outcome = oneOf(data['outcome'], ['reached', 'voicemail', 'no-answer'], 'reached')
  const mood = data['mood'] === 'annoyed' || data['mood'] === 'angry' ? data['mood'] : null
  const said =
    kind === 'call-out'
      ? t(`contact-added.call-out.${outcome}`, { who })
      : kind === 'mail-out' && staffName === null
        ? t('contact-added.automatic')
        : t(`contact-added.${kind}`, { who })
  return mood === null ? said : `${said} ${t(`mood.${mood}`)}`
}

function mailSent({ data, staffName }: EventView, t: Say, who: string): string {
  const refused = typeof data['refused'] === 'number' ? data['refused'] : 0
  const sent = staffName === null ? t('mail-sent.alone') : t('mail-sent.by', { who })
  return refused === 0 ? sent : `${sent} ${t('mail-sent.refused', { count: refused })}`
}

function promised({ data }: EventView, t: Say): string {
  const text = word(data['text'])
  return text === '' ? t('something') : t('quoted', { text })
}

function withNote(said: string, note: EventView['data'][string] | undefined, t: Say): string {
  return word(note) === '' ? said : `${said} ${t('note', { note: word(note) })}`
}

function kindWord(kind: EventView['data'][string] | undefined, t: Say): string {
  const known = oneOf(kind, ['question', 'complaint', 'request', 'order', 'compliment'], 'question')
  return t(`common:kind.${known}`)
}

function reasonWord(reason: EventView['data'][string] | undefined, t: Say): string {
  const reasons = [
    'auto-reply',
    'bounce',
    'bulk',
    'list',
    'calendar-reply',
    'read-receipt',
    'spam',
    'own-mail',
    'by-hand',
    'sender-rule',
  ] as const
  return t(`reason.${oneOf(reason, reasons, 'by-hand')}`)
}

const word = (value: EventView['data'][string] | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** What the history holds was written by an older or newer version perhaps: an unknown word falls back. */
function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((one) => one === value) ?? fallback
}
