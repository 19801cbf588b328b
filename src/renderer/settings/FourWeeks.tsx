import { useTranslation } from 'react-i18next'
import type { BusinessCalendar } from '../../shared/domain/calendar.ts'
import { dayNumberOf, dayOf, isoOf, weekdayOf } from '../../shared/domain/local-days.ts'
import { blocksOn } from '../../shared/domain/opening-hours.ts'
import type { IsoDate } from '../../shared/domain/time.ts'
import { useNow } from '../words/use-time.ts'
import { clockText } from './clock-text.ts'
import { useDateWords } from './use-date-words.ts'
import { useWeekdays } from './use-weekdays.ts'
import classes from './Hours.module.css'

/** What all of the above comes down to: the coming four weeks, Monday first. */
export function FourWeeks({ calendar }: { readonly calendar: BusinessCalendar }) {
  const { t } = useTranslation('settings')
  const short = useWeekdays('short')
  const long = useWeekdays()
  const today = dayOf(calendar.zone, useNow())
  const monday = today - (weekdayOf(today) - 1)
  const weeks = [0, 1, 2, 3].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => isoOf(monday + week * 7 + day)))
  return (
    <table className={classes['weeks']}>
      <caption>{t('hours.preview')}</caption>
      <thead>
        <tr>
          {short.map((name, day) => (
            <th key={name} scope="col" abbr={long[day]}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <DayCell
                key={date}
                date={date}
                calendar={calendar}
                past={dayNumberOf(date) < today}
                today={isoOf(today) === date}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell(props: {
  readonly date: IsoDate
  readonly calendar: BusinessCalendar
  readonly past: boolean
  readonly today: boolean
}) {
  const { t } = useTranslation('settings')
  const words = useDateWords()
  const blocks = blocksOn(props.calendar, props.date)
  const reason = props.calendar.closed[props.date]
  return (
    <td
      data-open={blocks.length > 0}
      data-past={props.past}
      {...(props.today ? { 'aria-current': 'date' as const } : {})}
      title={reason === undefined || reason === '' ? words(props.date) : `${words(props.date)}: ${reason}`}
    >
      <b>{Number(props.date.slice(8))}</b>
      {blocks.map(({ from, until }) => (
        <span key={from}>
          {clockText(from)}–{clockText(until)}
        </span>
      ))}
      {blocks.length > 0 ? null : <i>{reason === undefined || reason === '' ? t('hours.closed') : reason}</i>}
    </td>
  )
}
