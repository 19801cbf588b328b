import { Button, Group, Modal, PasswordInput, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffView } from '../../shared/contract/business.ts'
import { StaffFace } from '../components/StaffFace.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useActiveStaff } from '../engine/people.ts'
import { Card } from './SectionPage.tsx'
import classes from './Settings.module.css'

const MINUTES = [1, 3, 5, 10, 30] as const

export function LockSettings() {
  const { t } = useTranslation('lock')
  const lock = useAsk('lock.get', {}).data
  const staff = useActiveStaff()
  const save = useCommand('lock.set-minutes')
  const [edited, setEdited] = useState<StaffView | null>(null)
  const choices = [
    { value: '', label: t('never') },
    ...MINUTES.map((count) => ({ value: String(count), label: t('after', { count }) })),
  ]
  return (
    <Card title={t('settings')} intro={t('settingsWhy')}>
      <ul className={classes['rows']} aria-label={t('people')}>
        {staff.map((one) => (
          <li key={one.id} className={classes['row']}>
            <StaffFace staff={one} size={36} />
            <span className={classes['grow']}>
              <b>{one.name}</b>
              <div>{t(lock?.withPin.includes(one.id) === true ? 'hasPin' : 'hasNoPin')}</div>
            </span>
            <Button
              variant="default"
              size="sm"
              aria-label={t('setOne', { name: one.name })}
              onClick={() => setEdited(one)}
            >
              {t('set')}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        label={t('when')}
        data={choices}
        allowDeselect={false}
        value={lock === undefined || lock.minutes === null ? '' : String(lock.minutes)}
        onChange={(value) => save.mutate({ minutes: value ? Number(value) : null }, { onError: tellError })}
        maw="20rem"
      />
      {edited === null ? null : (
        <PinDialog
          person={edited}
          hasPin={lock?.withPin.includes(edited.id) === true}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}

interface PinDialogProps {
  readonly person: StaffView
  readonly hasPin: boolean
  onClose(): void
}

const digits = (text: string): string => text.replace(/\D/g, '').slice(0, 12)

function PinDialog({ person, hasPin, onClose }: PinDialogProps) {
  const { t } = useTranslation('lock')
  const [current, setCurrent] = useState('')
  const [pin, setPin] = useState('')
  const save = useCommand('lock.set-pin')
  const set = (value: string | null): void =>
    save.mutate(
      { staffId: person.id, pin: value, current: hasPin ? current : null },
      {
        onSuccess: () => {
          tellDone(t(value === null ? 'dropped' : 'saved', { name: person.name }))
          onClose()
        },
        onError: tellError,
      },
    )
  const isReady = !hasPin || current.length >= 4
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('setOne', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        {hasPin ? (
          <PasswordInput
            data-autofocus
            label={t('current')}
            inputMode="numeric"
            autoComplete="off"
            value={current}
            onChange={(event) => setCurrent(digits(event.currentTarget.value))}
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          />
        ) : null}
        <PasswordInput
          data-autofocus={!hasPin || undefined}
          label={t('new')}
          description={t('rule')}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(digits(event.currentTarget.value))}
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        />
        <Group justify="flex-end" gap="xs">
          {hasPin ? (
            <Button variant="subtle" disabled={!isReady} onClick={() => set(null)}>
              {t('drop')}
            </Button>
          ) : null}
          <Button disabled={!isReady || pin.length < 4} loading={save.isPending} onClick={() => set(pin)}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
