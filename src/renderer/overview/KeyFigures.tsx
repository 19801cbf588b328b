import type { OverviewFigures } from '../../shared/domain/overview.ts'
import { minutesWords, shareWords } from '../../shared/domain/overview-words.ts'
import { Figure } from './Figure.tsx'
import type { Filled } from './Section.tsx'
import classes from './Overview.module.css'
import type { Slice } from './overview-state.ts'
import { useWords } from './use-words.ts'

/** The handful of figures that are looked at first, beside those of the month before and a year ago. */
export function KeyFigures({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const figure = (label: string, say: (figures: OverviewFigures) => string, slice?: Slice) => {
    const other = (figures: OverviewFigures | null): string => (figures === null ? '–' : say(figures))
    return (
      <Figure
        key={label}
        label={label}
        value={say(view.figures)}
        before={other(view.monthBefore.figures)}
        year={other(view.yearBefore.figures)}
        {...(slice === undefined ? {} : { slice })}
      />
    )
  }
  return (
    <div className={classes['figures']}>
      {figure(t('overview:figure.received'), ({ questions }) => String(questions.received), { of: 'received' })}
      {figure(t('overview:figure.unanswered'), ({ questions }) => String(questions.unanswered), { of: 'unanswered' })}
      {figure(t('overview:figure.medianOpen'), ({ questions }) =>
        minutesWords(questions.firstAnswer.open.median, 'open', t, language),
      )}
      {figure(t('overview:figure.made'), ({ promises }) => String(promises.made), { of: 'promises' })}
      {figure(t('overview:figure.keptShare'), ({ promises }) => shareWords(promises.keptShare, language), {
        of: 'promises',
        endings: ['early', 'on-time'],
      })}
      {figure(t('overview:figure.chaserCustomers'), ({ chasers }) => String(chasers.customers), { of: 'chasers' })}
      {figure(t('overview:figure.complaints'), ({ complaints }) => String(complaints.received), { of: 'complaints' })}
      {figure(t('overview:figure.compliments'), ({ compliments }) => String(compliments), { of: 'compliments' })}
    </div>
  )
}
