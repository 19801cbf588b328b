import { Text, UnstyledButton } from '@mantine/core'
import classes from './Overview.module.css'
import { useOverviewState } from './overview-state.ts'
import type { Slice } from './overview-state.ts'
import { useWords } from './use-words.ts'

/** A number that opens the cases behind it. Nothing lies behind a zero. */
export function Count(props: { readonly count: number; readonly slice: Slice; readonly title: string }) {
  const { t } = useWords()
  const open = useOverviewState((state) => state.open)
  const { count, slice, title } = props
  if (count === 0) return <span className={classes['zero']}>0</span>
  return (
    <UnstyledButton
      className={classes['count'] ?? ''}
      aria-label={t('overview:open', { count, figure: title })}
      onClick={() => open(slice, title)}
    >
      {count}
    </UnstyledButton>
  )
}

/** One of the large figures at the top, with those of the month before and of last year. */
export function Figure(props: {
  readonly label: string
  readonly value: string
  readonly before: string
  readonly year: string
  readonly slice?: Slice
}) {
  const { t } = useWords()
  const open = useOverviewState((state) => state.open)
  const { label, value, slice } = props
  const inside = (
    <>
      <span className={classes['label']}>{label}</span>
      <span className={classes['value']}>{value}</span>
      <Text component="span" size="sm" c="dimmed" className={classes['compare'] ?? ''}>
        <span>{t('overview:compare.before', { value: props.before })}</span>
        <span>{t('overview:compare.year', { value: props.year })}</span>
      </Text>
    </>
  )
  if (slice === undefined) return <div className={classes['figure']}>{inside}</div>
  return (
    <UnstyledButton className={classes['figure'] ?? ''} data-opens onClick={() => open(slice, label)}>
      {inside}
    </UnstyledButton>
  )
}
