import { ActionIcon, Button, Group, Switch, Text, TextInput, Tooltip } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenBlock } from '../../shared/domain/calendar.ts'
import { clockText, readClock } from './clock-text.ts'
import { useWeekdays } from './use-weekdays.ts'
import { USUAL_DAY, likeDay, withBlock, withDay, wrongInDay } from './week.ts'
import type { Day, Week } from './week.ts'
import classes from './Hours.module.css'

/** Opening hours of a week. Only weeks that can be are handed on; a day that isn't right yet says why. */
export function WeekEditor({ week, onChange }: { readonly week: Week; onChange(week: Week): void }) {
  const { t } = useTranslation('settings')
  const days = useWeekdays()
  return (
    <ul className={classes['week']} aria-label={t('hours.week')}>
      {week.map((day, index) => (
        <DayRow
          key={days[index]}
          name={days[index] ?? ''}
          day={day}
          onChange={(changed) => onChange(withDay(week, index, changed))}
          onCopy={() => onChange(likeDay(week, index))}
        />
      ))}
    </ul>
  )
}

/** A stretch keeps its place while its times are typed. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

interface DayProps {
  readonly name: string
  readonly day: Day
  onChange(day: Day): void
  onCopy(): void
}

function DayRow({ name, day, onChange, onCopy }: DayProps) {
  const { t } = useTranslation('settings')
  const [draft, setDraft] = useState(day)
  const [known, setKnown] = useState(day)
  // Changed from outside, such as copied from another day. A remount would lose the focus.
  if (known !== day) {
    setKnown(day)
    setDraft(day)
  }
  const wrong = wrongInDay(draft)
  const change = (changed: Day): void => {
    setDraft(changed)
    if (wrongInDay(changed) === null) onChange(changed)
  }
  const replace = (index: number, block: OpenBlock): void => change(draft.map((old, i) => (i === index ? block : old)))
  return (
    <li className={classes['day']}>
      <Switch
        className={classes['dayName']}
        label={name}
        checked={draft.length > 0}
        onChange={(event) => change(event.currentTarget.checked ? USUAL_DAY : [])}
      />
      <div className={classes['blocks']}>
        {draft.length === 0 ? <Text c="dimmed">{t('hours.closed')}</Text> : null}
        {draft.map((block, index) => (
          <Group key={PLACES[index]} gap={6} wrap="nowrap">
            <ClockField
              label={t('hours.from', { day: name, block: index + 1 })}
              minutes={block.from}
              onChange={(from) => replace(index, { ...block, from })}
            />
            <span aria-hidden>–</span>
            <ClockField
              label={t('hours.until', { day: name, block: index + 1 })}
              minutes={block.until}
              onChange={(until) => replace(index, { ...block, until })}
            />
            {draft.length < 2 ? null : (
              <Tooltip label={t('hours.dropBlock')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('hours.dropBlockOf', { day: name, block: index + 1 })}
                  onClick={() => change(draft.filter((_, i) => i !== index))}
                >
                  <IconX aria-hidden size={18} />
                </ActionIcon>
              </Tooltip>
            )}
          </Group>
        ))}
        {wrong === null ? null : (
          <Text size="sm" c="var(--b-late)" role="alert">
            {t(`hours.wrong.${wrong}`)}
          </Text>
        )}
      </div>
      {draft.length === 0 ? null : (
        <Group gap={4} className={classes['dayTools']}>
          {draft.length >= PLACES.length ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus aria-hidden size={15} />}
              aria-label={t('hours.breakOn', { day: name })}
              onClick={() => change(withBlock(draft))}
            >
              {t('hours.break')}
            </Button>
          )}
          <Tooltip label={t('hours.copyWhy')}>
            <ActionIcon
              variant="subtle"
              aria-label={t('hours.copy', { day: name })}
              disabled={wrong !== null}
              onClick={onCopy}
            >
              <IconCopy aria-hidden size={17} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </li>
  )
}

/** A time of day, read leniently when the field is left: 9, 930, 9.30 and 9:30 will all do. */
function ClockField(props: { readonly label: string; readonly minutes: number; onChange(minutes: number): void }) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState(clockText(props.minutes))
  const [known, setKnown] = useState(props.minutes)
  const [unclear, setUnclear] = useState(false)
  if (known !== props.minutes) {
    setKnown(props.minutes)
    setText(clockText(props.minutes))
  }
  const finish = (): void => {
    const minutes = readClock(text)
    setUnclear(minutes === null)
    if (minutes === null) return
    setText(clockText(minutes))
    if (minutes !== props.minutes) props.onChange(minutes)
  }
  return (
    <TextInput
      size="sm"
      w={76}
      inputMode="numeric"
      aria-label={props.label}
      value={text}
      error={unclear ? t('hours.wrong.clock') : null}
      errorProps={{ role: 'alert' }}
      styles={{ input: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}
