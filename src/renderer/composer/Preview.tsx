import { Modal } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { sizeWords } from '../case/size.ts'
import { useAsk } from '../engine/hooks.ts'
import type { Draft } from './draft.ts'
import { useSignature } from './use-signature.ts'
import classes from './Preview.module.css'

interface Props {
  readonly shown: CaseView
  readonly draft: Draft
  onClose(): void
}

/** The mail as it will lie in the customer's mailbox. */
export function Preview({ shown, draft, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const business = useAsk('business.get', {}).data?.name ?? ''
  const mailbox = useAsk('mailbox.list', {}).data?.find(({ id }) => id === shown.reply.mailboxId)
  const signature = useSignature()
  const name = mailbox === undefined || mailbox.fromName === '' ? business : mailbox.fromName
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('composer:preview.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <dl className={classes['head']}>
        <Line label={t('composer:preview.from')}>
          {name}
          {mailbox === undefined ? '' : ` <${mailbox.address}>`}
        </Line>
        <Line label={t('composer:to')}>{draft.to.join(', ')}</Line>
        {draft.cc.length > 0 && <Line label={t('composer:cc')}>{draft.cc.join(', ')}</Line>}
        <Line label={t('composer:subject')}>{draft.subject}</Line>
      </dl>
      <section className={classes['paper']} aria-label={t('composer:preview.text')}>
        {paragraphs(draft.text)}
        {paragraphs(signature)}
      </section>
      {draft.files.length > 0 && (
        <ul className={classes['files']} aria-label={t('composer:attach.label')}>
          {draft.files.map(({ id, name, size }) => (
            <li key={id}>
              <IconPaperclip aria-hidden size={17} /> {name} ({sizeWords(size, i18n.language)})
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** As the mail itself is made: a blank line parts paragraphs, and fields that are still open stand out. */
function paragraphs(text: string) {
  let at = 0
  return text
    .trim()
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      at += paragraph.length + 2
      return <p key={at}>{marked(paragraph)}</p>
    })
}

function marked(text: string) {
  let at = 0
  return text.split(/(\{\{[^{}\n]*\}\})/).map((part) => {
    at += part.length
    return part.startsWith('{{') ? <mark key={at}>{part.slice(2, -2)}</mark> : part
  })
}
