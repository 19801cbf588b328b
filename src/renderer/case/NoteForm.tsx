import { Button, Group, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { tellError } from '../components/tell.ts'
import { useKeys } from '../components/use-keys.ts'
import { useCommand } from '../engine/hooks.ts'
import classes from './Conversation.module.css'

/** A note among ourselves; the customer never sees it. Ctrl+Enter keeps it. */
export function NoteForm({ caseId, onClose }: { readonly caseId: string; onClose(): void }) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const [contactId] = useState(() => newId())
  const log = useCommand('contact.log')
  const save = (): void => {
    if (text.trim() === '') return onClose()
    const note = { kind: 'note', customer: null, mood: null, outcome: null, caseKind: null, promise: null } as const
    const input = { ...note, contactId, caseId, text: text.trim(), keeps: [], renegotiates: null }
    log.mutate(input, { onSuccess: onClose, onError: tellError })
  }
  useKeys(form, (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    if (event.key !== 'Escape') return
    // Escape leaves the note, not the case.
    event.stopPropagation()
    onClose()
  })
  return (
    <form
      ref={form}
      className={classes['note']}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Textarea
        label={t('case:noteLabel')}
        description={t('case:noteSay')}
        autoFocus
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="xs" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={log.isPending}>
          {t('common:save')}
        </Button>
      </Group>
    </form>
  )
}
