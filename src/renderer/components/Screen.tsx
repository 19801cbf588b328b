import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Screen.module.css'

/** One screen: a heading that never scrolls away, and what it holds. `fill` hands the scrolling to the content. */
export function Screen(props: {
  readonly title: string
  readonly beside?: ReactNode
  readonly fill?: boolean
  readonly children: ReactNode
}) {
  return (
    <main className={classes['screen']} id="content" tabIndex={-1} aria-label={props.title}>
      <header className={classes['head']}>
        <Title order={1}>{props.title}</Title>
        {props.beside}
      </header>
      <div className={props.fill === true ? classes['fill'] : classes['scroll']}>{props.children}</div>
    </main>
  )
}
