import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Notice.module.css'

/** Something to know, not yet something wrong; `more` says what can be done about it. */
export function Notice({ children, more }: { readonly children: ReactNode; readonly more?: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes['notice']} data-tone="today">
      <IconInfoCircle aria-hidden size={22} />
      <div className={classes['words']}>
        {more === undefined ? (
          children
        ) : (
          <details>
            <summary>
              {children} <span className={classes['more']}>{t('common:whatNow')}</span>
            </summary>
            {more}
          </details>
        )}
      </div>
    </div>
  )
}
