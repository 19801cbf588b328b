import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ImprovementView } from '../../shared/contract/overview.ts'
import { IMPROVEMENT_STATUSES } from '../../shared/domain/improvement.ts'
import { tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { useWords } from './use-words.ts'

/** What becomes of an improvement, and what came of it; or that it is the same thing as another. */
export function ImprovementDialog(props: {
  readonly one: ImprovementView
  readonly others: readonly ImprovementView[]
  onClose(): void
}) {
  const { t } = useWords()
  const { one, others, onClose } = props
  const [title, setTitle] = useState(one.title)
  const [status, setStatus] = useState(one.status)
  const [result, setResult] = useState(one.result)
  const [into, setInto] = useState<string | null>(null)
  const save = useCommand('improvement.save')
  const merge = useCommand('improvement.merge')
  const after = { onSuccess: onClose, onError: tellError }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('overview:improve.edit')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '') save.mutate({ improvementId: one.id, title, status, result }, after)
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('overview:improve.name')}
            maxLength={1000}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <div>
            <Text fw={500} size="sm" mb={4} id="improvement-status">
              {t('overview:improve.statusLabel')}
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby="improvement-status"
              value={status}
              onChange={(value) => setStatus(IMPROVEMENT_STATUSES.find((known) => known === value) ?? status)}
              data={IMPROVEMENT_STATUSES.map((value) => ({ value, label: t(`overview:status.${value}`) }))}
            />
          </div>
          {status === 'done' && (
            <Textarea
              label={t('overview:improve.result')}
              description={t('overview:improve.resultSay')}
              autosize
              minRows={2}
              value={result}
              onChange={(event) => setResult(event.currentTarget.value)}
            />
          )}
          {others.length > 0 && (
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <Select
                flex={1}
                label={t('overview:improve.merge')}
                clearable
                data={others.map(({ id, title: name }) => ({ value: id, label: name }))}
                value={into}
                onChange={setInto}
              />
              <Button
                variant="default"
                disabled={into === null}
                loading={merge.isPending}
                onClick={() => into !== null && merge.mutate({ improvementId: one.id, into }, after)}
              >
                {t('overview:improve.mergeDo')}
              </Button>
            </Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={title.trim() === ''} loading={save.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
