import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/contract/failure.ts'
import classes from './Settings.module.css'
import { FailureNotice } from '../components/FailureNotice.tsx'

interface Props {
  readonly title: string
  readonly size?: string
  /** Something would be lost by closing: ask first. */
  readonly dirty: boolean
  readonly saving: boolean
  readonly failure: Failure | null
  /** Left of the buttons. */
  readonly extra?: ReactNode
  readonly children: ReactNode
  onSave(): void
  onClose(): void
}

/** A dialog with a form and a clear Save. Escape asks only when something was changed; a failure keeps what was typed. */
export function EditDialog(props: Props) {
  const { t } = useTranslation('settings')
  const [leaving, setLeaving] = useState(false)
  const wroteIn = useRef<Element | null>(null)
  const stay = (): void => {
    setLeaving(false)
    const place = wroteIn.current
    if (place instanceof HTMLElement) place.focus()
  }
  const leave = (): void => {
    if (leaving) return stay()
    if (!props.dirty) return props.onClose()
    wroteIn.current = document.activeElement
    setLeaving(true)
  }
  return (
    <Modal
      opened
      onClose={leave}
      title={props.title}
      size={props.size ?? 'lg'}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onSave()
        }}
      >
        <Stack gap="md">
          {props.children}
          <Stack gap="sm" className={classes['foot'] ?? ''}>
            {props.failure === null ? null : <FailureNotice failure={props.failure} />}
            {leaving ? (
              <Group justify="space-between" role="alertdialog" aria-label={t('leave.ask')}>
                <Text fw={600}>{t('leave.ask')}</Text>
                <Group gap="xs">
                  <Button variant="default" onClick={props.onClose}>
                    {t('leave.discard')}
                  </Button>
                  <Button autoFocus onClick={stay}>
                    {t('leave.stay')}
                  </Button>
                </Group>
              </Group>
            ) : (
              <Group justify="space-between">
                {props.extra ?? <span />}
                <Group gap="xs" ml="auto">
                  <Button variant="default" onClick={leave}>
                    {t('common:cancel')}
                  </Button>
                  <Button type="submit" loading={props.saving}>
                    {t('common:save')}
                  </Button>
                </Group>
              </Group>
            )}
          </Stack>
        </Stack>
      </form>
    </Modal>
  )
}
