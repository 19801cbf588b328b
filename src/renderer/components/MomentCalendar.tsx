import '@mantine/dates/styles.css'
import 'dayjs/locale/nl'
import { Button, Group } from '@mantine/core'
import { DatePicker, TimePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { blocksOn } from '../../shared/domain/opening-hours.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { useAsk } from '../engine/hooks.ts'
import { useNow, useZone } from '../words/use-time.ts'

const USUAL_TIME = '12:00'

/** A day and a time on the clock of the business. Days on which it is closed are said so. */
export function MomentCalendar(props: { readonly value: Instant | null; onChoose(at: Instant): void }) {
  const { t, i18n } = useTranslation()
  const zone = useZone()
  const now = useNow()
  const calendar = useAsk('business.get', {}).data?.calendar
  const local = (at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const start = props.value === null ? null : local(props.value)
  const [day, setDay] = useState<string | null>(start?.toPlainDate().toString() ?? null)
  const [clock, setClock] = useState(start?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? USUAL_TIME)
  const closedOn = (date: string) => {
    if (calendar === undefined || blocksOn(calendar, date).length > 0) return {}
    return { title: calendar.closed[date] ?? t('common:moment.closed'), style: { textDecoration: 'line-through' } }
  }
  const chosen = toInstant(day, clock, zone)
  return (
    <>
      <DatePicker
        locale={i18n.language}
        value={day}
        onChange={setDay}
        minDate={local(now).toPlainDate().toString()}
        weekendDays={[]}
        getDayProps={(date) => closedOn(date)}
        ariaLabels={{
          nextMonth: t('common:moment.nextMonth'),
          previousMonth: t('common:moment.previousMonth'),
          monthLevelControl: t('common:moment.otherMonth'),
          yearLevelControl: t('common:moment.otherYear'),
        }}
      />
      <Group mt="sm" align="end" justify="space-between">
        <TimePicker
          label={t('common:moment.time')}
          hoursInputLabel={t('common:moment.hours')}
          minutesInputLabel={t('common:moment.minutes')}
          value={clock}
          onChange={setClock}
        />
        <Button disabled={chosen === null || chosen <= now} onClick={() => chosen !== null && props.onChoose(chosen)}>
          {t('common:moment.choose')}
        </Button>
      </Group>
    </>
  )
}

function toInstant(day: string | null, clock: string, zone: string): Instant | null {
  const time = /^\d\d:\d\d/.exec(clock)
  if (day === null || time === null) return null
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time[0] }).epochMilliseconds
}
