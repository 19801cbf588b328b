import { Anchor, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Writing } from './use-draft.ts'
import classes from './Composer.module.css'

/** To whom and about what: one line, until somebody wants to change it. */
export function Addresses(props: {
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
