import { IconAlertTriangle, IconCheck, IconClock, IconMoodAngry, IconMoodAnnoyed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContactView } from '../../shared/contract/cases.ts'
import classes from './Conversation.module.css'

/** What became of a mail we sent, how a call ended, how the customer felt: only what somebody should know. */
export function Fate({ contact }: { readonly contact: ContactView }) {
  const { t } = useTranslation()
  const { outbox, outcome, mood } = contact
  return (
    <>
      {outbox !== null && <OutboxFate outbox={outbox} />}
      {outcome !== null && (
        <p className={classes['fate']}>
          <IconCheck aria-hidden size={17} />
          {t(`case:outcome.${outcome}`)}
        </p>
      )}
      {(mood === 'annoyed' || mood === 'angry') && (
        <p className={classes['fate']} data-bad>
          {mood === 'angry' ? <IconMoodAngry aria-hidden size={18} /> : <IconMoodAnnoyed aria-hidden size={18} />}
          {t(`case:mood.${mood}`)}
        </p>
      )}
    </>
  )
}

function OutboxFate({ outbox }: { readonly outbox: NonNullable<ContactView['outbox']> }) {
  const { t } = useTranslation()
  const bad = outbox.state === 'failed' || outbox.state === 'uncertain'
  if (outbox.state === 'sent') return null
  return (
    <p className={classes['fate']} data-bad={bad || undefined} role="status">
      {bad ? <IconAlertTriangle aria-hidden size={17} /> : <IconClock aria-hidden size={17} />}
      {t(`case:outbox.${outbox.state}`)}
      {outbox.failure !== null && ` ${t(`failure:${outbox.failure.code}.what`, outbox.failure.detail ?? {})}`}
    </p>
  )
}
