import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/contract/failure.ts'
import classes from './Notice.module.css'

interface Props {
  readonly failure: Failure
  /** In few lines, the rest at a click: for what stays on screen for a while. */
  readonly brief?: boolean
  readonly children?: ReactNode
}

/** What happened, what is safe, what to do: in words, never as a code. */
export function FailureNotice({ failure, brief = false, children }: Props) {
  const { t } = useTranslation()
  const blanks = failure.detail ?? {}
  const what = <strong>{t(`failure:${failure.code}.what`, blanks)}</strong>
  const rest = `${t(`failure:${failure.code}.safe`, blanks)} ${t(`failure:${failure.code}.todo`, blanks)}`
  return (
    <div role="alert" className={classes['notice']} data-tone="late">
      <IconAlertTriangle aria-hidden size={22} />
      <div className={classes['words']}>
        {brief ? (
          <details>
            <summary>
              {what} <span className={classes['more']}>{t('common:whatNow')}</span>
            </summary>
            {rest}
          </details>
        ) : (
          <>
            {what}
            <p>{rest}</p>
          </>
        )}
      </div>
      {children}
    </div>
  )
}
