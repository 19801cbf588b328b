import { Box, Button } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { useNow, useTime, useZone } from '../words/use-time.ts'
import { daysBetween } from '../words/time-words.ts'
import { Contact } from './Contact.tsx'
import { NoteForm } from './NoteForm.tsx'
import classes from './Conversation.module.css'

/** How many contacts are shown at once; the older ones come when asked for. */
const SHOWN = 40

interface Props {
  readonly shown: CaseView
  readonly noting: boolean
  onNoted(): void
}

/** Everything that was said, in one line of time, the newest at the bottom. */
export function Conversation({ shown, noting, onNoted }: Props) {
  const { t } = useTranslation()
  const [older, setOlder] = useState(false)
  const scroller = useStayAtBottom(shown.contacts.at(-1)?.id, noting)
  const contacts = older ? shown.contacts : shown.contacts.slice(-SHOWN)
  const hidden = shown.contacts.length - contacts.length
  return (
    <Box
      ref={scroller}
      className={classes['scroller'] ?? ''}
      tabIndex={0}
      role="region"
      aria-label={t('case:conversation')}
    >
      {hidden > 0 && (
        <Button variant="default" className={classes['older'] ?? ''} onClick={() => setOlder(true)}>
          {t('case:older', { count: hidden })}
        </Button>
      )}
      <ol className={classes['line']}>
        {contacts.map((contact, i) => (
          <li key={contact.id}>
            <DayHeading at={contact.at} after={contacts[i - 1]?.at} />
            <Contact contact={contact} customerName={shown.customer.name} splits={shown.contacts.length > 1} />
          </li>
        ))}
      </ol>
      {noting && <NoteForm caseId={shown.id} onClose={onNoted} />}
    </Box>
  )
}

function DayHeading({ at, after }: { readonly at: number; readonly after: number | undefined }) {
  const now = useNow()
  const time = useTime()
  const zone = useZone()
  if (after !== undefined && daysBetween(after, at, zone) === 0) return null
  return <h2 className={classes['day']}>{time.day(at, now)}</h2>
}

/** Opens at the newest, and goes there again when something is added. */
function useStayAtBottom(newest: string | undefined, noting: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (newest !== undefined) toBottom(scroller.current)
  }, [newest])
  useEffect(() => {
    if (noting) toBottom(scroller.current)
  }, [noting])
  return scroller
}

function toBottom(scroller: HTMLElement | null): void {
  // Whatever scrolls: the conversation itself, or on a narrow screen all that is around it.
  scroller?.lastElementChild?.scrollIntoView({ block: 'end' })
}
