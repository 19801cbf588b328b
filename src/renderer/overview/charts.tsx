import { BarChart, LineChart } from '@mantine/charts'
import type { ComponentProps } from 'react'
import type { OverviewView } from '../../shared/contract/overview.ts'
import { shareWords } from '../../shared/domain/overview-words.ts'
import type { Language } from '../../shared/domain/people.ts'
import { useWords } from './use-words.ts'

export interface Bar {
  readonly name: string
  readonly count: number
}

type BarProps = NonNullable<ComponentProps<typeof BarChart>['barProps']>

/** Bars of one kind of thing. `flat` lays them on their side, for long names; `still` is for paper. */
export function Bars(props: {
  readonly bars: readonly Bar[]
  readonly label: string
  readonly flat?: boolean
  readonly height?: number
  readonly still?: boolean
  onBar?(index: number): void
}) {
  const { t } = useWords()
  const { bars, flat = false, still = false } = props
  const height = props.height ?? (flat ? 36 + bars.length * 34 : 220)
  const click = (bar: unknown): void => {
    const { index } = bar as { readonly index?: number }
    const at = index ?? bars.findIndex(({ name }) => name === (bar as { readonly name?: string }).name)
    if (at >= 0) props.onBar?.(at)
  }
  const barProps = {
    isAnimationActive: false,
    maxBarSize: 28,
    radius: 3,
    ...(props.onBar === undefined ? {} : { onClick: click, cursor: 'pointer' }),
    ...(still ? { label: { position: flat ? 'right' : 'top', fontSize: 10, fill: '#1d2126' } } : {}),
  } as BarProps
  return (
    <BarChart
      h={height}
      data={bars.map((bar) => ({ ...bar }))}
      dataKey="name"
      series={[{ name: 'count', label: t('overview:chart.count'), color: 'var(--b-accent)' }]}
      orientation={flat ? 'vertical' : 'horizontal'}
      withTooltip={!still}
      tooltipAnimationDuration={0}
      gridAxis={flat ? 'x' : 'y'}
      barProps={barProps}
      barChartProps={{ title: props.label, margin: { top: 14, right: flat ? 28 : 8 } }}
      {...(flat ? { yAxisProps: { width: 132, interval: 0 } } : { yAxisProps: { width: 32, allowDecimals: false } })}
      xAxisProps={flat ? { allowDecimals: false } : { interval: 'preserveStartEnd', minTickGap: 12 }}
    />
  )
}

/** The share kept in time over twelve months. */
export function Trend(props: {
  readonly trend: OverviewView['trend']
  readonly label: string
  readonly still?: boolean
}) {
  const { t, language } = useWords()
  const { trend, still = false } = props
  return (
    <LineChart
      h={220}
      data={trend.map(({ month, share }) => ({
        month: shortMonth(month, language),
        share: share === null ? null : Math.round(share * 100),
      }))}
      dataKey="month"
      series={[{ name: 'share', label: t('overview:figure.keptShare'), color: 'var(--b-accent)' }]}
      valueFormatter={(value) => shareWords(value / 100, language)}
      yAxisProps={{ domain: [0, 100], width: 48 }}
      xAxisProps={
        still
          ? { interval: 0, tick: { fontSize: 9, fill: '#1d2126' } }
          : { interval: 'preserveStartEnd', minTickGap: 8 }
      }
      withTooltip={!still}
      tooltipAnimationDuration={0}
      connectNulls={false}
      curveType="linear"
      lineProps={{ isAnimationActive: false }}
      lineChartProps={{ title: props.label, margin: { top: 14, right: 14 } }}
    />
  )
}

/** mrt, apr */
function shortMonth(month: string, language: Language): string {
  const words = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  return words.format(Date.parse(`${month}-15`)).replace('.', '')
}
