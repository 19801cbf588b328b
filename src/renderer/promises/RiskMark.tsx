import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Risk } from '../../shared/domain/at-risk.ts'
import classes from './RiskMark.module.css'

/** Seen before it breaks: why a promise may not be kept. */
export function RiskMark({ risks }: { readonly risks: readonly Risk[] }) {
  const { t } = useTranslation()
  if (risks.length === 0) return null
  return (
    <span className={classes['mark']}>
      <IconAlertTriangle aria-hidden size={17} />
      {risks.map((risk) => t(`promises:risk.${risk}`)).join(', ')}
    </span>
  )
}
