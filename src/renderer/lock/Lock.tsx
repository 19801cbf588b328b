import { Button, Center, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { StaffFace } from '../components/StaffFace.tsx'
import { CallFailed, useAsk, useCommand } from '../engine/hooks.ts'
import { useActiveStaff } from '../engine/people.ts'
import { useViewState } from '../view-state.ts'
import { useReady } from '../words/use-ready.ts'
import { useLockState } from './use-lock.ts'

/** Stands in the place of everything until somebody gives their PIN; that person then sits here. */
export function Lock() {
  const { t } = useTranslation('lock')
  const withPin = useAsk('lock.get', {}).data?.withPin ?? []
  const staff = useActiveStaff().filter(({ id }) => withPin.includes(id))
  const { actor, setActor } = useViewState()
  const setLocked = useLockState((state) => state.setLocked)
  const [chosen, setChosen] = useState(actor)
  const [pin, setPin] = useState('')
  const { mutate: open, ...opening } = useCommand('lock.open')
  useReady('lock', true)
  const person = staff.find(({ id }) => id === chosen) ?? staff[0]
  const unlock = (): void => {
    if (person === undefined) return
    open(
      { staffId: person.id, pin },
      {
        onSuccess: () => {
          setActor(person.id)
          setLocked(false)
        },
        onSettled: () => setPin(''),
      },
    )
  }
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={420} w="100%" gap="md">
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('why')}</Text>
        <Stack gap="xs">
          {staff.map((one) => (
            <Button
              key={one.id}
              size="lg"
              variant={one.id === person?.id ? 'light' : 'default'}
              justify="flex-start"
              aria-pressed={one.id === person?.id}
              leftSection={<StaffFace staff={one} size={32} />}
              onClick={() => setChosen(one.id)}
            >
              {one.name}
            </Button>
          ))}
        </Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            unlock()
          }}
        >
          <Stack gap="sm">
            <PasswordInput
              autoFocus
              size="lg"
              label={t('pin')}
              inputMode="numeric"
              autoComplete="off"
              value={pin}
              onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, 12))}
              visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            />
            <Button type="submit" size="lg" disabled={pin.length < 4} loading={opening.isPending}>
              {t('open')}
            </Button>
          </Stack>
        </form>
        {opening.error instanceof CallFailed ? <FailureNotice failure={opening.error.failure} /> : null}
      </Stack>
    </Center>
  )
}
