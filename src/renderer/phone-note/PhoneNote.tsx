import { Checkbox, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Key } from '../components/Key.tsx'
import { CALL_OUTCOMES, MOODS } from '../../shared/domain/contact.ts'
import { Caller } from './Caller.tsx'
import { Choice } from './Choice.tsx'
import { NOTE_KINDS, reachedNobody } from './note.ts'
import type { Note, NoteField, NoteKind } from './note.ts'
import { NoteFoot } from './NoteFoot.tsx'
import classes from './PhoneNote.module.css'
import { PromiseFields } from './PromiseFields.tsx'
import { useNoteKeys } from './use-note-keys.ts'
import { usePhoneNote } from './use-phone-note.ts'
import type { Saved } from './use-phone-note.ts'

export interface PhoneNoteProps {
  readonly number?: string | null
  readonly kind?: NoteKind
  /** A note on a case that is open on screen: who it is needs no asking. */
  readonly caseId?: string | null
  /** What is known already of what will be said. */
  readonly start?: Partial<Note>
  /** Whether something typed would be lost by closing now. */
  onWords?(has: boolean): void
  onSaved(saved: Saved): void
  onClose(): void
}

/** A call, a visit or a letter, written down while it happens. Enter saves, Escape closes; nothing typed is ever lost. */
export function PhoneNote(props: PhoneNoteProps) {
  const { t } = useTranslation('phone-note')
  const form = usePhoneNote(props)
  const { note, change, errors, caller } = form
  const fixed = (props.caseId ?? null) !== null
  const { root, first, leave, stay } = useNoteKeys(form, { fixed, number: props.number ?? '' })
  const wrong = (name: NoteField): string | undefined => {
    const code = errors[name]
    return code === undefined ? undefined : t(`wrong.${code}`)
  }

  return (
    <div className={classes['frame']}>
      <form
        ref={root}
        className={classes['form']}
        noValidate
        aria-label={t(`title.${note.kind}`)}
        onSubmit={(event) => {
          event.preventDefault()
          void form.save()
        }}
      >
        <Choice
          label={t('kind.label')}
          labelHidden
          value={note.kind}
          options={NOTE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
        {fixed ? null : (
          <div className={classes['pair']}>
            <TextInput
              name="number"
              data-autofocus={first === 'number' || undefined}
              type="tel"
              autoComplete="off"
              label={t('number')}
              value={note.number}
              error={wrong('number')}
              onChange={(event) =>
                change({ number: event.currentTarget.value, customer: null, caseId: null, fates: {} })
              }
            />
            <TextInput
              name="name"
              data-autofocus={first === 'name' || undefined}
              autoComplete="off"
              label={t('name')}
              value={note.name}
              onChange={(event) =>
                change({ name: event.currentTarget.value, ...(note.customer === 'new' ? {} : { customer: null }) })
              }
            />
          </div>
        )}
        <Caller note={note} caller={caller} fixed={fixed} change={change} />
        {note.kind !== 'call-out' ? null : (
          <Choice
            label={t('outcome.label')}
            value={note.outcome}
            options={CALL_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
            onChange={(outcome) => change({ outcome })}
          />
        )}
        <Textarea
          name="text"
          data-autofocus={first === 'text' || undefined}
          autosize
          minRows={3}
          maxRows={10}
          label={
            <span className={classes['labelRow']}>
              {t(reachedNobody(note) ? 'text.nobody' : `text.${note.kind}`)}
              <span aria-hidden className={classes['hint']}>
                <Key name="send" /> {t('keys.save')}
              </span>
            </span>
          }
          labelProps={{ style: { display: 'block' } }}
          value={note.text}
          error={wrong('text')}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        {reachedNobody(note) ? null : (
          <Choice
            label={t('mood.label')}
            value={note.mood}
            options={MOODS.map((mood) => ({ value: mood, label: t(`mood.${mood}`) }))}
            onChange={(mood) => change({ mood })}
          />
        )}
        <PromiseFields form={form} wrong={wrong} />
        {note.moment.trim() !== '' || reachedNobody(note) ? null : (
          <Checkbox
            label={t('settled')}
            checked={note.settled}
            onChange={(event) => change({ settled: event.currentTarget.checked })}
          />
        )}
        <NoteFoot form={form} onLeave={leave} onStay={stay} onDiscard={props.onClose} />
      </form>
    </div>
  )
}
