import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The text speaks of something that doesn't come along. One question, before it is too late. */
export function ForgottenAttachment(props: { onAttach(): void; onSend(): void; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('composer:forgotten.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text>{t('composer:forgotten.say')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onSend}>
            {t('composer:forgotten.send')}
          </Button>
          <Button data-autofocus onClick={props.onAttach}>
            {t('composer:attach.choose')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
