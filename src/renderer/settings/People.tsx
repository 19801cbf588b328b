import { Badge, Button, Group } from '@mantine/core'
import { IconPencil, IconTable, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { StaffView } from '../../shared/contract/business.ts'
import { StaffFace } from '../components/StaffFace.tsx'
import { PersonAbsence } from '../absence/PersonAbsence.tsx'
import { useStaff } from '../engine/people.ts'
import { useOverlay } from '../shell/overlay.ts'
import { SectionPage } from './SectionPage.tsx'
import classes from './Settings.module.css'
import { StaffDialog } from './StaffDialog.tsx'
import { COLOURS } from './staff-colours.ts'

export function People() {
  const { t } = useTranslation('settings')
  const staff = useStaff()
  const open = useOverlay((state) => state.open)
  const [edited, setEdited] = useState<StaffView | null>(null)
  const sorted = [...staff].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
  const unused = COLOURS.find((colour) => !staff.some((person) => person.colour === colour)) ?? 'blue'
  const add = (): void => setEdited({ id: newId(), name: '', colour: unused, email: null, signature: '', active: true })
  return (
    <SectionPage
      section="people"
      beside={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconTable aria-hidden size={18} />}
            onClick={() => open({ kind: 'workload' })}
          >
            {t('absence:load.open')}
          </Button>
          <Button leftSection={<IconUserPlus aria-hidden size={18} />} onClick={add}>
            {t('people.add')}
          </Button>
        </Group>
      }
    >
      <ul className={classes['rows']} aria-label={t('people.list')}>
        {sorted.map((person) => (
          <li key={person.id} className={classes['row']}>
            <StaffFace staff={person} size={36} />
            <span className={classes['grow']}>
              <b>{person.name}</b>
              {person.email === null ? null : <div>{person.email}</div>}
            </span>
            {person.active ? (
              <PersonAbsence person={person} />
            ) : (
              <Badge variant="default" size="lg" tt="none" fw={500}>
                {t('people.inactive')}
              </Badge>
            )}
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPencil aria-hidden size={16} />}
              aria-label={t('people.editOne', { name: person.name })}
              onClick={() => setEdited(person)}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <StaffDialog key={edited.id} person={edited} staff={staff} onClose={() => setEdited(null)} />
      )}
    </SectionPage>
  )
}
