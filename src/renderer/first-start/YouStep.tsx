import { TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { StaffView } from '../../shared/contract/business.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useCommand } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import { failureOf } from '../settings/failure-of.ts'
import { useViewState } from '../view-state.ts'
import { StepPage } from './StepPage.tsx'

/** Whoever sits here is the first person a promise can belong to. */
export function YouStep(props: { onBack(): void; onNext(): void }) {
  const staff = useStaff()
  const actor = useViewState((state) => state.actor)
  const known = staff.find(({ id }) => id === actor) ?? staff[0]
  // The list may come a moment later than this step: whoever is in it already is changed, never doubled.
  return <You key={known?.id ?? ''} known={known} {...props} />
}

function You(props: { readonly known: StaffView | undefined; onBack(): void; onNext(): void }) {
  const { t } = useTranslation('first-start')
  const [person, setPerson] = useState<StaffView>(
    () => props.known ?? { id: newId(), name: '', colour: 'blue', email: null, signature: '', active: true },
  )
  const [wrong, setWrong] = useState(false)
  const setActor = useViewState((state) => state.setActor)
  const save = useCommand('staff.save')
  const next = (): void => {
    const name = person.name.trim()
    setWrong(name === '')
    if (name === '') return
    save.mutate(
      { ...person, name },
      {
        onSuccess: () => {
          setActor(person.id)
          props.onNext()
        },
      },
    )
  }
  const failure = failureOf(save.error)
  return (
    <StepPage step="you" next={t('next')} busy={save.isPending} onBack={props.onBack} onNext={next}>
      <TextInput
        size="lg"
        autoFocus
        autoComplete="name"
        label={t('you.name')}
        description={t('you.nameWhy')}
        value={person.name}
        error={wrong ? t('you.nameMissing') : null}
        errorProps={{ role: 'alert' }}
        onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={3}
        label={t('you.signature')}
        description={t('you.signatureWhy')}
        placeholder={t('you.signatureExample')}
        value={person.signature}
        onChange={(event) => setPerson({ ...person, signature: event.currentTarget.value })}
      />
      {failure === null ? null : <FailureNotice failure={failure} />}
    </StepPage>
  )
}
