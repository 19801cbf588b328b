import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Notice.module.css'

/** Something to know, not yet something wrong. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['notice']} data-tone="today">
      <IconInfoCircle aria-hidden size={22} />
      <div className={classes['words']}>{children}</div>
    </div>
  )
}
