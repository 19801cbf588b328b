import { Stack, Text } from '@mantine/core'
import { minutesWords } from '../../shared/domain/overview-words.ts'
import { useAsk } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import { CaseLines } from './CaseLines.tsx'
import { Count } from './Figure.tsx'
import { FigureTable } from './FigureTable.tsx'
import type { Filled } from './Section.tsx'
import classes from './Overview.module.css'
import { useWords } from './use-words.ts'

/** Who had to come back to us, how often and about what. */
export function ChasersCard({ view }: { readonly view: Filled }) {
  const { t } = useWords()
  const { chasers } = view
  const byCase = new Map<string, { row: (typeof chasers)[number]; times: number }>()
  for (const row of chasers) byCase.set(row.caseId, { row, times: (byCase.get(row.caseId)?.times ?? 0) + 1 })
  if (chasers.length === 0) return <Text c="dimmed">{t('overview:chasers.none')}</Text>
  return (
    <div className={classes['card']}>
      <CaseLines
        rows={[...byCase.values()]
          .sort((a, b) => b.times - a.times)
          .map(({ row, times }) => ({
            ...row,
            more: t('overview:chasers.times', { count: times }),
          }))}
      />
    </div>
  )
}

export function ComplaintsCard({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const { received, closed, madeGood, toSolution } = view.figures.complaints
  if (received === 0) return <Text c="dimmed">{t('overview:complaints.none')}</Text>
  const line = (name: string, count: number, of: 'complaints' | 'complaints-closed' | 'made-good') => ({
    key: of,
    cells: [name, <Count key={of} count={count} slice={{ of }} title={name} />],
  })
  return (
    <div className={classes['card']}>
      <FigureTable
        caption={t('overview:section.complaints')}
        head={['', t('overview:chart.count')]}
        rows={[
          line(t('overview:figure.complaints'), received, 'complaints'),
          line(t('overview:figure.complaintsClosed'), closed, 'complaints-closed'),
          {
            key: 'time',
            cells: [t('overview:figure.toSolution'), minutesWords(toSolution.open.median, 'open', t, language)],
          },
          line(t('overview:figure.madeGood'), madeGood, 'made-good'),
        ]}
      />
    </div>
  )
}

/** What is worth saying out loud on Monday morning, with names where names may stand. */
export function WellCard({ view }: { readonly view: Filled }) {
  const { t } = useWords()
  const people = useAsk('overview.settings', {}).data?.people ?? false
  const staff = useStaff()
  const { questions, promises, compliments } = view.figures
  const thanked = view.figures.people
    .filter(({ compliments, endings }) => compliments > 0 || endings.early > 0)
    .flatMap(({ ownerId }) => staff.find(({ id }) => id === ownerId)?.name ?? [])
  return (
    <div className={classes['card']}>
      <Stack gap={4}>
        {promises.endings.early > 0 && <Text>{t('overview:well.early', { count: promises.endings.early })}</Text>}
        {questions.sameDay > 0 && <Text>{t('overview:well.sameDay', { count: questions.sameDay })}</Text>}
        {people && thanked.length > 0 && (
          <Text fw={600}>{t('overview:well.praise', { names: thanked.join(', ') })}</Text>
        )}
      </Stack>
      {compliments === 0 ? <Text c="dimmed">{t('overview:well.none')}</Text> : <CaseLines rows={view.compliments} />}
    </div>
  )
}
