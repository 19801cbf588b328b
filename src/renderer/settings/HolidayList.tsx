import { Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BusinessView } from '../../shared/contract/business.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useDateWords } from './use-date-words.ts'
import classes from './Hours.module.css'

/** The public holidays of the coming year; a switch that is on means closed. */
export function HolidayList(props: { readonly business: BusinessView; onChange(openHolidays: string[]): void }) {
  const { t } = useTranslation('settings')
  const date = useDateWords()
  const { country, region, openHolidays } = props.business
  const { data: holidays, error } = useAsk('business.holidays', { country, region })
  if (error !== null) return <FailureNotice failure={error.failure} />
  if (holidays?.length === 0) return <Text c="dimmed">{t('hours.noHolidays')}</Text>
  return (
    <ul className={classes['holidays']} aria-label={t('hours.holidays')}>
      {holidays?.map((holiday) => {
        const open = holiday.names.some((name) => openHolidays.includes(name))
        const others = openHolidays.filter((name) => !holiday.names.includes(name))
        return (
          <li key={holiday.date + holiday.name}>
            <Switch
              label={holiday.name}
              description={`${date(holiday.date)} · ${t(open ? 'hours.openThen' : 'hours.closedThen')}`}
              checked={!open}
              onChange={() => props.onChange(open ? others : [...others, holiday.name])}
            />
          </li>
        )
      })}
    </ul>
  )
}
