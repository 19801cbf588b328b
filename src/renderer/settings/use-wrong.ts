import { useTranslation } from 'react-i18next'
import type { MailboxFormHook } from './MailboxFields.tsx'

type Path =
  | 'address'
  | 'name'
  | 'fromName'
  | 'aliases'
  | 'password'
  | 'folders'
  | 'firstSyncDays'
  | `${'imap' | 'smtp'}.${'host' | 'port' | 'tls' | 'user'}`
type Wrong = 'address' | 'aliases' | 'password' | 'host' | 'hostName' | 'port' | 'open' | 'folders' | 'days'

/** The props of a field, with what is wrong put into words. */
export function useWrong(form: MailboxFormHook) {
  const { t } = useTranslation('settings')
  return (path: Path) => {
    const { error, ...input } = form.getInputProps(path)
    return { ...input, error: typeof error === 'string' ? t(`mailboxes.wrong.${error as Wrong}`) : null }
  }
}
