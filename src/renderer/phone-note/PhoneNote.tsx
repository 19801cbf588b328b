import { Button, Checkbox, Group, NativeSelect, Text, TextInput, Textarea, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../components/Key.tsx'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { CALL_OUTCOMES, MOODS } from '../../shared/domain/contact.ts'
import { Caller } from './Caller.tsx'
import { Choice } from './Choice.tsx'
import { NOTE_KINDS, reachedNobody } from './note.ts'
import type { NoteField, NoteKind } from './note.ts'
import classes from './PhoneNote.module.css'
import type { Understood } from './use-moment.ts'
import { usePhoneNote } from './use-phone-note.ts'
import type { Saved } from './use-phone-note.ts'

export interface PhoneNoteProps {
  readonly number?: string | null
  readonly kind?: NoteKind
  /** A note on a case that is open on screen: who it is needs no asking. */
  readonly caseId?: string | null
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
  const root = useRef<HTMLFormElement>(null)

  useEffect(() => {
    field(root.current, fixed || (props.number ?? '') !== '' ? 'text' : 'number')?.focus()
  }, [fixed, props.number])
  useEffect(() => {
    const first = Object.keys(errors)[0]
    if (first !== undefined) field(root.current, first as NoteField)?.focus()
  }, [errors])

  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      event.stopPropagation()
      form.leave()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void form.save()
    }
  }
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
        onKeyDown={keys}
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
        <div className={classes['pair']}>
          <TextInput
            name="moment"
            autoComplete="off"
            label={t(reachedNobody(note) ? 'moment.nextTry' : 'moment.label')}
            placeholder={t('moment.example')}
            value={note.moment}
            error={wrong('moment')}
            description={<Understanding moment={form.moment} />}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            onChange={(event) => change({ moment: event.currentTarget.value })}
          />
          <NativeSelect
            name="owner"
            size="md"
            label={t('owner.label')}
            value={form.ownerId ?? ''}
            error={wrong('owner')}
            data={[
              ...(form.ownerId === null ? [{ value: '', label: t('owner.choose') }] : []),
              ...form.staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => change({ ownerId: event.currentTarget.value })}
          />
        </div>
        {note.moment.trim() !== '' || reachedNobody(note) ? null : (
          <Checkbox
            label={t('settled')}
            checked={note.settled}
            onChange={(event) => change({ settled: event.currentTarget.checked })}
          />
        )}
        {form.failure === null ? null : (
          <FailureNotice failure={form.failure}>
            <Text size="sm" mt={6} fw={600}>
              {t('kept')}
            </Text>
          </FailureNotice>
        )}
        {form.leaving ? (
          <Leaving onStay={form.stay} onLeave={props.onClose} />
        ) : (
          <Foot saving={form.saving} leave={form.leave} />
        )}
      </form>
    </div>
  )
}

function field(form: HTMLFormElement | null, name: string): HTMLElement | null {
  const element = form?.elements.namedItem(name)
  return element instanceof HTMLElement ? element : null
}

function Understanding({ moment }: { readonly moment: Understood }) {
  const { t } = useTranslation('phone-note')
  return (
    <Text span size="sm" role="status" c={moment.state === 'clear' ? 'var(--b-ink)' : 'dimmed'}>
      {moment.state === 'clear' ? t('moment.clear', { moment: moment.words }) : null}
      {moment.state === 'unclear' || moment.state === 'past' ? t(`moment.${moment.state}`) : null}
      {moment.state === 'nothing' || moment.state === 'reading' ? t('moment.hint') : null}
    </Text>
  )
}

function Foot({ saving, leave }: { readonly saving: boolean; leave(): void }) {
  const { t } = useTranslation('phone-note')
  return (
    <div className={classes['foot']}>
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={leave} aria-keyshortcuts="Escape" rightSection={<Key name="back" />}>
          {t('close')}
        </Button>
        <Button
          type="submit"
          loading={saving}
          aria-keyshortcuts="Enter Control+Enter"
          rightSection={
            <kbd aria-hidden className={classes['onAccent']}>
              Enter
            </kbd>
          }
        >
          {t('save')}
        </Button>
      </Group>
    </div>
  )
}

/** Only asked when something would be lost; Escape once more goes back to writing. */
function Leaving({ onStay, onLeave }: { onStay(): void; onLeave(): void }) {
  const { t } = useTranslation('phone-note')
  return (
    <div
      className={classes['foot']}
      role="alertdialog"
      aria-label={t('leave.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onStay()
      }}
    >
      <Title order={3}>{t('leave.title')}</Title>
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={onLeave}>
          {t('leave.discard')}
        </Button>
        <Button autoFocus onClick={onStay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </div>
  )
}
