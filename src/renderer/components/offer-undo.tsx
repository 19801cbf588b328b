import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { closeButton } from './tell.ts'

/** Says what was done and, for `milliseconds`, offers to undo it. */
export function offerUndo(id: string, done: string, undoWords: string, milliseconds: number, undo: () => void): void {
  notifications.show({
    id,
    color: 'ink',
    autoClose: milliseconds,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{done}</Text>
        <Button
          size="compact-md"
          variant="default"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {undoWords}
        </Button>
      </Group>
    ),
  })
}
