import { Text } from '@mantine/core'
import { CASE_KINDS, CHANNELS } from '../../shared/domain/case.ts'
import { NEVER_ANSWERED_2013 } from '../../shared/domain/overview.ts'
import { minutesWords, shareWords } from '../../shared/domain/overview-words.ts'
import { ChartCard } from './ChartCard.tsx'
import { Count } from './Figure.tsx'
import { FigureTable } from './FigureTable.tsx'
import { HeatMap } from './HeatMap.tsx'
import type { Filled } from './Section.tsx'
import classes from './Overview.module.css'
import { Bars } from './charts.tsx'
import { useOverviewState } from './overview-state.ts'
import type { Slice } from './overview-state.ts'
import { useWords } from './use-words.ts'

export function Questions({ view }: { readonly view: Filled }) {
  const { t } = useWords()
  const { questions } = view.figures
  const lines = [
    { name: t('overview:figure.answered'), count: questions.answered, slice: { of: 'answered' } },
    { name: t('overview:figure.unanswered'), count: questions.unanswered, slice: { of: 'unanswered' } },
    { name: t('overview:figure.sameDay'), count: questions.sameDay, slice: { of: 'same-day' } },
    { name: t('overview:figure.openAtEnd'), count: questions.openAtEnd, slice: { of: 'open-at-end' } },
  ] as const
  const days = questions.byDay.map(({ date, count }) => ({
    name: String(Number(date.slice(8))),
    count,
    slice: { of: 'received', date } as const,
  }))
  return (
    <div className={classes['cards']}>
      <section className={classes['card']} aria-label={t('overview:section.questions')}>
        <FigureTable
          caption={t('overview:section.questions')}
          head={[t('overview:figure.received'), String(questions.received)]}
          rows={lines.map(({ name, count, slice }) => ({
            key: name,
            cells: [name, <Count key={name} count={count} slice={slice} title={name} />],
          }))}
        />
      </section>
      <WaitCard view={view} />
      <BarsCard title={t('overview:chart.byDay')} first={t('overview:chart.day')} bars={days} wide />
      <BarsCard
        title={t('overview:chart.byChannel')}
        flat
        bars={CHANNELS.map((channel) => ({
          name: t(`common:channel.${channel}`),
          count: questions.byChannel[channel],
          slice: { of: 'received', channel },
        }))}
      />
      <BarsCard
        title={t('overview:chart.byKind')}
        flat
        bars={CASE_KINDS.map((kind) => ({
          name: t(`common:kind.${kind}`),
          count: questions.byKind[kind],
          slice: { of: 'received', kind },
        }))}
      />
      <section className={classes['card']} data-wide aria-label={t('overview:chart.heat')}>
        <Text component="h3" fw={650} m={0} size="lg">
          {t('overview:chart.heat')}
        </Text>
        <HeatMap heat={questions.heat} />
      </section>
    </div>
  )
}

/** Bars that open what they count, and the same as a table. */
export function BarsCard(props: {
  readonly title: string
  readonly first?: string
  readonly flat?: boolean
  readonly wide?: boolean
  readonly bars: readonly { readonly name: string; readonly count: number; readonly slice: Slice }[]
}) {
  const { t } = useWords()
  const open = useOverviewState((state) => state.open)
  const { title, bars } = props
  const nameOf = (name: string): string => `${title}: ${name}`
  return (
    <ChartCard
      title={title}
      {...(props.wide === true ? { wide: true } : {})}
      chart={
        <Bars
          bars={bars}
          label={title}
          flat={props.flat ?? false}
          onBar={(index) => open(bars[index]!.slice, nameOf(bars[index]!.name))}
        />
      }
      table={
        <FigureTable
          caption={title}
          head={[props.first ?? title, t('overview:chart.count')]}
          rows={bars.map(({ name, count, slice }) => ({
            key: name,
            cells: [name, <Count key={name} count={count} slice={slice} title={nameOf(name)} />],
          }))}
        />
      }
    />
  )
}

/** How long people waited, and how many still do, beside what consumers said in 2013. */
function WaitCard({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const { firstAnswer, received, unanswered } = view.figures.questions
  const { open, clock } = firstAnswer
  const own = received === 0 ? null : unanswered / received
  return (
    <section className={classes['card']} aria-label={t('overview:section.firstAnswer')}>
      <Text component="h3" fw={650} m={0} size="lg">
        {t('overview:section.firstAnswer')}
      </Text>
      {open.count === 0 ? (
        <Text c="dimmed">{t('overview:wait.none')}</Text>
      ) : (
        <>
          <FigureTable
            caption={t('overview:section.firstAnswer')}
            head={['', t('overview:wait.median'), t('overview:wait.p90')]}
            rows={(['open', 'clock'] as const).map((kind) => {
              const { median, p90 } = kind === 'open' ? open : clock
              return {
                key: kind,
                cells: [
                  t(`overview:wait.${kind}`),
                  minutesWords(median, kind, t, language),
                  minutesWords(p90, kind, t, language),
                ],
              }
            })}
          />
          <Text size="sm" c="dimmed">
            {t('overview:wait.of', { count: open.count })}
          </Text>
        </>
      )}
      <FigureTable
        caption={t('overview:chart.never')}
        head={[t('overview:chart.never'), t('overview:chart.share')]}
        rows={[
          { key: 'own', cells: [t('overview:chart.ownShare'), shareWords(own, language)] },
          { key: '2013', cells: [t('overview:chart.consumers2013'), shareWords(NEVER_ANSWERED_2013, language)] },
        ]}
      />
      <Text size="sm" c="dimmed">
        {t('overview:chart.source')}
      </Text>
    </section>
  )
}
