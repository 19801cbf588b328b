import { ActionIcon, Button, Group, Input, Popover, Text, TextInput } from '@mantine/core'
import { useDisclosure, useId } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { Suspense, lazy, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/domain/time.ts'
import { useAsk } from '../engine/hooks.ts'
import { useMoment } from '../phone-note/use-moment.ts'
import { MomentNote } from '../promises/MomentNote.tsx'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './MomentField.module.css'
import { Loading } from './Loading.tsx'

const Calendar = lazy(async () => ({ default: (await import('./MomentCalendar.tsx')).MomentCalendar }))

interface Props {
  readonly label: string
  readonly value: Instant | null
  /** Whose promise it will be: suggestions keep clear of what this person already promised. */
  readonly ownerId: string | null
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  onChange(at: Instant | null): void
}

/** A moment to promise: one of a few that can be kept, typed as one says it, or from the calendar. */
export function MomentField({ label, value, ownerId, error, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const id = useId()
  const suggestions = useAsk('moment.suggest', { ownerId }).data ?? []
  const { typed, setTyped, trouble } = useTyped(value, onChange)
  const choose = (at: Instant): void => {
    setTyped('')
    onChange(at)
  }
  return (
    <div role="group" aria-label={label} className={classes['moment']}>
      <div className={classes['head']}>
        <Input.Label size="md" htmlFor={id}>
          {label}
        </Input.Label>
        <Text component="span" fw={650} c="var(--b-accent-ink)" role="status">
          {value === null ? '' : `${time.day(value, now)} ${time.clock(value)}`}
        </Text>
      </div>
      <TextInput
        id={id}
        name="moment"
        placeholder={t('common:moment.example')}
        value={typed}
        error={trouble ?? error}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={<CalendarButton value={value} onChoose={choose} />}
      />
      <Group gap={6}>
        {suggestions.slice(0, 5).map(({ at }) => (
          <Button
            key={at}
            size="compact-md"
            px={8}
            fw={500}
            variant={at === value ? 'filled' : 'default'}
            aria-pressed={at === value}
            onClick={() => choose(at)}
          >
            {time.moment(at, now)}
          </Button>
        ))}
      </Group>
      <MomentNote at={value} ownerId={ownerId} />
    </div>
  )
}

/** What is typed, read as a moment while typing. */
function useTyped(value: Instant | null, onChange: (at: Instant | null) => void) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const understood = useMoment(typed)
  const at = understood.state === 'clear' ? understood.at : null
  const change = useEffectEvent(onChange)
  useEffect(() => {
    if (at !== null) change(at)
  }, [at])
  const unclear = understood.state === 'unclear' || understood.state === 'past'
  useEffect(() => {
    if (unclear) change(null)
  }, [unclear])
  const trouble = unclear && value === null ? t(`common:moment.${understood.state}`) : undefined
  return { typed, setTyped, trouble }
}

function CalendarButton(props: { readonly value: Instant | null; onChoose(at: Instant): void }) {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure(false)
  return (
    <Popover opened={opened} onChange={close} trapFocus withArrow shadow="md" position="top-end" returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('common:moment.calendar')}
          title={t('common:moment.calendar')}
          onClick={toggle}
        >
          <IconCalendar aria-hidden size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loading rows={3} />}>
          <Calendar
            value={props.value}
            onChoose={(at) => {
              props.onChoose(at)
              close()
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
