import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { tellDone } from '../components/tell.ts'
import { PhoneNote } from './PhoneNote.tsx'
import type { PhoneNoteProps } from './PhoneNote.tsx'

/** The phone note in the main window, over whatever is on screen. It asks by itself before it throws words away. */
export function PhoneNoteModal({
  opened,
  onClose,
  ...note
}: Omit<PhoneNoteProps, 'onSaved'> & { readonly opened: boolean }) {
  const { t } = useTranslation('phone-note')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title.modal')}
      size={880}
      padding="lg"
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <PhoneNote
        {...note}
        onClose={onClose}
        onSaved={({ words }) => {
          tellDone(words)
          onClose()
        }}
      />
    </Modal>
  )
}
