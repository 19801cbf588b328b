import '@mantine/charts/styles.css'
import { ActionIcon, Badge, Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { OverviewView } from '../../shared/contract/overview.ts'
import { monthAfter } from '../../shared/domain/overview-month.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import { monthName, overviewSentences } from '../../shared/domain/overview-words.ts'
import { Empty } from '../components/Empty.tsx'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useReady } from '../words/use-ready.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { Improvements } from './Improvements.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import classes from './Overview.module.css'
import { OverviewSettings } from './OverviewSettings.tsx'
import { People } from './People.tsx'
import { Promises } from './Promises.tsx'
import { Questions } from './Questions.tsx'
import { RowsDrawer } from './RowsDrawer.tsx'
import { Section } from './Section.tsx'
import type { Filled } from './Section.tsx'
import { ChasersCard, ComplaintsCard, WellCard } from './Cards.tsx'
import { useOverviewState } from './overview-state.ts'
import { useWords } from './use-words.ts'

/** The month: what we promised, what we kept, what we learned. */
export function Overview() {
  const { t, language } = useWords()
  const month = useOverviewState((state) => state.month)
  const { data, error } = useAsk('overview.get', { month })
  useReady('overview', data !== undefined)
  return (
    <Screen
      title={t('overview:title')}
      beside={
        data === undefined ? null : (
          <div className={classes['beside']}>
            {data.inProgress && (
              <Badge variant="default" size="lg">
                {t('overview:inProgressMark')}
              </Badge>
            )}
            <MonthPicker view={data} />
            <ExportMenu month={data.month} />
            <OverviewSettings />
          </div>
        )
      }
    >
      {error !== null && <FailureNotice failure={error.failure} />}
      {error === null && data === undefined && <Loading />}
      {data?.figures === null && (
        <Empty icon={null} title={monthName(data.month, language)}>
          {t('overview:noData')}
        </Empty>
      )}
      {data !== undefined && data.figures !== null && <MonthOnScreen view={{ ...data, figures: data.figures }} />}
    </Screen>
  )
}

function MonthOnScreen({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  return (
    <div className={classes['page']}>
      <p className={classes['sentence']}>{overviewSentences(view.figures, t, language).join(' ')}</p>
      <KeyFigures view={view} />
      <Section title={t('overview:section.questions')}>
        <Questions view={view} />
      </Section>
      <Section title={t('overview:section.promises')}>
        <Promises view={view} />
      </Section>
      <Section title={t('overview:section.chasers')}>
        <ChasersCard view={view} />
      </Section>
      <Section title={t('overview:section.complaints')}>
        <ComplaintsCard view={view} />
      </Section>
      <Section title={t('overview:section.improvements')}>
        <Improvements view={view} />
      </Section>
      <Section title={t('overview:section.well')}>
        <WellCard view={view} />
      </Section>
      <People view={view} />
      <RowsDrawer month={view.month} />
    </div>
  )
}

function MonthPicker({ view }: { readonly view: OverviewView }) {
  const { t, language } = useWords()
  const choose = useOverviewState((state) => state.choose)
  const { month, currentMonth } = view
  const first = view.firstMonth < month ? view.firstMonth : month
  const months = monthsBetween(first, currentMonth > month ? currentMonth : month)
  return (
    <>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('overview:month.previous')}
        disabled={month <= view.firstMonth}
        onClick={() => choose(monthAfter(month, -1))}
      >
        <IconChevronLeft aria-hidden size={20} />
      </ActionIcon>
      <Select
        aria-label={t('overview:month.choose')}
        w={190}
        allowDeselect={false}
        data={months.map((value) => ({ value, label: monthName(value, language) }))}
        value={month}
        onChange={(value) => value !== null && choose(value)}
      />
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('overview:month.next')}
        disabled={month >= currentMonth}
        onClick={() => choose(monthAfter(month, 1))}
      >
        <IconChevronRight aria-hidden size={20} />
      </ActionIcon>
    </>
  )
}

/** Newest first. */
function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = last; month >= first; month = monthAfter(month, -1)) months.push(month)
  return months
}
