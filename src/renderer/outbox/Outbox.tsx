import { Text } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OutboxRow } from '../../shared/contract/mail.ts'
import { Empty } from '../components/Empty.tsx'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useNow } from '../words/use-time.ts'
import { useReady } from '../words/use-ready.ts'
import { GROUPS, groupOf } from './groups.ts'
import classes from './Outbox.module.css'
import { OutboxLine } from './OutboxLine.tsx'

/** Every mail that still has to leave: what waits for a person first, what goes by itself after it. */
export function Outbox() {
  const { t } = useTranslation('outbox')
  const { data: rows, error } = useAsk('outbox.list', {})
  useReady('outbox', rows !== undefined)
  return (
    <Screen title={t('title')}>
      {error === null ? null : <FailureNotice failure={error.failure} />}
      {rows === undefined && error === null ? <Loading rows={3} /> : null}
      {rows === undefined ? null : <Groups rows={rows} />}
    </Screen>
  )
}

function Groups({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const { t } = useTranslation('outbox')
  const now = useNow()
  if (rows.every((row) => groupOf(row, now) === null)) {
    return (
      <Empty icon={<IconMailCheck size={52} stroke={1.3} />} title={t('empty.title')}>
        {t('empty.say')}
      </Empty>
    )
  }
  return (
    <div className={classes['groups']}>
      {GROUPS.map((group) => {
        const ofGroup = rows.filter((row) => groupOf(row, now) === group)
        return ofGroup.length === 0 ? null : (
          <section key={group} aria-label={t(`group.${group}`)}>
            <Text component="h2" fw={650} size="lg" m={0}>
              {t(`group.${group}`)}
            </Text>
            <Text c="dimmed" mb="sm">
              {t(`groupWhy.${group}`)}
            </Text>
            <ul className={classes['rows']}>
              {ofGroup.map((row) => (
                <OutboxLine key={row.outboxId} row={row} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
