import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffView } from '../../shared/contract/business.ts'
import { tellDone } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { failureOf } from './failure-of.ts'
import { StaffFields, staffForm, staffRules } from './StaffFields.tsx'
import type { StaffForm } from './StaffFields.tsx'

interface Props {
  readonly person: StaffView
  readonly staff: readonly StaffView[]
  onClose(): void
}

/** Adds or changes one person. Nobody is ever removed: their name stands in the history. */
export function StaffDialog({ person, staff, onClose }: Props) {
  const { t } = useTranslation('settings')
  const known = staff.some(({ id }) => id === person.id)
  const form = useForm<StaffForm>({ initialValues: staffForm(person), validate: staffRules })
  const save = useCommand('staff.save')
  const [stopping, setStopping] = useState(false)
  const store = (active: boolean): void => {
    const { name, email, colour, signature } = form.getValues()
    const clean = {
      id: person.id,
      name: name.trim(),
      email: email.trim() === '' ? null : email.trim(),
      colour,
      signature,
      active,
    }
    save.mutate(clean, {
      onSuccess: () => {
        tellDone(
          t(active === person.active ? 'people.saved' : active ? 'people.back' : 'people.gone', { name: clean.name }),
        )
        onClose()
      },
      // The form says why.
      onError: () => setStopping(false),
    })
  }
  if (stopping) {
    return (
      <ConfirmDialog
        title={t('people.stopTitle', { name: person.name })}
        action={t('people.stop')}
        busy={save.isPending}
        onConfirm={() => store(false)}
        onClose={() => setStopping(false)}
      >
        <Stopping person={person} />
      </ConfirmDialog>
    )
  }
  const last = person.active && staff.filter(({ active }) => active).length === 1
  return (
    <EditDialog
      title={known ? t('people.editTitle', { name: person.name }) : t('people.add')}
      dirty={form.isDirty()}
      saving={save.isPending}
      failure={failureOf(save.error)}
      onSave={form.onSubmit(() => store(person.active))}
      onClose={onClose}
      extra={
        !known || last ? null : (
          <Button variant="subtle" onClick={() => (person.active ? setStopping(true) : store(true))}>
            {t(person.active ? 'people.stop' : 'people.start')}
          </Button>
        )
      }
    >
      <StaffFields form={form} />
    </EditDialog>
  )
}

/** What it means that somebody no longer works here, with what they still have to do. */
function Stopping({ person }: { readonly person: StaffView }) {
  const { t } = useTranslation('settings')
  const counts = useAsk('queue.counts', { filter: { ownerId: person.id, channel: null, kind: null } }).data
  const open =
    counts === undefined
      ? 0
      : counts.overdue + counts['due-today'] + counts['first-answer'] + counts.answer + counts.later
  return (
    <>
      <Text>{t('people.stopWhat', { name: person.name })}</Text>
      {open === 0 ? null : <Text fw={600}>{t('people.stopOpen', { name: person.name, count: open })}</Text>}
    </>
  )
}
