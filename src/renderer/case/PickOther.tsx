import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Pick {
  readonly id: string
  readonly title: string
  readonly beside: string
}

interface Props {
  readonly title: string
  readonly say: string
  readonly search: string
  readonly list: string
  readonly none: string
  readonly confirm: string
  readonly busy: boolean
  readonly failure: ReactNode
  /** What was typed, and what may be meant by it. */
  readonly text: string
  readonly picks: readonly Pick[]
  onText(text: string): void
  onPick(pick: Pick): void
  onClose(): void
}

/** Chooses the other one of two that are one. */
export function PickOther({ text, picks, onText, onPick, ...props }: Props) {
  const { t } = useTranslation()
  const [chosenId, setChosenId] = useState<string | null>(null)
  // What a search no longer shows is not chosen any more: nobody merges with what they don't see.
  const chosen = picks.find(({ id }) => id === chosenId) ?? null
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== null) onPick(chosen)
        }}
      >
        <Stack gap="md">
          <Text>{props.say}</Text>
          <TextInput
            data-autofocus
            type="search"
            label={props.search}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          {picks.length === 0 ? (
            <Text c="dimmed" role="status">
              {props.none}
            </Text>
          ) : (
            <Radio.Group label={props.list} value={chosen?.id ?? null} onChange={setChosenId}>
              <Stack gap="xs" mt="xs">
                {picks.map((pick) => (
                  <Radio
                    key={pick.id}
                    value={pick.id}
                    label={
                      <>
                        {pick.title}
                        <Text span display="block" size="sm" c="dimmed">
                          {pick.beside}
                        </Text>
                      </>
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {props.failure}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={chosen === null} loading={props.busy}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
