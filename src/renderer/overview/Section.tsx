import { Title } from '@mantine/core'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { OverviewView } from '../../shared/contract/overview.ts'
import classes from './Overview.module.css'

/** A month that has figures. */
export type Filled = OverviewView & { readonly figures: NonNullable<OverviewView['figures']> }

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  )
}
