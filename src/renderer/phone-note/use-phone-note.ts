import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { StaffView } from '../../shared/contract/business.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { PromiseInput } from '../../shared/contract/promises.ts'
import { callEngine } from '../engine/bridge.ts'
import { useActiveStaff, useActor } from '../engine/people.ts'
import { spoken } from '../i18n.ts'
import { useTime } from '../words/use-time.ts'
import { emptyNote, hasWords, toContactLog, wrongIn } from './note.ts'
import type { Note, NoteErrors } from './note.ts'
import type { PhoneNoteProps } from './PhoneNote.tsx'
import { useCaller } from './use-caller.ts'
import type { Caller } from './use-caller.ts'
import { useMoment } from './use-moment.ts'
import type { Understood } from './use-moment.ts'

export interface Saved {
  readonly caseId: string
  /** "Genoteerd. Belofte: donderdag 15:00, Sanne." */
  readonly words: string
}

export interface PhoneNoteForm {
  readonly note: Note
  readonly caller: Caller
  readonly moment: Understood
  readonly staff: readonly StaffView[]
  readonly ownerId: string | null
  readonly errors: NoteErrors
  readonly failure: Failure | null
  readonly saving: boolean
  /** Escape was pressed while something would be lost. */
  readonly leaving: boolean
  change(change: Partial<Note>): void
  save(): Promise<void>
  leave(): void
  stay(): void
}

export function usePhoneNote(props: PhoneNoteProps): PhoneNoteForm {
  const { t, i18n } = useTranslation('phone-note')
  const time = useTime()
  const actor = useActor()?.id ?? null
  const [ids] = useState(() => ({ contactId: newId(), promiseId: newId() }))
  const [note, setNote] = useState(() =>
    emptyNote({
      number: props.number ?? '',
      ...(props.kind === undefined ? {} : { kind: props.kind }),
      ...props.start,
    }),
  )
  const [errors, setErrors] = useState<NoteErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const caller = useCaller(note, props.caseId ?? null)
  const moment = useMoment(note.moment)
  const staff = useActiveStaff()
  // Nobody said who sits here: a promise is then given to somebody by name, never to whoever comes first.
  const ownerId = staff.find(({ id }) => id === (note.ownerId ?? actor))?.id ?? null

  const words = hasWords(note, props.number ?? '')
  const { onWords } = props
  useEffect(() => {
    onWords?.(words)
  }, [onWords, words])

  const change = (part: Partial<Note>): void => {
    setNote((before) => ({ ...before, ...part }))
    setErrors({})
    setLeaving(false)
  }

  /** The promise as typed; an error where the moment can't be one. Read afresh: "in an hour" moves on. */
  const readPromise = async (): Promise<PromiseInput | null | NoteErrors | Failure> => {
    if (note.moment.trim() === '' || ownerId === null) return null
    const read = await callEngine('moment.parse', { text: note.moment.trim(), language: spoken(i18n.language) }, actor)
    if (!read.ok) return read.error
    if (read.value === null) return { moment: 'moment' }
    if (read.value.at <= Date.now()) return { moment: 'past' }
    const about = note.text.trim().split('\n')[0]?.slice(0, 120) ?? ''
    const what = t(note.kind === 'call-in' || note.kind === 'call-out' ? 'promise.call' : 'promise.answer')
    return {
      promiseId: ids.promiseId,
      ownerId,
      text: about === '' ? what : t('promise.about', { what, about }),
      dueAt: read.value.at,
    }
  }

  const record = async (): Promise<Failure | NoteErrors | null> => {
    const promise = await readPromise()
    if (promise !== null && !('promiseId' in promise)) return promise
    const known = { contactId: ids.contactId, caseId: caller.caseId, customerId: caller.customer?.id ?? null }
    const logged = await callEngine('contact.log', toContactLog(note, known, promise), actor)
    if (!logged.ok) return logged.error.code === 'due-in-past' ? { moment: 'past' } : logged.error
    const owner = staff.find(({ id }) => id === promise?.ownerId)?.name ?? ''
    props.onSaved({
      caseId: logged.value.caseId,
      words:
        promise === null
          ? t('saved.note')
          : t('saved.promise', { moment: time.moment(promise.dueAt, Date.now()), owner }),
    })
    return null
  }

  const save = async (): Promise<void> => {
    if (saving) return
    const wrong = wrongIn(note, caller.customer !== null, ownerId !== null)
    setErrors(wrong)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return
    setSaving(true)
    const trouble = await record()
    setSaving(false)
    if (trouble === null) return
    if ('code' in trouble) setFailure(trouble)
    else setErrors(trouble)
  }

  return {
    note,
    caller,
    moment,
    staff,
    ownerId,
    errors,
    failure,
    saving,
    leaving,
    change,
    save,
    leave: () => (words ? setLeaving(true) : props.onClose()),
    stay: () => setLeaving(false),
  }
}
