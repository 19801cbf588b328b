import { Tabs } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueSection } from '../../shared/domain/case.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useReady } from '../words/use-ready.ts'
import { CaseList } from './CaseList.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { Filters } from './Filters.tsx'
import { NothingHere } from './NothingHere.tsx'
import { SearchField } from './SearchField.tsx'
import { useChosen } from './chosen.ts'
import { TABS, useQueueView } from './queue-view.ts'
import type { Tab } from './queue-view.ts'
import { NEEDS_US } from './sections.ts'
import { useFilter, useRows } from './use-rows.ts'
import classes from './Queue.module.css'

type Counts = Readonly<Record<QueueSection, number>>

/** Everything that needs us, most urgent first; and what waits, is done, or was no question. */
export function Queue() {
  const { t } = useTranslation()
  const filter = useFilter()
  const counts = useAsk('queue.counts', { filter }).data
  const rows = useRows()
  const chosen = useChosen(({ ids }) => ids.size > 0)
  useEffect(() => useChosen.getState().clear, [])
  useReady('queue', !rows.loading && counts !== undefined)
  return (
    <Screen title={t('queue:title')} beside={<SearchField />} fill>
      <div className={classes['tools']}>
        {rows.searching ? (
          <div role="status" className={classes['found']}>
            {rows.loading ? '' : t('queue:found', { count: rows.rows.length })}
          </div>
        ) : (
          <SectionTabs counts={counts} />
        )}
        <Filters />
      </div>
      {chosen && <ChosenBar rows={rows.rows} />}
      {rows.error !== null && (
        <div className={classes['failed']}>
          <FailureNotice failure={rows.error.failure} />
        </div>
      )}
      {rows.loading && <Loading />}
      {!rows.loading && rows.error === null && rows.rows.length === 0 && <NothingHere searching={rows.searching} />}
      {rows.rows.length > 0 && <CaseList rows={rows} counts={counts} />}
    </Screen>
  )
}

function SectionTabs({ counts }: { readonly counts: Counts | undefined }) {
  const { t } = useTranslation()
  const tab = useQueueView((view) => view.tab)
  const set = useQueueView((view) => view.set)
  return (
    <Tabs
      value={tab}
      onChange={(value) => set({ tab: value as Tab, late: false, openedId: null, scrolledTo: 0 })}
      classNames={{ list: classes['tabs'] ?? '', tab: classes['tab'] ?? '' }}
    >
      <Tabs.List aria-label={t('queue:tabs')}>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`queue:tab.${name}`)}{' '}
            <span className={classes['count']}>{counts === undefined ? '' : countOf(name, counts)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

function countOf(tab: Tab, counts: Counts): number {
  if (tab !== 'needs-us') return counts[tab]
  return NEEDS_US.reduce((sum, section) => sum + counts[section], 0)
}
