import { Button, Title } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import classes from './Overview.module.css'
import { useWords } from './use-words.ts'

/** A chart, and the same figures as a table: for who can't see it, and for who wants to open what is behind a number. */
export function ChartCard(props: {
  readonly title: string
  readonly chart: ReactNode
  readonly table: ReactNode
  readonly wide?: boolean
  readonly children?: ReactNode
}) {
  const { t } = useWords()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className={classes['card']} data-wide={props.wide} aria-labelledby={id}>
      <header className={classes['cardHead']}>
        <Title order={3} id={id}>
          {props.title}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={asTable ? <IconChartBar aria-hidden size={16} /> : <IconTable aria-hidden size={16} />}
          aria-label={`${props.title}: ${t(asTable ? 'overview:asChart' : 'overview:asTable')}`}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'overview:asChart' : 'overview:asTable')}
        </Button>
      </header>
      {asTable ? props.table : props.chart}
      {props.children}
    </section>
  )
}
