import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/nl'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf } from '../../shared/domain/local-days.ts'
import type { Business } from '../../shared/contract/business.ts'
import { useNow, useZone } from '../words/use-time.ts'
import { readDate } from './date-text.ts'
import { useDateWords } from './use-date-words.ts'
import classes from './Hours.module.css'

type Closure = Business['closures'][number]

/** Days on which the business is closed besides its free weekdays and the holidays. */
export function Closures(props: { readonly closures: readonly Closure[]; onChange(closures: Closure[]): void }) {
  const { t } = useTranslation('settings')
  const date = useDateWords()
  const sorted = [...props.closures].sort((a, b) => a.from.localeCompare(b.from))
  return (
    <>
      {sorted.length === 0 ? <Text c="dimmed">{t('hours.noClosures')}</Text> : null}
      <ul className={classes['closures']} aria-label={t('hours.closures')} hidden={sorted.length === 0}>
        {sorted.map((closure) => {
          const days =
            closure.from === closure.until
              ? date(closure.from)
              : t('hours.span', { from: date(closure.from), until: date(closure.until) })
          return (
            <li key={`${closure.from} ${closure.until} ${closure.reason}`}>
              <span>
                {closure.reason === '' ? null : <Text fw={600}>{closure.reason}</Text>}
                {days}
              </span>
              <Tooltip label={t('hours.dropClosure')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('hours.dropClosureOf', { days })}
                  onClick={() => props.onChange(sorted.filter((other) => other !== closure))}
                >
                  <IconTrash aria-hidden size={18} />
                </ActionIcon>
              </Tooltip>
            </li>
          )
        })}
      </ul>
      <AddClosure onAdd={(closure) => props.onChange([...sorted, closure])} />
    </>
  )
}

function AddClosure({ onAdd }: { onAdd(closure: Closure): void }) {
  const { t, i18n } = useTranslation('settings')
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<'noDay' | 'backwards' | null>(null)
  const add = (): void => {
    if (from === null) return setWrong('noDay')
    if (until !== null && until < from) return setWrong('backwards')
    onAdd({ from, until: until ?? from, reason: reason.trim() })
    setFrom(null)
    setUntil(null)
    setReason('')
    setWrong(null)
  }
  const today = dateOf(useNow(), useZone())
  const common = {
    locale: i18n.language,
    valueFormat: 'D-M-YYYY',
    dateParser: (text: string) => readDate(text, today),
    clearable: true,
    clearButtonProps: { 'aria-label': t('hours.clearDay') },
    popoverProps: { withinPortal: true },
    weekendDays: [] as [],
    ariaLabels: {
      nextMonth: t('common:moment.nextMonth'),
      previousMonth: t('common:moment.previousMonth'),
      monthLevelControl: t('common:moment.otherMonth'),
      yearLevelControl: t('common:moment.otherYear'),
    },
    size: 'md' as const,
  }
  return (
    <form
      className={classes['addClosure']}
      aria-label={t('hours.addClosure')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <DateInput
        {...common}
        label={t('hours.firstDay')}
        value={from}
        error={wrong === 'noDay' ? t('hours.wrong.noDay') : null}
        onChange={setFrom}
      />
      <DateInput
        {...common}
        label={t('hours.lastDay')}
        placeholder={t('hours.sameDay')}
        value={until}
        {...(from === null ? {} : { minDate: from, defaultDate: from })}
        error={wrong === 'backwards' ? t('hours.wrong.backwards') : null}
        onChange={setUntil}
      />
      <TextInput label={t('hours.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Group align="flex-end">
        <Button type="submit" variant="default">
          {t('hours.addClosure')}
        </Button>
      </Group>
    </form>
  )
}
