import '@mantine/charts/styles.css'
import { useTranslation } from 'react-i18next'
import { CASE_KINDS, CHANNELS } from '../../shared/domain/case.ts'
import { PROMISE_ENDINGS } from '../../shared/domain/overview-facts.ts'
import { NEVER_ANSWERED_2013, keptShare } from '../../shared/domain/overview.ts'
import type { OverviewFigures } from '../../shared/domain/overview.ts'
import { minutesWords, monthName, overviewSentences, shareWords } from '../../shared/domain/overview-words.ts'
import { useAsk } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import { useReady } from '../words/use-ready.ts'
import { useNow, useTime } from '../words/use-time.ts'
import { FigureTable } from './FigureTable.tsx'
import { HeatMap } from './HeatMap.tsx'
import classes from './OverviewPrint.module.css'
import { Section } from './Section.tsx'
import type { Filled } from './Section.tsx'
import { Bars, Trend } from './charts.tsx'
import { useWords } from './use-words.ts'

interface Props {
  readonly month: string
  readonly language: 'nl' | 'en'
  /** Names of customers and staff, and what they wrote. */
  readonly names: boolean
}

/** The overview on paper: A4, readable in grey, nothing that can only be seen by moving a mouse. */
export function OverviewPrint({ month, language, names }: Props) {
  const { i18n } = useTranslation()
  const { t } = useWords()
  const time = useTime()
  const now = useNow()
  const view = useAsk('overview.get', { month }).data
  const business = useAsk('business.get', {}).data
  const settings = useAsk('overview.settings', {}).data
  useReady('overview-print', view !== undefined && settings !== undefined && i18n.language === language)
  if (view === undefined || business === undefined || settings === undefined) return null
  return (
    <main className={classes['paper']}>
      <header className={classes['head']}>
        <div>
          <p className={classes['business']}>{business.name}</p>
          <h1>
            {t('overview:title')} {monthName(view.month, language)}
          </h1>
        </div>
        {settings.logo !== null && (
          <img className={classes['logo']} src={settings.logo} alt={t('overview:settings.logoAlt')} />
        )}
      </header>
      {view.inProgress && <p className={classes['mark']}>{t('overview:inProgress')}</p>}
      {view.figures === null ? (
        <p>{t('overview:noData')}</p>
      ) : (
        <Content view={{ ...view, figures: view.figures }} names={names} people={names && settings.people} />
      )}
      <p className={classes['small']}>
        {t('overview:print.made', { date: time.date(now) })}
        {names ? '' : ` ${t('overview:print.shared')}`}
      </p>
    </main>
  )
}

interface Parts {
  readonly view: Filled
  readonly names: boolean
  readonly people: boolean
}

function Content({ view, names, people }: Parts) {
  const { t, language } = useWords()
  return (
    <>
      <p className={classes['sentence']}>{overviewSentences(view.figures, t, language).join(' ')}</p>
      <Compared view={view} />
      <QuestionsOnPaper view={view} />
      <PromisesOnPaper view={view} names={names} />
      <Section title={t('overview:section.chasers')}>
        <ChasersOnPaper view={view} names={names} />
      </Section>
      <ImprovementsOnPaper view={view} names={names} />
      <WellOnPaper view={view} names={names} people={people} />
      {people && <PeopleOnPaper view={view} />}
    </>
  )
}

/** The figures of this month beside those of the month before and a year ago. */
function Compared({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const months = [view, view.monthBefore, view.yearBefore]
  const line = (label: string, say: (figures: OverviewFigures) => string | number) => ({
    key: label,
    cells: [label, ...months.map(({ figures }) => (figures === null ? '–' : say(figures)))],
  })
  const wait = (kind: 'open' | 'clock', which: 'median' | 'p90') => (figures: OverviewFigures) =>
    minutesWords(figures.questions.firstAnswer[kind][which], kind, t, language)
  return (
    <FigureTable
      caption={t('overview:title')}
      head={['', ...months.map(({ month }) => monthName(month, language))]}
      rows={[
        line(t('overview:figure.received'), ({ questions }) => questions.received),
        line(t('overview:figure.answered'), ({ questions }) => questions.answered),
        line(t('overview:figure.unanswered'), ({ questions }) => questions.unanswered),
        line(t('overview:figure.openAtEnd'), ({ questions }) => questions.openAtEnd),
        line(t('overview:figure.sameDay'), ({ questions }) => questions.sameDay),
        line(t('overview:figure.medianOpen'), wait('open', 'median')),
        line(t('overview:figure.p90Open'), wait('open', 'p90')),
        line(t('overview:figure.medianClock'), wait('clock', 'median')),
        line(t('overview:figure.p90Clock'), wait('clock', 'p90')),
        line(t('overview:figure.made'), ({ promises }) => promises.made),
        line(t('overview:figure.keptShare'), ({ promises }) => shareWords(promises.keptShare, language)),
        line(t('overview:figure.chaserCustomers'), ({ chasers }) => chasers.customers),
        line(t('overview:figure.chaserTimes'), ({ chasers }) => chasers.times),
        line(t('overview:figure.complaints'), ({ complaints }) => complaints.received),
        line(t('overview:figure.complaintsClosed'), ({ complaints }) => complaints.closed),
        line(t('overview:figure.toSolution'), ({ complaints }) =>
          minutesWords(complaints.toSolution.open.median, 'open', t, language),
        ),
        line(t('overview:figure.madeGood'), ({ complaints }) => complaints.madeGood),
        line(t('overview:figure.compliments'), ({ compliments }) => compliments),
      ]}
    />
  )
}

function QuestionsOnPaper({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const { questions } = view.figures
  const share = questions.received === 0 ? null : questions.unanswered / questions.received
  return (
    <Section title={t('overview:section.questions')}>
      <Chart title={t('overview:chart.byDay')}>
        <Bars
          still
          height={150}
          label={t('overview:chart.byDay')}
          bars={questions.byDay.map(({ date, count }) => ({ name: String(Number(date.slice(8))), count }))}
        />
      </Chart>
      <div className={classes['pair']}>
        <Chart title={t('overview:chart.byChannel')}>
          <Bars
            still
            flat
            label={t('overview:chart.byChannel')}
            bars={CHANNELS.map((channel) => ({
              name: t(`common:channel.${channel}`),
              count: questions.byChannel[channel],
            }))}
          />
        </Chart>
        <Chart title={t('overview:chart.byKind')}>
          <Bars
            still
            flat
            label={t('overview:chart.byKind')}
            bars={CASE_KINDS.map((kind) => ({ name: t(`common:kind.${kind}`), count: questions.byKind[kind] }))}
          />
        </Chart>
      </div>
      <Chart title={t('overview:chart.heat')}>
        <HeatMap heat={questions.heat} still />
      </Chart>
      <p>
        {t('overview:chart.never')}: {t('overview:chart.ownShare').toLowerCase()} {shareWords(share, language)};{' '}
        {t('overview:chart.consumers2013').toLowerCase()} {shareWords(NEVER_ANSWERED_2013, language)}.{' '}
        <span className={classes['small']}>{t('overview:chart.source')}</span>
      </p>
    </Section>
  )
}

function PromisesOnPaper({ view, names }: { readonly view: Filled; readonly names: boolean }) {
  const { t, language } = useWords()
  const { promises } = view.figures
  return (
    <Section title={t('overview:section.promises')}>
      <div className={classes['pair']}>
        <Chart title={t('overview:chart.endings')}>
          <Bars
            still
            flat
            label={t('overview:chart.endings')}
            bars={PROMISE_ENDINGS.map((ending) => ({
              name: t(`overview:ending.${ending}`),
              count: promises.endings[ending],
            }))}
          />
        </Chart>
        <Chart title={t('overview:chart.trend')}>
          <Trend still trend={view.trend} label={t('overview:chart.trend')} />
        </Chart>
      </div>
      {promises.byOrigin.length > 0 && (
        <FigureTable
          caption={t('overview:chart.byOrigin')}
          head={[t('overview:chart.byOrigin'), t('overview:chart.count'), t('overview:figure.keptShare')]}
          rows={promises.byOrigin.map(({ origin, count, endings }) => ({
            key: origin,
            cells: [t(`overview:origin.${origin}`), count, shareWords(keptShare(endings), language)],
          }))}
        />
      )}
      {names && promises.byCause.length > 0 && (
        <FigureTable
          caption={t('overview:chart.byCause')}
          head={[t('overview:chart.byCause'), t('overview:chart.count')]}
          rows={promises.byCause.map(({ cause, count }) => ({
            key: cause ?? '',
            cells: [cause ?? t('overview:chart.noCause'), count],
          }))}
        />
      )}
    </Section>
  )
}

function ChasersOnPaper({ view, names }: { readonly view: Filled; readonly names: boolean }) {
  const { t } = useWords()
  const time = useTime()
  const now = useNow()
  if (view.chasers.length === 0) return <p>{t('overview:chasers.none')}</p>
  return (
    <ul>
      {view.chasers.map((row) => (
        <li key={row.id}>
          {names ? `${row.customerName || t('overview:erased')}: ${row.subject} (` : ''}
          {t('common:caseNumber', { number: row.number })}, {t(`common:kind.${row.kind}`).toLowerCase()},{' '}
          {time.moment(row.at, now)}
          {names ? ')' : ''}
        </li>
      ))}
    </ul>
  )
}

function ImprovementsOnPaper({ view, names }: { readonly view: Filled; readonly names: boolean }) {
  const { t } = useWords()
  return (
    <Section title={t('overview:section.improvements')}>
      {view.improvements.length === 0 && <p>{t('overview:improve.nothing')}</p>}
      <ul>
        {view.improvements.map((one) => (
          <li key={one.id}>
            <strong>{one.title}</strong> ({t(`overview:status.${one.status}`)},{' '}
            {t('overview:improve.noticed', { count: one.notices.length })}){one.result === '' ? '' : `: ${one.result}`}
            {names && one.notices.some(({ text }) => text !== one.title) && (
              <ul>
                {one.notices.map(({ id, text, caseNumber }) => (
                  <li key={id}>
                    {text} ({t('overview:improve.byNobody', { number: caseNumber })})
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WellOnPaper({ view, names, people }: Parts) {
  const { t } = useWords()
  const staff = useStaff()
  const { questions, promises, compliments } = view.figures
  const thanked = view.figures.people
    .filter((person) => person.compliments > 0 || person.endings.early > 0)
    .flatMap(({ ownerId }) => staff.find(({ id }) => id === ownerId)?.name ?? [])
  return (
    <Section title={t('overview:section.well')}>
      {promises.endings.early > 0 && <p>{t('overview:well.early', { count: promises.endings.early })}</p>}
      {questions.sameDay > 0 && <p>{t('overview:well.sameDay', { count: questions.sameDay })}</p>}
      {people && thanked.length > 0 && <p>{t('overview:well.praise', { names: thanked.join(', ') })}</p>}
      <p>
        {t('overview:well.compliments')}: {compliments}
      </p>
      {names && (
        <ul>
          {view.compliments.map(({ caseId, customerName, subject }) => (
            <li key={caseId}>
              {customerName || t('overview:erased')}: {subject}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function PeopleOnPaper({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const staff = useStaff()
  return (
    <Section title={t('overview:section.people')}>
      <FigureTable
        caption={t('overview:section.people')}
        head={['name', 'received', 'sameDay', 'compliments', 'promises', 'kept', 'early', 'late'].map((name) =>
          t(`overview:people.${name}`),
        )}
        rows={view.figures.people.map(({ ownerId, received, sameDay, compliments, promises, endings }) => ({
          key: ownerId ?? '',
          cells: [
            staff.find(({ id }) => id === ownerId)?.name ?? t('overview:people.nobody'),
            received,
            sameDay,
            compliments,
            promises,
            shareWords(keptShare(endings), language),
            endings.early,
            endings.late + endings.broken,
          ],
        }))}
      />
    </Section>
  )
}

function Chart({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <figure className={classes['chart']}>
      <figcaption>{title}</figcaption>
      {children}
    </figure>
  )
}
