import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Says exactly what will happen before it does. */
export function ConfirmDialog(props: {
  readonly title: string
  readonly action: string
  readonly busy?: boolean
  readonly children: ReactNode
  onConfirm(): void
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="md">
        {props.children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            {t('common:cancel')}
          </Button>
          <Button color="var(--b-late)" autoContrast loading={props.busy ?? false} onClick={props.onConfirm}>
            {props.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
