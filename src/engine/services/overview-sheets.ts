import type { ExportOptions, OverviewTable, OverviewView } from '../../shared/contract/overview.ts'
import { CASE_KINDS, CHANNELS } from '../../shared/domain/case.ts'
import { PROMISE_ENDINGS, endingOf } from '../../shared/domain/overview-facts.ts'
import type { OverviewFacts } from '../../shared/domain/overview-facts.ts'
import { minutesWords, monthName, overviewSentences, shareWords } from '../../shared/domain/overview-words.ts'
import type { OverviewT } from '../../shared/domain/overview-words.ts'
import { keptShare } from '../../shared/domain/overview.ts'
import type { OverviewFigures } from '../../shared/domain/overview.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from '../store/database.ts'
import { listCases, listContacts, listPromises } from '../store/overview.ts'

/** A moment is written as a real date where the file can hold one. */
export type SheetCell = string | number | boolean | null | { readonly moment: Instant } | { readonly share: number }

export interface SheetColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
}

export interface Sheet {
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const moment = (at: Instant | null): SheetCell => (at === null ? null : { moment: at })

/** The rows behind the figures. Without names there is nothing in them that tells who it was about. */
export async function tableSheet(
  db: Db,
  facts: OverviewFacts,
  table: OverviewTable,
  options: Pick<ExportOptions, 'names'> & { readonly people: boolean },
  t: OverviewT,
): Promise<Sheet> {
  const title = t(`overview:sheet.${table}`)
  const names = (...columns: Column[]): Column[] => (options.names ? columns : [])
  const people = (...columns: Column[]): Column[] => (options.names && options.people ? columns : [])
  if (table === 'cases') return sheetOf(title, await casesTable(db, facts, names, people, t))
  if (table === 'promises') return sheetOf(title, await promisesTable(db, facts, names, people, t))
  return sheetOf(title, await contactsTable(db, facts, names, people, t))
}

interface Column extends SheetColumn {
  readonly cells: readonly SheetCell[]
}
type Allow = (...columns: Column[]) => Column[]

function sheetOf(title: string, columns: readonly Column[]): Sheet {
  const count = columns[0]?.cells.length ?? 0
  const rows = Array.from({ length: count }, (_, i) => columns.map(({ cells }) => cells[i] ?? null))
  return { title, columns: columns.map(({ header, width }) => ({ header, width })), rows }
}

function columnsOf<T>(rows: readonly T[], t: OverviewT) {
  return (name: string, width: number, cell: (row: T) => SheetCell): Column => ({
    header: t(`overview:column.${name}`),
    width,
    cells: rows.map(cell),
  })
}

async function casesTable(db: Db, facts: OverviewFacts, names: Allow, people: Allow, t: OverviewT): Promise<Column[]> {
  const listed = await listCases(
    db,
    facts.cases.map(({ caseId }) => caseId),
  )
  const cases = listed.sort((a, b) => a.openedAt - b.openedAt || a.number - b.number)
  const column = columnsOf(cases, t)
  return [
    column('number', 9, ({ number }) => number),
    column('opened', 17, ({ openedAt }) => moment(openedAt)),
    column('kind', 13, ({ kind }) => t(`common:kind.${kind}`)),
    column('channel', 11, ({ channel }) => t(`common:channel.${channel}`)),
    ...names(
      column('customer', 26, ({ customerName }) => customerName || t('overview:erased')),
      column('subject', 44, ({ subject }) => subject),
    ),
    ...people(column('owner', 16, ({ ownerName }) => ownerName)),
    column('state', 18, ({ state }) => t(`common:state.${state}`)),
    column('firstAnswer', 17, ({ firstAnswerAt }) => moment(firstAnswerAt)),
    column('closed', 17, ({ closedAt }) => moment(closedAt)),
    column('cameBack', 15, ({ cameBack }) => cameBack),
  ]
}

async function promisesTable(
  db: Db,
  facts: OverviewFacts,
  names: Allow,
  people: Allow,
  t: OverviewT,
): Promise<Column[]> {
  const listed = new Map((await listPromises(db, facts.span)).map((one) => [one.promiseId, one]))
  const promises = facts.promises.map((promise) => ({ ...promise, listed: listed.get(promise.promiseId)! }))
  const column = columnsOf(promises, t)
  return [
    column('number', 9, ({ listed }) => listed.number),
    column('made', 17, ({ listed }) => moment(listed.madeAt)),
    column('due', 17, ({ dueAt }) => moment(dueAt)),
    column('ended', 17, ({ endedAt }) => moment(endedAt)),
    column('ending', 30, (promise) => t(`overview:ending.${endingOf(promise, facts.calendar, facts.now)}`)),
    column('origin', 16, ({ origin }) => t(`overview:origin.${origin}`)),
    ...people(column('owner', 16, ({ listed }) => listed.ownerName)),
    ...names(
      column('customer', 26, ({ listed }) => listed.customerName || t('overview:erased')),
      column('promised', 40, ({ listed }) => listed.text),
      column('cause', 40, ({ endNote }) => endNote),
    ),
  ]
}

async function contactsTable(
  db: Db,
  { span }: OverviewFacts,
  names: Allow,
  people: Allow,
  t: OverviewT,
): Promise<Column[]> {
  const column = columnsOf(await listContacts(db, span), t)
  return [
    column('number', 9, ({ number }) => number),
    column('at', 17, ({ at }) => moment(at)),
    column('contact', 18, ({ kind }) => t(`overview:contact.${kind}`)),
    column('automatic', 13, ({ automatic }) => t(automatic ? 'overview:yes' : 'overview:no')),
    ...names(column('customer', 26, ({ customerName }) => customerName || t('overview:erased'))),
    ...people(column('staff', 16, ({ staffName }) => staffName)),
  ]
}

/** The figures, one a line, beside those of the month before and of a year ago. */
export function summarySheet(
  view: OverviewView,
  options: ExportOptions & { readonly people: boolean; readonly business: string },
  nameOf: (ownerId: string | null) => string,
  t: OverviewT,
): Sheet {
  const { language } = options
  const months = [view, view.monthBefore, view.yearBefore]
  const line = (label: string, of: (figures: OverviewFigures) => SheetCell): SheetCell[] => [
    label,
    ...months.map(({ figures }) => (figures === null ? null : of(figures))),
  ]
  const heading = (label: string): SheetCell[][] => [[], [label]]
  const said = view.figures === null ? [t('overview:noData')] : overviewSentences(view.figures, t, language)
  const named = options.names && options.people ? (view.figures?.people ?? []) : []
  return {
    title: t('overview:sheet.summary'),
    columns: [
      { header: `${options.business} · ${t('overview:title')}`.replace(/^ · /, ''), width: 46 },
      ...months.map(({ month }) => ({ header: monthName(month, language), width: 18 })),
    ],
    rows: [
      ...(view.inProgress ? [[t('overview:inProgress')]] : []),
      ...said.map((sentence) => [sentence]),
      ...heading(t('overview:section.questions')),
      line(t('overview:figure.received'), ({ questions }) => questions.received),
      line(t('overview:figure.answered'), ({ questions }) => questions.answered),
      line(t('overview:figure.unanswered'), ({ questions }) => questions.unanswered),
      line(t('overview:figure.openAtEnd'), ({ questions }) => questions.openAtEnd),
      line(t('overview:figure.sameDay'), ({ questions }) => questions.sameDay),
      ...CHANNELS.map((channel) =>
        line(t('overview:figure.by', { what: t(`common:channel.${channel}`) }), (f) => f.questions.byChannel[channel]),
      ),
      ...CASE_KINDS.map((kind) =>
        line(t('overview:figure.by', { what: t(`common:kind.${kind}`) }), (f) => f.questions.byKind[kind]),
      ),
      line(t('overview:figure.medianOpen'), (f) =>
        minutesWords(f.questions.firstAnswer.open.median, 'open', t, language),
      ),
      line(t('overview:figure.p90Open'), (f) => minutesWords(f.questions.firstAnswer.open.p90, 'open', t, language)),
      line(t('overview:figure.medianClock'), (f) =>
        minutesWords(f.questions.firstAnswer.clock.median, 'clock', t, language),
      ),
      line(t('overview:figure.p90Clock'), (f) => minutesWords(f.questions.firstAnswer.clock.p90, 'clock', t, language)),
      ...heading(t('overview:section.promises')),
      line(t('overview:figure.made'), ({ promises }) => promises.made),
      ...PROMISE_ENDINGS.map((ending) =>
        line(t('overview:figure.by', { what: t(`overview:ending.${ending}`) }), (f) => f.promises.endings[ending]),
      ),
      line(t('overview:figure.keptShare'), ({ promises }) =>
        promises.keptShare === null ? null : { share: promises.keptShare },
      ),
      ...heading(t('overview:section.chasers')),
      line(t('overview:figure.chaserCustomers'), ({ chasers }) => chasers.customers),
      line(t('overview:figure.chaserTimes'), ({ chasers }) => chasers.times),
      ...heading(t('overview:section.complaints')),
      line(t('overview:figure.complaints'), ({ complaints }) => complaints.received),
      line(t('overview:figure.complaintsClosed'), ({ complaints }) => complaints.closed),
      line(t('overview:figure.toSolution'), (f) =>
        minutesWords(f.complaints.toSolution.open.median, 'open', t, language),
      ),
      line(t('overview:figure.madeGood'), ({ complaints }) => complaints.madeGood),
      line(t('overview:figure.compliments'), ({ compliments }) => compliments),
      ...(named.length === 0 ? [] : heading(t('overview:section.people'))),
      ...named.map((person): SheetCell[] => [
        nameOf(person.ownerId),
        t('overview:personLine', {
          count: person.promises,
          kept: shareWords(keptShare(person.endings), language),
          compliments: person.compliments,
        }),
      ]),
      ...(view.improvements.length === 0 ? [] : heading(t('overview:section.improvements'))),
      ...view.improvements.map((one): SheetCell[] => [
        one.title,
        t(`overview:status.${one.status}`),
        one.notices.length,
        one.result,
      ]),
    ],
  }
}
