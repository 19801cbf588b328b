import { Group } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/nl'
import { useTranslation } from 'react-i18next'
import { dateOf } from '../../shared/domain/local-days.ts'
import { readDate } from '../settings/date-text.ts'
import { useNow, useZone } from '../words/use-time.ts'
import type { AbsenceForm } from './use-absence.ts'

/** The first and the last day away. */
export function SpanFields({ form }: { readonly form: AbsenceForm }) {
  const { t, i18n } = useTranslation()
  const today = dateOf(useNow(), useZone())
  const common = {
    locale: i18n.language,
    valueFormat: 'D-M-YYYY',
    dateParser: (text: string) => readDate(text, today),
    clearable: true,
    clearButtonProps: { 'aria-label': t('absence:clear') },
    weekendDays: [] as [],
    ariaLabels: {
      nextMonth: t('common:moment.nextMonth'),
      previousMonth: t('common:moment.previousMonth'),
      monthLevelControl: t('common:moment.otherMonth'),
      yearLevelControl: t('common:moment.otherYear'),
    },
  }
  const { from, until, wrong, change } = form
  return (
    <Group grow align="flex-start">
      <DateInput
        {...common}
        label={t('absence:from')}
        value={from}
        error={wrong === 'noDay' ? t('absence:wrong.noDay') : null}
        onChange={(date) => change({ from: date })}
      />
      <DateInput
        {...common}
        label={t('absence:until')}
        placeholder={t('absence:sameDay')}
        value={until}
        {...(from === null ? {} : { minDate: from, defaultDate: from })}
        error={wrong === 'backwards' ? t('absence:wrong.backwards') : null}
        onChange={(date) => change({ until: date })}
      />
    </Group>
  )
}
