import { Anchor, Button, CloseButton, Group, TagsInput, Text, TextInput, Textarea, Title } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { unfilledFields } from '../../shared/domain/templates.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Key } from '../components/Key.tsx'
import { MomentField } from '../components/MomentField.tsx'
import { useKeys } from '../components/use-keys.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'
import { useNow } from '../words/use-time.ts'
import { PromisePart } from './PromisePart.tsx'
import { TemplatePicker } from './TemplatePicker.tsx'
import { troubleIn } from './check.ts'
import type { Trouble } from './check.ts'
import { fatesOf } from './draft.ts'
import { useDrafts } from './drafts.ts'
import { selectField } from './select-field.ts'
import { useDraft } from './use-draft.ts'
import type { Writing } from './use-draft.ts'
import { useSend } from './use-send.ts'
import classes from './Composer.module.css'

const UNDO_DISCARD = 10_000

interface Props {
  readonly shown: CaseView
  /** Puts the composer away; the draft stays. */
  onClose(): void
}

/** A reply: template, text, the moment that we promise, and one button. */
export function Composer({ shown, onClose }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const now = useNow()
  const writing = useDraft(shown)
  const { draft, ownerId } = writing
  const fates = fatesOf(shown.promises, draft)
  const { send, sending, failure } = useSend(shown, writing, fates)
  const [tried, setTried] = useState(false)
  // Once somebody tried to send, what is missing stays marked until it is there.
  const trouble = tried ? troubleIn(draft, fates, ownerId, now) : null
  const discard = useDiscard(shown)

  const submit = (): void => {
    const found = troubleIn(draft, fates, ownerId, Date.now())
    setTried(true)
    if (found === null) void send()
    else showTrouble(form.current, found)
  }
  useKeys(form, (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  })
  const errorAt = (field: Trouble['field']): string | undefined =>
    trouble?.field === field
      ? t(`composer:trouble.${trouble.why}`, 'name' in trouble ? { name: trouble.name } : {})
      : undefined

  return (
    <form
      ref={form}
      className={classes['composer']}
      aria-label={t('composer:title', { customer: shown.customer.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={classes['head']}>
        <Title order={2}>{t('composer:title', { customer: shown.customer.name })}</Title>
        <CloseButton size="lg" aria-label={t('composer:putAway')} title={t('composer:putAway')} onClick={onClose} />
      </div>
      <div className={classes['scroll']}>
        <Addresses writing={writing} toError={errorAt('to')} subjectError={errorAt('subject')} />
        <MomentField
          label={t('composer:promise.moment')}
          value={draft.dueAt}
          ownerId={ownerId}
          error={errorAt('moment')}
          onChange={writing.promiseFor}
        />
        <Letter writing={writing} error={errorAt('text')} />
        <PromisePart shown={shown} writing={writing} fates={fates} />
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
      <div className={classes['foot']}>
        <Button variant="subtle" onClick={discard}>
          {t('composer:discard')}
        </Button>
        <Button
          type="submit"
          ml="auto"
          loading={sending}
          leftSection={<IconSend aria-hidden size={19} />}
          rightSection={<Key name="send" />}
          aria-keyshortcuts="Control+Enter"
        >
          {t('composer:send')}
        </Button>
      </div>
    </form>
  )
}

/** Thrown away, with a moment to think better of it. */
function useDiscard(shown: CaseView): () => void {
  const { t } = useTranslation()
  return () => {
    const { drafts, drop, restore } = useDrafts.getState()
    const draft = drafts[shown.id]
    drop(shown.id)
    if (draft === undefined || draft.text.trim() === '') return
    offerUndo(draft.contactId, t('composer:discarded'), t('common:undo'), UNDO_DISCARD, () => restore(shown.id, draft))
  }
}

/** To whom and about what: one line, until somebody wants to change it. */
function Addresses(props: {
  readonly writing: Writing
  readonly toError: string | undefined
  readonly subjectError: string | undefined
}) {
  const { t } = useTranslation()
  const { draft, change } = props.writing
  const [changing, setChanging] = useState(draft.to.length === 0)
  const wrong = props.toError !== undefined || props.subjectError !== undefined
  if (!changing && !wrong) {
    return (
      <p className={classes['addresses']}>
        <span>
          {t('composer:toLine', { to: [...draft.to, ...draft.cc].join(', ') })} · {draft.subject}
        </span>
        <Anchor component="button" type="button" onClick={() => setChanging(true)}>
          {t('composer:change')}
        </Anchor>
      </p>
    )
  }
  return (
    <div className={classes['fields']}>
      <TagsInput
        size="md"
        name="to"
        label={t('composer:to')}
        value={[...draft.to]}
        error={props.toError}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        onChange={(to) => change({ to })}
      />
      <TagsInput
        size="md"
        label={t('composer:cc')}
        value={[...draft.cc]}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        onChange={(cc) => change({ cc })}
      />
      <TextInput
        name="subject"
        label={t('composer:subject')}
        value={draft.subject}
        error={props.subjectError}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
    </div>
  )
}

function Letter({ writing, error }: { readonly writing: Writing; readonly error: string | undefined }) {
  const { t } = useTranslation()
  const { draft, change } = writing
  const [picking, setPicking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const open = unfilledFields(draft.text).filter((name) => name !== 'moment')
  useEffect(() => field.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== '/' || !isEmptyLine(event.currentTarget)) return
    event.preventDefault()
    setPicking(true)
  }
  return (
    <div>
      <Group gap="xs" mb={8}>
        <TemplatePicker
          opened={picking}
          onOpened={setPicking}
          onChoose={(template) => {
            writing.fillFrom(template)
            field.current?.focus()
          }}
        />
        {open.map((name) => (
          <Button
            key={name}
            size="compact-md"
            variant="default"
            className={classes['blank'] ?? ''}
            onClick={() => field.current !== null && selectField(field.current, name)}
          >
            {t('composer:fillIn', { name })}
          </Button>
        ))}
      </Group>
      <Textarea
        ref={field}
        name="text"
        aria-label={t('composer:text')}
        placeholder={t('composer:textHint')}
        autosize
        minRows={8}
        maxRows={20}
        value={draft.text}
        error={error}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Signature />
    </div>
  )
}

/** What stands below every mail, so that nobody types it a second time. */
function Signature() {
  const { t } = useTranslation()
  const business = useAsk('business.get', {}).data
  const lines = [useActor()?.signature ?? '', business?.signature ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (lines.length === 0) return null
  return (
    <Text className={classes['signature'] ?? ''} aria-label={t('composer:signature')} size="sm" c="dimmed">
      {lines.join('\n')}
    </Text>
  )
}

function isEmptyLine({ value, selectionStart }: HTMLTextAreaElement): boolean {
  const before = value[selectionStart - 1]
  const after = value[selectionStart]
  return (before === undefined || before === '\n') && (after === undefined || after === '\n')
}

/** Puts the focus where something is missing, on the very words where that can be. */
function showTrouble(form: HTMLFormElement | null, trouble: Trouble): void {
  // The field may only just be coming on screen.
  requestAnimationFrame(() => {
    const element = form?.querySelector<HTMLElement>(`[name="${trouble.field}"]`)
    if (trouble.why === 'unfilled' && element instanceof HTMLTextAreaElement) selectField(element, trouble.name)
    else element?.focus()
  })
}
