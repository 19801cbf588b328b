import type { NagAlert } from '../shared/contract/nags.ts'
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
  const time = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(alert.dueAt)
  const blanks = { customer: alert.customerName, owner: alert.ownerName, time }
  const what = alert.promiseText.trim()
  const body = t('desktop:nag.body', blanks)
  return { title: titleOf(alert, t, blanks), body: what === '' ? body : `${what}\n${body}` }
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
