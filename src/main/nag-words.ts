import type { NagAlert, RoundAlert } from '../shared/contract/nags.ts'
import { NAG_ACTS } from '../shared/domain/nag-acts.ts'
import type { Language } from '../shared/domain/people.ts'
import type { ZoneName } from '../shared/domain/time.ts'
import type { Words } from './words.ts'

export interface Speech {
  readonly language: Language
  /** The business's own time zone. */
  readonly zone: ZoneName
  readonly t: Words
}

interface Message {
  readonly title: string
  readonly body: string
}

/** More than this at once (after a holiday, say) become one calm message. */
const MOST_AT_ONCE = 2

/** What to show for alerts that came together, and which alerts each message stands for. */
export function planNotifications(alerts: readonly NagAlert[]): readonly (readonly NagAlert[])[] {
  return alerts.length > MOST_AT_ONCE ? [alerts] : alerts.map((alert) => [alert])
}

export function wordAlert(alert: NagAlert, { language, zone, t }: Speech): Message {
  const time = sayTime(alert.dueAt, language, zone, true)
  const blanks = { customer: alert.customerName, owner: alert.ownerName, time }
  const what = alert.promiseText.trim()
  const lines = [what, t('desktop:nag.body', blanks), handoverOf(alert, t)].filter((line) => line !== '')
  return { title: titleOf(alert, t, blanks), body: lines.join('\n') }
}

function sayTime(at: number, language: Language, zone: ZoneName, weekday: boolean): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.DateTimeFormat(locale, weekday ? { weekday: 'long', ...options } : options).format(at)
}

/** Who had it before, and why. */
function handoverOf({ handover }: NagAlert, t: Words): string {
  if (handover === null) return ''
  const { fromName: name, note } = handover
  return note.trim() === '' ? t('desktop:nag.handedOver', { name }) : t('desktop:nag.handedOverNote', { name, note })
}

/** The buttons that end a nag, where the system shows any, in the order of NAG_ACTS. */
export function wordActs({ t }: Speech): readonly string[] {
  return NAG_ACTS.map((act) => t(`desktop:nag.${act}`))
}

/** Promises that a round names; the others are counted. */
const MOST_LINES = 6

/** Who hears from us today, when, and from whom. */
export function wordRound({ kind, promises }: RoundAlert, now: number, { language, zone, t }: Speech): Message {
  const lines = promises
    .slice(0, MOST_LINES)
    .map(({ customerName: customer, ownerName: owner, dueAt }) =>
      dueAt <= now
        ? t('desktop:round.lateLine', { customer, owner })
        : t('desktop:round.line', { time: sayTime(dueAt, language, zone, kind === 'evening'), customer, owner }),
    )
  const more = promises.length - lines.length
  const count = { count: promises.length }
  return {
    title: kind === 'morning' ? t('desktop:round.morning', count) : t('desktop:round.evening', count),
    body: [...lines, ...(more > 0 ? [t('desktop:round.more', { count: more })] : [])].join('\n'),
  }
}

function titleOf({ tone }: NagAlert, t: Words, blanks: Record<string, string>): string {
  if (tone === 'before') return t('desktop:nag.before', blanks)
  return tone === 'due' ? t('desktop:nag.due', blanks) : t('desktop:nag.late', blanks)
}

export function wordSummary(alerts: readonly NagAlert[], { t }: Speech): Message {
  const names = [...new Set(alerts.map(({ customerName }) => customerName))]
  const shown = names.slice(0, 3).join(', ')
  const more = names.length - 3
  return {
    title: t('desktop:nag.several', { count: alerts.length }),
    body: more > 0 ? t('desktop:nag.namesAndMore', { names: shown, count: more }) : shown,
  }
}
