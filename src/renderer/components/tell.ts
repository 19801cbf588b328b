import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { Failure } from '../../shared/contract/failure.ts'
import { CallFailed } from '../engine/hooks.ts'

/** The name of the cross on every message. */
export const closeButton = () => ({ 'aria-label': i18next.t('common:close') })

/** Says briefly that something was done. */
export function tellDone(message: string): void {
  notifications.show({ message, color: 'ink', autoClose: 5_000, closeButtonProps: closeButton() })
}

/** Says what went wrong, what is safe and what to do. Stays until it is read. */
export function tellFailure(failure: Failure): void {
  const blanks = failure.detail ?? {}
  notifications.show({
    id: failure.code,
    title: i18next.t(`failure:${failure.code}.what`, blanks),
    message: `${i18next.t(`failure:${failure.code}.safe`, blanks)} ${i18next.t(`failure:${failure.code}.todo`, blanks)}`,
    color: 'red',
    autoClose: false,
    closeButtonProps: closeButton(),
  })
}

/** For `onError` of a command. A bug is not worded here: it goes to the window's own error handler. */
export function tellError(error: Error): void {
  if (!(error instanceof CallFailed)) throw error
  tellFailure(error.failure)
}
