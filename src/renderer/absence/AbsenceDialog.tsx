import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StaffView } from '../../shared/contract/business.ts'
import type { IsoDate } from '../../shared/domain/time.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { tellDone } from '../components/tell.ts'
import { Endangered } from './Endangered.tsx'
import { SpanFields } from './SpanFields.tsx'
import { useAbsence } from './use-absence.ts'

interface Props {
  readonly person: StaffView
  /** Ill today: the one day is known. */
  readonly day: IsoDate | null
  onClose(): void
}

/** Somebody will be away: who keeps their promises? It can't be finished before each has a name. */
export function AbsenceDialog({ person, day, onClose }: Props) {
  const { t } = useTranslation()
  const { name } = person
  const form = useAbsence(person.id, day, () => {
    tellDone(t('absence:saved', { name }))
    onClose()
  })
  const { endangered } = form
  const title = t(day === null ? 'absence:title' : 'absence:illTitle', { name })
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          void form.save()
        }}
      >
        <Stack>
          <SpanFields form={form} />
          {endangered !== undefined && endangered.length === 0 && <Text>{t('absence:nothing', { name })}</Text>}
          {endangered !== undefined && endangered.length > 0 && (
            <>
              <Text>{t('absence:endangered', { name, count: endangered.length })}</Text>
              <Endangered form={form} promises={endangered} />
              <TextInput
                label={t('absence:note')}
                description={t('absence:noteSay')}
                value={form.note}
                onChange={(event) => form.change({ note: event.currentTarget.value })}
              />
            </>
          )}
          {form.failure !== null && <FailureNotice failure={form.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button
              type="submit"
              data-autofocus={day !== null || undefined}
              loading={form.saving}
              disabled={form.from !== null && endangered === undefined}
            >
              {t('absence:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
