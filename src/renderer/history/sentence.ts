import type { TFunction } from 'i18next'
import type { EventView } from '../../shared/contract/business.ts'
import { assertNever } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'

type Say = TFunction
type Moment = (at: Instant) => string

/** One line of the history as a full sentence: who did what. `moment` words an instant. What is missing is left out. */
export function sentence(event: EventView, t: Say, moment: Moment): string {
  const { data, kind } = event
  const who = event.staffName ?? t('history:program')
  const what = promised(event, t)
  const at = typeof data['dueAt'] === 'number' ? moment(data['dueAt']) : ''
  const newAt = typeof data['newDueAt'] === 'number' ? moment(data['newDueAt']) : ''
  const owner = word(data['ownerName'])
  const alone = event.staffName === null
  if (data['erased'] === true) return t('history:erased')
  switch (kind) {
    case 'case-opened':
      return t(
        `history:case-opened.${oneOf(data['channel'], ['mail', 'phone', 'counter', 'letter', 'social'], 'mail')}`,
        {
          who,
        },
      )
    case 'case-state': {
      const to = oneOf(data['to'], ['open', 'done'], 'open')
      return t(`history:case-state.${to}.${alone ? 'alone' : 'by'}`, { who })
    }
    case 'case-owner':
      if (owner === '') return t('history:case-owner.nobody', { who })
      return t(`history:case-owner.${owner === who ? 'self' : 'somebody'}`, { who, owner })
    case 'case-kind':
      return t('history:case-kind', { who, from: kindWord(data['from'], t), to: kindWord(data['to'], t) })
    case 'case-set-aside':
      return alone
        ? t('history:case-set-aside.alone', { reason: reasonWord(data['reason'], t) })
        : t('history:case-set-aside.by', { who })
    case 'case-made-question':
      return t(`history:case-made-question.${alone ? 'alone' : 'by'}`, { who })
    case 'case-merged':
    case 'case-split':
      return t(`history:${kind}`, {
        who,
        from: Number(data['from']),
        into: Number(data['into']),
        subject: word(data['subject']),
      })
    case 'customer-merged':
      return t('history:customer-merged', { who, from: word(data['from']), to: word(data['to']) })
    case 'change-undone': {
      const undone = oneOf(data['what'], ['decisions', 'case-merge', 'case-split', 'customer-merge'], 'decisions')
      return t(`history:change-undone.${undone}`, { who })
    }
    case 'contact-added':
      return contactAdded(event, t, who)
    case 'promise-made':
      return t(`history:promise-made.${owner === who ? 'self' : 'other'}`, { who, what, at, owner })
    case 'promise-broken':
      return t('history:promise-broken', { what, at })
    case 'promise-kept': {
      const how = t(`history:how.${oneOf(data['how'], ['answered', 'called', 'by-hand'], 'by-hand')}`)
      return withNote(
        t(`history:promise-kept.${data['late'] === true ? 'late' : 'inTime'}`, { who, what, how }),
        data['note'],
        t,
      )
    }
    case 'promise-renegotiated':
      return withNote(
        t(`history:promise-renegotiated.${data['inTime'] === false ? 'late' : 'inTime'}`, { who, what, at, newAt }),
        data['note'],
        t,
      )
    case 'promise-withdrawn':
      return withNote(t('history:promise-withdrawn', { who, what }), data['reason'], t)
    case 'promise-corrected':
      return t('history:promise-corrected', { who, what, at, newAt })
    case 'promise-handed-over':
      return withNote(
        t('history:promise-handed-over', { who, what, from: word(data['fromName']), owner }),
        data['note'],
        t,
      )
    case 'promise-undelivered':
      return t('history:promise-undelivered')
    case 'promise-resumed':
      return t('history:promise-resumed', { what })
    case 'absence-set':
      return t('history:absence-set', { who, owner, from: word(data['from']), until: word(data['until']) })
    case 'absence-ended':
      return t('history:absence-ended', { who, owner })
    case 'mail-sent':
      return mailSent(event, t, who)
    case 'mail-failed':
      return t(data['bounced'] === true ? 'history:mail-failed.bounced' : 'history:mail-failed.refused')
    case 'mail-uncertain':
      return t('history:mail-uncertain')
    case 'mail-withdrawn':
      return t('history:mail-withdrawn', { who })
    case 'nag-shown':
      return t(`history:nag-shown.${oneOf(data['tone'], ['before', 'due', 'late'], 'due')}`, { what, at })
    case 'nag-snoozed':
      return t('history:nag-snoozed', { who, until: typeof data['until'] === 'number' ? moment(data['until']) : '' })
    case 'customer-changed':
      return t('history:customer-changed', { who, from: word(data['from']), to: word(data['to']) })
    case 'improvement-noted':
      return t('history:improvement-noted', { who, text: word(data['text']) })
    case 'data-erased':
      return t('history:data-erased', { who })
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
      ? t(`history:contact-added.call-out.${outcome}`, { who })
      : kind === 'mail-out' && staffName === null
        ? t('history:contact-added.automatic')
        : t(`history:contact-added.${kind}`, { who })
  return mood === null ? said : `${said} ${t(`history:mood.${mood}`)}`
}

function mailSent({ data, staffName }: EventView, t: Say, who: string): string {
  const refused = typeof data['refused'] === 'number' ? data['refused'] : 0
  const sent = staffName === null ? t('history:mail-sent.alone') : t('history:mail-sent.by', { who })
  return refused === 0 ? sent : `${sent} ${t('history:mail-sent.refused', { count: refused })}`
}

function promised({ data }: EventView, t: Say): string {
  const text = word(data['text'])
  return text === '' ? t('history:something') : t('history:quoted', { text })
}

function withNote(said: string, note: EventView['data'][string] | undefined, t: Say): string {
  return word(note) === '' ? said : `${said} ${t('history:note', { note: word(note) })}`
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
    'merged',
  ] as const
  return t(`history:reason.${oneOf(reason, reasons, 'by-hand')}`)
}

const word = (value: EventView['data'][string] | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** What the history holds was written by an older or newer version perhaps: an unknown word falls back. */
function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((one) => one === value) ?? fallback
}
