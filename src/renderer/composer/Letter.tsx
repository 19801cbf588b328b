import { Button, Group, Text, Textarea } from '@mantine/core'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { unfilledFields } from '../../shared/domain/templates.ts'
import { TemplatePicker } from './TemplatePicker.tsx'
import { selectField } from './select-field.ts'
import { useSignature } from './use-signature.ts'
import type { Writing } from './use-draft.ts'
import classes from './Composer.module.css'

const ToneCoach = lazy(async () => ({ default: (await import('./ToneCoach.tsx')).ToneCoach }))

/** The text itself, with the templates above it and the tone coach below. */
export function Letter({ writing, error }: { readonly writing: Writing; readonly error: string | undefined }) {
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
      <Suspense fallback={null}>
        <ToneCoach
          text={draft.text}
          language={writing.language}
          holding={draft.dueAt !== null || open.length < unfilledFields(draft.text).length}
          onShow={(from, to) => {
            field.current?.focus()
            field.current?.setSelectionRange(from, to)
          }}
        />
      </Suspense>
      <Signature />
    </div>
  )
}

/** What stands below every mail, so that nobody types it a second time. */
function Signature() {
  const { t } = useTranslation()
  const signature = useSignature()
  if (signature === '') return null
  return (
    <Text className={classes['signature'] ?? ''} aria-label={t('composer:signature')} size="sm" c="dimmed">
      {signature}
    </Text>
  )
}

function isEmptyLine({ value, selectionStart }: HTMLTextAreaElement): boolean {
  const before = value[selectionStart - 1]
  const after = value[selectionStart]
  return (before === undefined || before === '\n') && (after === undefined || after === '\n')
}
