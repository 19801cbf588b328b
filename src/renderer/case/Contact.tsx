import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowsSplit2,
  IconBuildingStore,
  IconDots,
  IconDownload,
  IconLock,
  IconMail,
  IconMailForward,
  IconMailOpened,
  IconMessage,
  IconPaperclip,
  IconPhoneIncoming,
  IconPhoneOutgoing,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { AttachmentView, ContactView } from '../../shared/contract/cases.ts'
import type { ContactKind } from '../../shared/domain/contact.ts'
import { Notice } from '../components/Notice.tsx'
import { tellError, tellFailure } from '../components/tell.ts'
import { offerUndoOf } from '../components/undo-change.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useCommand } from '../engine/hooks.ts'
import { usePerson } from '../engine/people.ts'
import { useViewState } from '../view-state.ts'
import { useTime } from '../words/use-time.ts'
import { Fate } from './Fate.tsx'
import { LinkedText } from './LinkedText.tsx'
import { sizeWords } from './size.ts'
import classes from './Conversation.module.css'

const MailHtml = lazy(async () => ({ default: (await import('./MailHtml.tsx')).MailHtml }))

const ICONS: Readonly<Record<ContactKind, Icon>> = {
  'mail-in': IconMail,
  'mail-out': IconMailForward,
  'call-in': IconPhoneIncoming,
  'call-out': IconPhoneOutgoing,
  counter: IconBuildingStore,
  letter: IconMailOpened,
  social: IconMessage,
  note: IconLock,
}

/** Whose words these are: the customer's, ours to the customer, or among ourselves. */
const side = (kind: ContactKind): 'theirs' | 'ours' | 'inside' =>
  kind === 'note' ? 'inside' : kind === 'mail-out' || kind === 'call-out' ? 'ours' : 'theirs'

/** One moment of contact. */
export function Contact(props: {
  readonly contact: ContactView
  readonly customerName: string
  /** It isn't the only one of its case. */
  readonly splits: boolean
}) {
  const { contact } = props
  const { t } = useTranslation()
  return (
    <article
      className={classes['contact']}
      data-side={side(contact.kind)}
      aria-label={t(`case:contact.${contact.kind}`)}
    >
      <ContactHead {...props} />
      {contact.outbox?.state === 'withdrawn' ? (
        <details className={classes['quoted']}>
          <summary>{t('case:outbox.withdrawn')}</summary>
          <LinkedText className={classes['text']} text={contact.text} />
        </details>
      ) : (
        <Said contact={contact} />
      )}
    </article>
  )
}

/** What was said, with what hangs on it. */
function Said({ contact }: { readonly contact: ContactView }) {
  const { t } = useTranslation()
  const [formatted, setFormatted] = useState(false)
  return (
    <>
      {contact.unreadable && <Notice>{t('case:unreadable')}</Notice>}
      {formatted ? (
        <Suspense fallback={null}>
          <MailHtml contactId={contact.id} />
        </Suspense>
      ) : (
        <>
          <LinkedText className={classes['text']} text={contact.text} />
          {contact.quoted.trim() !== '' && (
            <details className={classes['quoted']}>
              <summary>{t('case:quoted')}</summary>
              <LinkedText className={classes['text']} text={contact.quoted} />
            </details>
          )}
        </>
      )}
      <Fate contact={contact} />
      <div className={classes['under']}>
        {contact.attachments.map((attachment) => (
          <Attachment key={attachment.id} attachment={attachment} />
        ))}
        {contact.hasHtml && (
          <Button size="compact-sm" variant="subtle" aria-pressed={formatted} onClick={() => setFormatted(!formatted)}>
            {t(formatted ? 'case:asText' : 'case:asHtml')}
          </Button>
        )}
        {contact.unreadable && <SaveRaw contactId={contact.id} />}
      </div>
    </>
  )
}

function ContactHead(props: {
  readonly contact: ContactView
  readonly customerName: string
  readonly splits: boolean
}) {
  const { contact, customerName, splits } = props
  const { t } = useTranslation()
  const time = useTime()
  const person = usePerson(contact.staffId)
  const ContactIcon = ICONS[contact.kind]
  const theirs = side(contact.kind) === 'theirs'
  const us = contact.automatic ? t('case:byItself') : (person?.name ?? t('case:us'))
  return (
    <header className={classes['head']}>
      <ContactIcon aria-hidden size={18} />
      <span className={classes['from']}>
        <span className={classes['who']}>{theirs ? customerName : us}</span>{' '}
        {t(`case:line.${contact.kind}`, { customer: customerName })}
        {theirs &&
          contact.kind !== 'mail-in' &&
          person !== undefined &&
          `, ${t('case:notedBy', { name: person.name })}`}
      </span>
      <time className={classes['at']} dateTime={new Date(contact.at).toISOString()}>
        {time.clock(contact.at)}
      </time>
      {splits && <ContactMenu contactId={contact.id} />}
    </header>
  )
}

function Attachment({ attachment }: { readonly attachment: AttachmentView }) {
  const { t, i18n } = useTranslation()
  const save = async (): Promise<void> => {
    const saved = await callDesktop('desktop.save-attachment', { attachmentId: attachment.id })
    if (!saved.ok) tellFailure(saved.error)
  }
  const size = sizeWords(attachment.size, i18n.language)
  return (
    <Button
      size="compact-md"
      variant="default"
      fw={500}
      maw="100%"
      leftSection={<IconPaperclip aria-hidden size={17} />}
      rightSection={<IconDownload aria-hidden size={16} />}
      aria-label={t('case:saveAttachment', { name: attachment.name, size })}
      onClick={() => void save()}
    >
      {attachment.name} · {size}
    </Button>
  )
}

/** The mail as it came over the wire, for who can make something of it. */
function SaveRaw({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const save = async (): Promise<void> => {
    const saved = await callDesktop('desktop.save-raw-mail', { contactId })
    if (!saved.ok) tellFailure(saved.error)
  }
  return (
    <Button size="compact-md" variant="default" onClick={() => void save()}>
      {t('case:saveRaw')}
    </Button>
  )
}

/** What is seldom done with one message. */
function ContactMenu({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const split = useCommand('case.split')
  const go = useViewState((state) => state.go)
  const place = useViewState((state) => state.place)
  const run = (): void => {
    const undoId = newId()
    split.mutate(
      { undoId, contactId, newCaseId: newId() },
      {
        onError: tellError,
        onSuccess: ({ caseId }) => {
          go({ screen: 'case', caseId })
          offerUndoOf(undoId, t('case:split.done'), () => go(place))
        },
      },
    )
  }
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t('case:moreOfContact')}>
          <IconDots aria-hidden size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowsSplit2 aria-hidden size={18} />} onClick={run}>
          {t('case:split.do')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
