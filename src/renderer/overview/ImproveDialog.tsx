import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useWords } from './use-words.ts'

/** "This should work better": one sentence about this case, or one more time of what somebody noticed before. */
export function ImproveDialog({ caseId, onClose }: { readonly caseId: string; onClose(): void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [same, setSame] = useState<string | null>(null)
  const [noticeId] = useState(() => newId())
  const known = useAsk('improvement.open', {}).data ?? []
  const note = useCommand('improvement.note')
  const said = text.trim() === '' ? (known.find(({ id }) => id === same)?.title ?? '') : text.trim()
  const save = (): void => {
    if (said === '') return
    note.mutate(
      { noticeId, caseId, text: said, improvementId: same },
      {
        onError: tellError,
        onSuccess: () => {
          tellDone(t('overview:improve.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('overview:improve.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('overview:improve.text')}
            description={t('overview:improve.say')}
            maxLength={1000}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {known.length > 0 && (
            <Select
              label={t('overview:improve.same')}
              placeholder={t('overview:improve.new')}
              clearable
              searchable
              data={known.map(({ id, title }) => ({ value: id, label: title }))}
              value={same}
              onChange={setSame}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={said === ''} loading={note.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
