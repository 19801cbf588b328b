import { Text, UnstyledButton } from '@mantine/core'
import type { OverviewRow } from '../../shared/contract/overview.ts'
import { useViewState } from '../view-state.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './Overview.module.css'
import { useWords } from './use-words.ts'

/** Cases, each opening at a click. `more` says what makes it stand here. */
export function CaseLines({ rows }: { readonly rows: readonly (OverviewRow & { readonly more?: string })[] }) {
  const { t } = useWords()
  const go = useViewState((state) => state.go)
  const time = useTime()
  const now = useNow()
  return (
    <ul className={classes['list']}>
      {rows.map((row) => (
        <li key={row.id}>
          <UnstyledButton className={classes['row'] ?? ''} onClick={() => go({ screen: 'case', caseId: row.caseId })}>
            <Text component="span" fw={600}>
              {row.customerName || t('overview:erased')}: {row.subject}
            </Text>
            <Text component="span" size="sm" c="dimmed">
              {[
                t('common:caseNumber', { number: row.number }),
                t(`common:kind.${row.kind}`),
                time.moment(row.at, now),
                ...(row.ending === null ? [] : [t(`overview:ending.${row.ending}`)]),
                ...(row.more === undefined ? [] : [row.more]),
              ].join(' · ')}
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
