import { Anchor, SegmentedControl, Text, Title } from '@mantine/core'
import { IconSunset2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueFilter, QueueRow } from '../../shared/contract/queue.ts'
import type { OutputOf } from '../../shared/contract/index.ts'
import { Empty } from '../components/Empty.tsx'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useActiveStaff, useActor } from '../engine/people.ts'
import { BackAgain } from '../absence/BackAgain.tsx'
import { AtRisk } from '../promises/AtRisk.tsx'
import { CaseRow } from '../queue/CaseRow.tsx'
import { useQueueView } from '../queue/queue-view.ts'
import { UNFILTERED } from '../queue/sections.ts'
import { useViewState } from '../view-state.ts'
import { useReady } from '../words/use-ready.ts'
import { useNow, useTime } from '../words/use-time.ts'
import { daySentences } from './sentence.ts'
import classes from './Today.module.css'

const SHOWN = { overdue: 12, 'due-today': 12, 'first-answer': 6 } as const
type Section = keyof typeof SHOWN

/** The first screen of the day: who is waiting for us, what did we promise, what to do now. */
export function Today() {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const actor = useActor()?.id ?? null
  const [whose, setWhose] = useState<'mine' | 'all'>('all')
  const several = useActiveStaff().length > 1
  const filter = whose === 'mine' ? { ...UNFILTERED, ownerId: actor } : UNFILTERED
  const day = useDay(filter)
  useReady('today', day.rows !== undefined)

  return (
    <Screen
      title={t('today:title')}
      beside={
        <div className={classes['beside']}>
          <Text c="dimmed">{time.date(now)}</Text>
          {several && actor !== null && (
            <SegmentedControl
              size="sm"
              aria-label={t('today:whose')}
              value={whose}
              onChange={(value) => setWhose(value === 'mine' ? 'mine' : 'all')}
              data={[
                { value: 'all', label: t('today:everyone') },
                { value: 'mine', label: t('today:mine') },
              ]}
            />
          )}
        </div>
      }
    >
      {day.error !== null && <FailureNotice failure={day.error.failure} />}
      {day.error === null && day.rows === undefined && <Loading />}
      {day.rows !== undefined && <DayOnScreen counts={day.counts} rows={day.rows} ownerId={filter.ownerId} />}
    </Screen>
  )
}

type Rows = Readonly<Record<Section, readonly QueueRow[]>>
type Counts = OutputOf<'queue.counts'>

function useDay(filter: QueueFilter) {
  const section = (name: Section) => ({ section: name, filter, cursor: null, limit: SHOWN[name] })
  const overdue = useAsk('queue.page', section('overdue'))
  const dueToday = useAsk('queue.page', section('due-today'))
  const firstAnswer = useAsk('queue.page', section('first-answer'))
  const counts = useAsk('queue.counts', { filter })
  const error = overdue.error ?? dueToday.error ?? firstAnswer.error ?? counts.error
  if (!overdue.data || !dueToday.data || !firstAnswer.data || !counts.data) return { error, rows: undefined } as const
  const rows: Rows = {
    overdue: overdue.data.rows,
    'due-today': dueToday.data.rows,
    'first-answer': firstAnswer.data.rows,
  }
  return { error: null, rows, counts: counts.data } as const
}

function DayOnScreen(props: { readonly counts: Counts; readonly rows: Rows; readonly ownerId: string | null }) {
  const { counts, rows, ownerId } = props
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const sentences = daySentences(
    {
      overdue: counts.overdue,
      dueToday: counts['due-today'],
      firstAnswer: counts['first-answer'],
      latest: rows.overdue[0],
      next: rows['due-today'][0],
    },
    now,
    t,
    time,
  )
  if (sentences.length === 0) {
    return (
      <div className={classes['day']}>
        <BackAgain />
        <AllDone />
        <AtRisk ownerId={ownerId} />
      </div>
    )
  }
  return (
    <div className={classes['day']}>
      <BackAgain />
      <p className={classes['sentence']}>{sentences.join(' ')}</p>
      <List section="overdue" rows={rows.overdue} count={counts.overdue} />
      <List section="due-today" rows={rows['due-today']} count={counts['due-today']} />
      <AtRisk ownerId={ownerId} />
      <List section="first-answer" rows={rows['first-answer']} count={counts['first-answer']} />
    </div>
  )
}

function List(props: { readonly section: Section; readonly rows: readonly QueueRow[]; readonly count: number }) {
  const { t } = useTranslation()
  const go = useViewState((state) => state.go)
  const { section, rows, count } = props
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={`today-${section}`}>
      <div className={classes['heading']}>
        <Title order={2} id={`today-${section}`} data-section={section}>
          {t(`today:section.${section}`)}
        </Title>
        {count > rows.length && <ToQueue>{t('today:all', { count })}</ToQueue>}
      </div>
      <ul className={classes['list']}>
        {rows.map((row) => (
          <li key={row.caseId}>
            <CaseRow row={row} onOpen={(caseId) => go({ screen: 'case', caseId })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToQueue({ children }: { readonly children: ReactNode }) {
  const go = useViewState((state) => state.go)
  const set = useQueueView((view) => view.set)
  const toQueue = (): void => {
    set({ tab: 'needs-us', text: '', scrolledTo: 0, openedId: null })
    go({ screen: 'queue' })
  }
  return (
    <Anchor component="button" type="button" onClick={toQueue}>
      {children}
    </Anchor>
  )
}

/** Nobody is waiting: say so, and leave people in peace. */
function AllDone() {
  const { t } = useTranslation()
  return (
    <Empty icon={<IconSunset2 size={56} stroke={1.3} />} title={t('today:done.title')}>
      {t('today:done.say')}
    </Empty>
  )
}
