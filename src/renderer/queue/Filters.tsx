import { Button, Group, Select } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CASE_KINDS, CHANNELS } from '../../shared/domain/case.ts'
import { useActiveStaff } from '../engine/people.ts'
import { SavedViews } from './SavedViews.tsx'
import { useQueueView } from './queue-view.ts'
import classes from './Queue.module.css'

/** Which of them: mine, one channel, one kind. */
export function Filters() {
  const { t } = useTranslation()
  const { mine, late, channel, kind, set } = useQueueView()
  const several = useActiveStaff().length > 1
  const filtered = mine || late || channel !== null || kind !== null
  return (
    <Group gap="xs" role="group" aria-label={t('queue:filters')}>
      {several && (
        <Button
          size="sm"
          variant={mine ? 'light' : 'default'}
          aria-pressed={mine}
          leftSection={mine ? <IconCheck aria-hidden size={17} /> : undefined}
          onClick={() => set({ mine: !mine, scrolledTo: 0 })}
        >
          {t('queue:mine')}
        </Button>
      )}
      <Button
        size="sm"
        variant={late ? 'light' : 'default'}
        aria-pressed={late}
        leftSection={late ? <IconCheck aria-hidden size={17} /> : undefined}
        onClick={() => set({ late: !late, tab: 'needs-us', openedId: null, scrolledTo: 0 })}
      >
        {t('queue:section.overdue')}
      </Button>
      <Select
        className={classes['filter'] ?? ''}
        size="sm"
        aria-label={t('queue:channel')}
        placeholder={t('queue:anyChannel')}
        data={CHANNELS.map((value) => ({ value, label: t(`common:channel.${value}`) }))}
        value={channel}
        onChange={(value) => set({ channel: CHANNELS.find((name) => name === value) ?? null, scrolledTo: 0 })}
        clearable
        clearButtonProps={{ 'aria-label': t('queue:anyChannel') }}
      />
      <Select
        className={classes['filter'] ?? ''}
        size="sm"
        aria-label={t('queue:kind')}
        placeholder={t('queue:anyKind')}
        data={CASE_KINDS.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
        value={kind}
        onChange={(value) => set({ kind: CASE_KINDS.find((name) => name === value) ?? null, scrolledTo: 0 })}
        clearable
        clearButtonProps={{ 'aria-label': t('queue:anyKind') }}
      />
      {filtered && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => set({ mine: false, late: false, channel: null, kind: null, scrolledTo: 0 })}
        >
          {t('queue:showAll')}
        </Button>
      )}
      <SavedViews />
    </Group>
  )
}
