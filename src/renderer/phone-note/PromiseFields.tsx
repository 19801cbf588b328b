import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { reachedNobody } from './note.ts'
import type { NoteField } from './note.ts'
import classes from './PhoneNote.module.css'
import type { Understood } from './use-moment.ts'
import type { PhoneNoteForm } from './use-phone-note.ts'

interface Props {
  readonly form: PhoneNoteForm
  wrong(field: NoteField): string | undefined
}

/** When the customer hears from us, in plain language, what that was understood as, and who does it. */
export function PromiseFields({ form, wrong }: Props) {
  const { t } = useTranslation('phone-note')
  const understood = useId()
  const { note, change, errors, staff, ownerId } = form
  return (
    <div>
      <div className={classes['pair']}>
        <TextInput
          name="moment"
          autoComplete="off"
          label={t(reachedNobody(note) ? 'moment.nextTry' : 'moment.label')}
          placeholder={t('moment.example')}
          value={note.moment}
          error={wrong('moment')}
          {...(errors.moment === undefined ? { attributes: { input: { 'aria-describedby': understood } } } : {})}
          onChange={(event) => change({ moment: event.currentTarget.value })}
        />
        <NativeSelect
          name="owner"
          size="md"
          label={t('owner.label')}
          value={ownerId ?? ''}
          error={wrong('owner')}
          data={[
            ...(ownerId === null ? [{ value: '', label: t('owner.choose') }] : []),
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => change({ ownerId: event.currentTarget.value })}
        />
      </div>
      {errors.moment === undefined ? <Understanding id={understood} moment={form.moment} /> : null}
    </div>
  )
}

function Understanding({ id, moment }: { readonly id: string; readonly moment: Understood }) {
  const { t } = useTranslation('phone-note')
  return (
    <Text id={id} size="sm" mt={4} role="status" c={moment.state === 'clear' ? 'var(--b-ink)' : 'dimmed'}>
      {moment.state === 'clear' ? t('moment.clear', { moment: moment.words }) : null}
      {moment.state === 'unclear' || moment.state === 'past' ? t(`moment.${moment.state}`) : null}
      {moment.state === 'nothing' || moment.state === 'reading' ? t('moment.hint') : null}
    </Text>
  )
}
