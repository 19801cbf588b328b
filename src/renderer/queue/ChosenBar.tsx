import { Button, Menu, Text } from '@mantine/core'
import { IconArchive, IconCircleCheck, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { InputOf } from '../../shared/contract/index.ts'
import type { QueueRow } from '../../shared/contract/queue.ts'
import { StaffFace } from '../components/StaffFace.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { offerUndoOf } from '../components/undo-change.ts'
import { useCommand } from '../engine/hooks.ts'
import { useActiveStaff } from '../engine/people.ts'
import { MOST_CHOSEN, useChosen } from './chosen.ts'
import classes from './ChosenBar.module.css'

type Decision = InputOf<'case.decide-many'>['decision']

/** What can be done with all the cases that are ticked. */
export function ChosenBar({ rows }: { readonly rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  const { ids, choose, clear } = useChosen()
  const staff = useActiveStaff()
  const decide = useCommand('case.decide-many')
  const run = (decision: Decision): void => {
    const undoId = newId()
    decide.mutate(
      { undoId, caseIds: [...ids], decision },
      {
        onError: tellError,
        onSuccess: ({ done, refused }) => {
          clear()
          const said = [
            t(`queue:chosen.done.${decision.do}`, { count: done }),
            refused > 0 ? t('queue:chosen.refused', { count: refused }) : '',
          ]
            .filter((part) => part !== '')
            .join(' ')
          if (done > 0) offerUndoOf(undoId, said)
          else tellDone(said)
        },
      },
    )
  }
  const all = rows.length > 0 && rows.every(({ caseId }) => ids.has(caseId))
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('queue:chosen.label')}>
      <Text fw={650} role="status">
        {t('queue:chosen.count', { count: ids.size })}
      </Text>
      {!all && ids.size < MOST_CHOSEN && (
        <Button size="compact-md" variant="subtle" onClick={() => choose(rows.map(({ caseId }) => caseId))}>
          {t('queue:chosen.all', { count: Math.min(rows.length, MOST_CHOSEN) })}
        </Button>
      )}
      <div className={classes['does']}>
        <Menu position="bottom-end" withArrow>
          <Menu.Target>
            <Button size="sm" variant="default" leftSection={<IconUserShare aria-hidden size={18} />}>
              {t('queue:chosen.give')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {staff.map((person) => (
              <Menu.Item
                key={person.id}
                leftSection={<StaffFace staff={person} size={24} />}
                onClick={() => run({ do: 'give', ownerId: person.id })}
              >
                {person.name}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => run({ do: 'give', ownerId: null })}>{t('queue:chosen.nobody')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconArchive aria-hidden size={18} />}
          loading={decide.isPending}
          onClick={() => run({ do: 'set-aside' })}
        >
          {t('case:setAside')}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconCircleCheck aria-hidden size={18} />}
          loading={decide.isPending}
          onClick={() => run({ do: 'close' })}
        >
          {t('case:close')}
        </Button>
        <Button size="sm" variant="subtle" onClick={clear}>
          {t('queue:chosen.clear')}
        </Button>
      </div>
    </div>
  )
}
