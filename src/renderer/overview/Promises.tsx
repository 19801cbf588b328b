import { PROMISE_ENDINGS } from '../../shared/domain/overview-facts.ts'
import { keptShare } from '../../shared/domain/overview.ts'
import { monthName, shareWords } from '../../shared/domain/overview-words.ts'
import { ChartCard } from './ChartCard.tsx'
import { Count } from './Figure.tsx'
import { FigureTable } from './FigureTable.tsx'
import type { Filled } from './Section.tsx'
import classes from './Overview.module.css'
import { BarsCard } from './Questions.tsx'
import { Trend } from './charts.tsx'
import { useWords } from './use-words.ts'

export function Promises({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const { promises } = view.figures
  const noCause = t('overview:chart.noCause')
  return (
    <div className={classes['cards']}>
      <BarsCard
        title={t('overview:chart.endings')}
        flat
        bars={PROMISE_ENDINGS.map((ending) => ({
          name: t(`overview:ending.${ending}`),
          count: promises.endings[ending],
          slice: { of: 'promises', endings: [ending] },
        }))}
      />
      <ChartCard
        title={t('overview:chart.trend')}
        chart={<Trend trend={view.trend} label={t('overview:chart.trend')} />}
        table={
          <FigureTable
            caption={t('overview:chart.trend')}
            head={[t('overview:chart.month'), t('overview:chart.share'), t('overview:chart.count')]}
            rows={view.trend.map(({ month, share, kept, judged }) => ({
              key: month,
              cells: [
                monthName(month, language),
                share === null ? t('overview:noDataShort') : shareWords(share, language),
                t('overview:chart.keptOf', { kept, judged }),
              ],
            }))}
          />
        }
      />
      {promises.byOrigin.length > 0 && (
        <section className={classes['card']} aria-label={t('overview:chart.byOrigin')}>
          <FigureTable
            caption={t('overview:chart.byOrigin')}
            head={[t('overview:chart.byOrigin'), t('overview:chart.count'), t('overview:figure.keptShare')]}
            rows={promises.byOrigin.map(({ origin, count, endings }) => {
              const name = t(`overview:origin.${origin}`)
              const slice = { of: 'promises', origin } as const
              return {
                key: origin,
                cells: [
                  name,
                  <Count key={origin} count={count} slice={slice} title={name} />,
                  shareWords(keptShare(endings), language),
                ],
              }
            })}
          />
        </section>
      )}
      {promises.byCause.length > 0 && (
        <section className={classes['card']} aria-label={t('overview:chart.byCause')}>
          <FigureTable
            caption={t('overview:chart.byCause')}
            head={[t('overview:chart.byCause'), t('overview:chart.count')]}
            rows={promises.byCause.map(({ cause, count }) => ({
              key: cause ?? '',
              cells: [
                cause ?? noCause,
                <Count key={cause} count={count} slice={{ of: 'promises', cause }} title={cause ?? noCause} />,
              ],
            }))}
          />
        </section>
      )}
    </div>
  )
}
