import { IconAlarm, IconClock } from '@tabler/icons-react'
import type { Instant } from '../../shared/domain/time.ts'
import { useNow, useTime, useZone } from '../words/use-time.ts'
import { urgency } from '../words/time-words.ts'
import classes from './Mark.module.css'

/** When we owe something: late, today or later, in colour and in words. */
export function DueMark({ at }: { readonly at: Instant }) {
  const now = useNow()
  const time = useTime()
  const pressing = urgency(at, now, useZone())
  return (
    <span className={classes['due']} data-urgency={pressing}>
      {pressing === 'late' ? <IconAlarm aria-hidden size={17} /> : <IconClock aria-hidden size={17} />}
      {time.due(at, now)}
    </span>
  )
}
