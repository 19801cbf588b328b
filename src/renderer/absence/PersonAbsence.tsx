import { Badge, Button, Group } from '@mantine/core'
import { IconBeach, IconDoorEnter, IconThermometer } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffView } from '../../shared/contract/business.ts'
import type { Absence } from '../../shared/domain/absences.ts'
import { dateOf } from '../../shared/domain/local-days.ts'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useDateWords } from '../settings/use-date-words.ts'
import { useNow, useZone } from '../words/use-time.ts'

const AbsenceDialog = lazy(async () => ({ default: (await import('./AbsenceDialog.tsx')).AbsenceDialog }))

const NONE: readonly Absence[] = []

/** When one person is away, and the ways to say so: planned, or ill today. */
export function PersonAbsence({ person }: { readonly person: StaffView }) {
  const { t } = useTranslation()
  const today = dateOf(useNow(), useZone())
  const absences = (useAsk('absence.list', {}).data ?? NONE).filter(({ staffId }) => staffId === person.id)
  const awayToday = absences.some(({ from }) => from <= today)
  const [setting, setSetting] = useState<'planned' | 'ill' | null>(null)
  const { name } = person
  return (
    <>
      {absences.map((absence) => (
        <OneAbsence key={absence.id} person={person} absence={absence} begun={absence.from <= today} />
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          leftSection={<IconBeach aria-hidden size={16} />}
          aria-label={t('absence:planOne', { name })}
          onClick={() => setSetting('planned')}
        >
          {t('absence:plan')}
        </Button>
        {!awayToday && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconThermometer aria-hidden size={16} />}
            aria-label={t('absence:illOne', { name })}
            onClick={() => setSetting('ill')}
          >
            {t('absence:ill')}
          </Button>
        )}
      </Group>
      {setting !== null && (
        <Suspense fallback={null}>
          <AbsenceDialog person={person} day={setting === 'ill' ? today : null} onClose={() => setSetting(null)} />
        </Suspense>
      )}
    </>
  )
}

interface OneProps {
  readonly person: StaffView
  readonly absence: Absence
  readonly begun: boolean
}

function OneAbsence({ person, absence, begun }: OneProps) {
  const { t } = useTranslation()
  const date = useDateWords()
  const end = useCommand('absence.end')
  const { name } = person
  const [from, until] = [date(absence.from), date(absence.until)]
  return (
    <Group gap="xs">
      <Badge color="var(--b-today)" autoContrast size="lg" tt="none" fw={500}>
        {absence.from === absence.until ? t('absence:on', { from }) : t('absence:span', { from, until })}
      </Badge>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconDoorEnter aria-hidden size={16} />}
        aria-label={t(begun ? 'absence:backOne' : 'absence:cancelOne', { name, from })}
        loading={end.isPending}
        onClick={() =>
          end.mutate(
            { absenceId: absence.id },
            { onSuccess: () => tellDone(t('absence:ended', { name })), onError: tellError },
          )
        }
      >
        {t(begun ? 'absence:back' : 'absence:cancel')}
      </Button>
    </Group>
  )
}
