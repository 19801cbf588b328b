import { Button, Group, PasswordInput, Text } from '@mantine/core'
import { IconDeviceFloppy, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '../../shared/contract/backup.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { tellDone, tellError, tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useMoment } from '../words/use-time.ts'
import { BackupList } from './BackupList.tsx'
import { Card, SectionPage } from './SectionPage.tsx'

export function Backups() {
  const { t } = useTranslation('backup')
  const status = useAsk('backup.status', {}).data
  if (status === undefined) return <Loading />
  return (
    <SectionPage section="backups">
      {status.failure === null ? null : <FailureNotice failure={status.failure} />}
      <Made status={status} />
      <SecondFolder status={status} />
      <Password status={status} />
      <Card title={t('restore.title')} intro={t('restore.why')}>
        <BackupList backups={status.backups} />
      </Card>
    </SectionPage>
  )
}

function Made({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backup')
  const moment = useMoment()
  const make = useCommand('backup.now')
  const now = (): void => make.mutate({}, { onSuccess: () => tellDone(t('made.done')), onError: tellError })
  return (
    <Card title={t('made.title')} intro={t('made.why')}>
      <Text>
        {status.madeAt === null ? t('made.never') : t('made.last', { moment: moment(status.madeAt) })}{' '}
        {status.checkedAt === null ? null : t('made.checked', { moment: moment(status.checkedAt) })}{' '}
        {status.restoredAt === null ? null : t('made.restored', { moment: moment(status.restoredAt) })}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy aria-hidden size={18} />}
          loading={make.isPending}
          onClick={now}
        >
          {t('made.now')}
        </Button>
      </Group>
    </Card>
  )
}

function SecondFolder({ status: { folder } }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backup')
  const moment = useMoment()
  const drop = useCommand('backup.drop-folder')
  const choose = async (): Promise<void> => {
    const chosen = await callDesktop('desktop.choose-backup-folder', {})
    if (!chosen.ok) tellFailure(chosen.error)
    else if (chosen.value) tellDone(t('folder.done'))
  }
  return (
    <Card title={t('folder.title')} intro={t('folder.why')}>
      {folder === null ? (
        <Text>{t('folder.none')}</Text>
      ) : (
        <Text style={{ overflowWrap: 'anywhere' }}>
          <b>{folder.path}</b>
          <br />
          {t(folder.present ? 'folder.present' : 'folder.absent')}{' '}
          {folder.usedAt === null ? null : t('folder.used', { moment: moment(folder.usedAt) })}
        </Text>
      )}
      <Group gap="sm">
        <Button variant="default" leftSection={<IconFolder aria-hidden size={18} />} onClick={() => void choose()}>
          {t(folder === null ? 'folder.choose' : 'folder.other')}
        </Button>
        {folder === null ? null : (
          <Button variant="subtle" onClick={() => drop.mutate({}, { onError: tellError })}>
            {t('folder.drop')}
          </Button>
        )}
      </Group>
    </Card>
  )
}

const SHORTEST = 8

function Password({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backup')
  const [password, setPassword] = useState('')
  const save = useCommand('backup.set-password')
  const set = (value: string | null): void =>
    save.mutate(
      { password: value },
      {
        onSuccess: () => {
          setPassword('')
          tellDone(t(value === null ? 'password.off' : 'password.on'))
        },
        onError: tellError,
      },
    )
  return (
    <Card title={t('password.title')} intro={t('password.why')}>
      <Text>{t(status.sealed ? 'password.isOn' : 'password.isOff')}</Text>
      <Group align="end" gap="sm">
        <PasswordInput
          label={t('password.label')}
          description={t('password.rule')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          w="20rem"
        />
        <Button
          variant="default"
          disabled={password.length < SHORTEST}
          loading={save.isPending}
          onClick={() => set(password)}
        >
          {t('password.set')}
        </Button>
        {status.sealed ? (
          <Button variant="subtle" onClick={() => set(null)}>
            {t('password.drop')}
          </Button>
        ) : null}
      </Group>
    </Card>
  )
}
