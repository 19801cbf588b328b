import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPreview } from '../../shared/contract/backup.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { CallFailed, useCommand } from '../engine/hooks.ts'
import { useMoment } from '../words/use-time.ts'

interface Props {
  readonly name: string
  readonly sealed: boolean
  onClose(): void
}

/** First what is in it and what it lacks; only then can it be put back, and main asks once more. */
export function RestoreDialog({ name, sealed, onClose }: Props) {
  const { t } = useTranslation('backup')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const { mutate: look, ...preview } = useCommand('backup.preview')
  useEffect(() => {
    if (!sealed) look({ name, password: null })
  }, [look, name, sealed])

  const restore = async (): Promise<void> => {
    setBusy(true)
    const done = await callDesktop('desktop.restore-backup', { name, password: sealed ? password : null })
    setBusy(false)
    if (!done.ok) tellFailure(done.error)
    else if (done.value) onClose()
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('restore.dialog')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        {sealed && preview.data === undefined ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              look({ name, password })
            }}
          >
            <Stack gap="sm">
              <PasswordInput
                data-autofocus
                label={t('restore.password')}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              />
              <Group>
                <Button type="submit" disabled={password === ''} loading={preview.isPending}>
                  {t('restore.open')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : null}
        {preview.error instanceof CallFailed ? <FailureNotice failure={preview.error.failure} /> : null}
        {preview.isPending && !sealed ? <Loading /> : null}
        {preview.data === undefined ? null : (
          <>
            <Contents preview={preview.data} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common:cancel')}
              </Button>
              <Button loading={busy} onClick={() => void restore()}>
                {t('restore.do')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}

function Contents({ preview }: { readonly preview: BackupPreview }) {
  const { t } = useTranslation('backup')
  const moment = useMoment()
  const { at, business, cases, customers, openPromises, newestContactAt, unsent, lacks } = preview
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('preview.from', { business, moment: moment(at) })}</Text>
      <Text component="ul" pl="lg" my={0}>
        <li>{t('preview.cases', { count: cases })}</li>
        <li>{t('preview.customers', { count: customers })}</li>
        <li>{t('preview.promises', { count: openPromises })}</li>
        {newestContactAt === null ? null : <li>{t('preview.newest', { moment: moment(newestContactAt) })}</li>}
      </Text>
      {lacks === null || lacks.contacts === 0 ? null : (
        <Text>
          {t('preview.lacks')} {t('preview.lacksCases', { count: lacks.cases })},{' '}
          {t('preview.lacksContacts', { count: lacks.contacts })},{' '}
          {t('preview.lacksPromises', { count: lacks.promises })}. {t('preview.fetched')}
        </Text>
      )}
      {unsent === 0 ? null : <Text>{t('preview.unsent', { count: unsent })}</Text>}
      <Text c="dimmed">{t('preview.aside')}</Text>
    </Stack>
  )
}
