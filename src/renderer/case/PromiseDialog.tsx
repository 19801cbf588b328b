import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../shared/contract/cases.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { MomentField } from '../components/MomentField.tsx'
import { StaffSelect } from '../components/StaffSelect.tsx'
import { tellDone } from '../components/tell.ts'
import { callEngine } from '../engine/bridge.ts'
import { useActor } from '../engine/people.ts'

export interface PromiseStep {
  readonly kind: 'keep' | 'hand-over' | 'correct' | 'withdraw'
  readonly promise: PromiseView
}

/** One step in the life of a promise, with the words that belong to it. */
export function PromiseDialog(props: {
  readonly step: PromiseStep | null
  onClose(): void
  /** It was taken, not left. */
  onDone?(): void
}) {
  const { step, onClose, onDone } = props
  const { t } = useTranslation()
  const [last, setLast] = useState(step)
  if (step !== null && step !== last) setLast(step)
  return (
    <Modal
      opened={step !== null}
      onClose={onClose}
      title={last === null ? '' : t(`case:step.${last.kind}.title`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {last !== null && (
        <StepForm key={`${last.kind} ${last.promise.id}`} step={last} onClose={onClose} onDone={onDone} />
      )}
    </Modal>
  )
}

/** What is wrong when somebody goes on without what a step needs. */
const MISSING = {
  keep: 'reason-needed',
  'hand-over': 'owner-unknown',
  correct: 'moment-not-understood',
  withdraw: 'reason-needed',
} as const

function StepForm(props: { readonly step: PromiseStep; onClose(): void; readonly onDone: (() => void) | undefined }) {
  const { onClose, onDone } = props
  const { kind, promise } = props.step
  const { t } = useTranslation()
  const actor = useActor()?.id ?? null
  const [note, setNote] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [dueAt, setDueAt] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const take = (): Promise<Result<null, Failure>> | null => {
    const promiseId = promise.id
    const words = note.trim()
    if (kind === 'keep') {
      return callEngine('promise.keep', { promiseId, how: 'by-hand', note: words === '' ? null : words }, actor)
    }
    if (kind === 'hand-over') {
      return ownerId === null ? null : callEngine('promise.hand-over', { promiseId, ownerId, note: words }, actor)
    }
    if (kind === 'correct') return dueAt === null ? null : callEngine('promise.correct', { promiseId, dueAt }, actor)
    return words === '' ? null : callEngine('promise.withdraw', { promiseId, reason: words }, actor)
  }
  const submit = async (): Promise<void> => {
    const taking = take()
    if (taking === null) return setFailure({ code: MISSING[kind] })
    setBusy(true)
    const taken = await taking
    setBusy(false)
    if (!taken.ok) return setFailure(taken.error)
    tellDone(t(`case:step.${kind}.done`))
    onClose()
    onDone?.()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack>
        <Text c="dimmed">{t(`case:step.${kind}.say`, { promise: promise.text })}</Text>
        {kind === 'hand-over' && (
          <StaffSelect autoFocus label={t('case:step.to')} value={ownerId} onChange={setOwnerId} />
        )}
        {kind === 'correct' && (
          <MomentField
            autoFocus
            label={t('case:step.moment')}
            value={dueAt}
            ownerId={promise.ownerId}
            onChange={setDueAt}
          />
        )}
        {kind !== 'correct' && (
          <TextInput
            label={t(`case:step.${kind}.note`)}
            value={note}
            required={kind === 'withdraw'}
            data-autofocus={kind !== 'hand-over' || undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`case:step.${kind}.do`)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
