import type { TFunction } from 'i18next'
import type { EngineStatus, MailboxStatus } from '../../shared/contract/status.ts'
import type { TimeWords } from '../words/time-words.ts'

/** The mailbox that most needs telling speaks for all. */
const LOUDEST: readonly MailboxStatus['phase'][] = ['stopped', 'asleep', 'connecting', 'syncing', 'up-to-date', 'off']

export function statusLine(status: EngineStatus, t: TFunction, time: Pick<TimeWords, 'clock'>): string {
  const [mailbox] = status.mailboxes.toSorted((a, b) => LOUDEST.indexOf(a.phase) - LOUDEST.indexOf(b.phase))
  if (status.practice) return t('shell:status.practice')
  if (mailbox === undefined) return t('shell:status.noMailbox')
  switch (mailbox.phase) {
    case 'stopped':
      return t('shell:status.stopped', { name: mailbox.name })
    case 'asleep':
      return mailbox.nextTryAt === null
        ? t('shell:status.offline')
        : t('shell:status.offlineUntil', { time: time.clock(mailbox.nextTryAt) })
    case 'connecting':
      return t('shell:status.connecting')
    case 'syncing':
      return mailbox.remaining === null
        ? t('shell:status.syncing')
        : t('shell:status.syncingRest', { count: mailbox.remaining })
    case 'up-to-date':
      return mailbox.upToDateAt === null
        ? t('shell:status.upToDate')
        : t('shell:status.upToDateAt', { time: time.clock(mailbox.upToDateAt) })
    case 'off':
      return t('shell:status.off')
  }
}
