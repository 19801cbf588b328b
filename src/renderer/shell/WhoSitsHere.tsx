import { Button, Modal, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { StaffFace } from '../components/StaffFace.tsx'
import { useActiveStaff } from '../engine/people.ts'
import { useViewState } from '../view-state.ts'

/** One key: F4, then the number of the person. */
export function WhoSitsHere({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const staff = useActiveStaff()
  const actor = useViewState((state) => state.actor)
  const setActor = useViewState((state) => state.setActor)
  const choose = (id: string): void => {
    setActor(id)
    onClose()
  }
  useHotkeys(opened ? staff.slice(0, 9).map((person, i) => [`${i + 1}`, () => choose(person.id)]) : [])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell:who.ask')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Text c="dimmed" mb="md">
        {t('shell:who.why')}
      </Text>
      <Stack gap="xs">
        {staff.map((person, i) => (
          <Button
            key={person.id}
            size="lg"
            variant={person.id === actor ? 'light' : 'default'}
            justify="flex-start"
            aria-pressed={person.id === actor}
            leftSection={<StaffFace staff={person} size={32} />}
            rightSection={i < 9 ? <kbd aria-hidden>{i + 1}</kbd> : undefined}
            styles={{ label: { flex: 1 } }}
            data-autofocus={person.id === actor || undefined}
            onClick={() => choose(person.id)}
          >
            {person.name}
          </Button>
        ))}
      </Stack>
    </Modal>
  )
}
