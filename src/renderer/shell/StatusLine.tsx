import { useTranslation } from 'react-i18next'
import { useAsk } from '../engine/hooks.ts'
import { useTime } from '../words/use-time.ts'
import { statusLine } from './status-line.ts'
import classes from './Navigation.module.css'

/** How fresh the mail on screen is, in a few words. */
export function StatusLine() {
  const { t } = useTranslation()
  const time = useTime()
  const status = useAsk('status.get', {}).data
  return (
    <div className={classes['status']} role="status">
      {status === undefined ? '' : statusLine(status, t, time)}
    </div>
  )
}
