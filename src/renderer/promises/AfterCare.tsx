import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { CaseView } from '../../shared/contract/cases.ts'
import { dueWithinWorkingDays } from '../../shared/domain/opening-hours.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { MomentField } from '../components/MomentField.tsx'
import { StaffSelect } from '../components/StaffSelect.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useActiveStaff, useActor } from '../engine/people.ts'
import { useNow } from '../words/use-time.ts'

/** "Next week" in working days. */
const WORKING_DAYS = 5

/** A complaint is solved: asking later whether all is well is where loyalty starts. */
export function AfterCare({ caseId, onClose }: { readonly caseId: string; onClose(): void }) {
  const shown = useAsk('case.get', { caseId }).data
  return shown === undefined ? null : <Offer shown={shown} onClose={onClose} />
}

function Offer({ shown, onClose }: { readonly shown: CaseView; onClose(): void }) {
  const { t } = useTranslation()
  const now = useNow()
  const calendar = useAsk('business.get', {}).data?.calendar
  const make = useCommand('promise.make')
  const actor = useActor()?.id
  const active = useActiveStaff()
  const customer = shown.customer.name
  const [promiseId] = useState(() => newId())
  const [text, setText] = useState(() => t('promises:care.text', { customer }))
  const [chosenOwner, setOwner] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ readonly at: Instant | null } | null>(null)
  const ownerId = active.find(({ id }) => id === (chosenOwner ?? actor ?? shown.ownerId))?.id ?? active[0]?.id ?? null
  const nextWeek = calendar === undefined ? null : dueWithinWorkingDays(calendar, now, WORKING_DAYS)
  const dueAt = chosen === null ? nextWeek : chosen.at
  const promise = (): void => {
    if (dueAt === null || ownerId === null) return
    make.mutate(
      { caseId: shown.id, promise: { promiseId, ownerId, text: text.trim(), dueAt } },
      {
        onSuccess: () => {
          tellDone(t('promises:care.done'))
          onClose()
        },
        onError: tellError,
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('promises:care.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          promise()
        }}
      >
        <Stack>
          <Text>{t('promises:care.say', { customer })}</Text>
          <TextInput
            label={t('promises:care.what')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <MomentField
            label={t('promises:care.when')}
            value={dueAt}
            ownerId={ownerId}
            onChange={(at) => setChosen({ at })}
          />
          <StaffSelect label={t('promises:care.who')} value={ownerId} onChange={setOwner} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('promises:care.no')}
            </Button>
            <Button type="submit" data-autofocus loading={make.isPending} disabled={dueAt === null}>
              {t('promises:care.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
