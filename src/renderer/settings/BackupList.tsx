import { Button, Group, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile } from '../../shared/contract/backup.ts'
import { tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useMoment } from '../words/use-time.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import classes from './Settings.module.css'

const MEGABYTE = 1_048_576

export function BackupList({ backups }: { readonly backups: readonly BackupFile[] }) {
  const { t, i18n } = useTranslation('backup')
  const moment = useMoment()
  const [opened, setOpened] = useState<{ readonly name: string; readonly sealed: boolean } | null>(null)
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const openFile = async (): Promise<void> => {
    const chosen = await callDesktop('desktop.choose-backup', {})
    if (!chosen.ok) tellFailure(chosen.error)
    else if (chosen.value !== null) setOpened({ name: 'chosen', sealed: chosen.value.sealed })
  }
  return (
    <>
      <ul className={classes['rows']} aria-label={t('restore.list')}>
        {backups.map((one) => (
          <li key={`${one.where}/${one.name}`} className={classes['row']}>
            <span className={classes['grow']}>
              <b>{moment(one.at)}</b>
              <div>
                {t(`restore.where.${one.where}`)}, {t('restore.size', { size: size.format(one.size / MEGABYTE) })}
                {one.sealed ? `, ${t('restore.sealed')}` : ''}
              </div>
            </span>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconHistory aria-hidden size={16} />}
              aria-label={t('restore.lookOne', { moment: moment(one.at) })}
              onClick={() => setOpened(one)}
            >
              {t('restore.look')}
            </Button>
          </li>
        ))}
      </ul>
      {backups.length === 0 ? <Text>{t('restore.none')}</Text> : null}
      <Group>
        <Button variant="default" onClick={() => void openFile()}>
          {t('restore.file')}
        </Button>
      </Group>
      {opened === null ? null : <RestoreDialog {...opened} onClose={() => setOpened(null)} />}
    </>
  )
}
