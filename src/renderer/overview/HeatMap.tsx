import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Weekday } from '../../shared/domain/time.ts'
import { weekdayName } from '../../shared/domain/overview-words.ts'
import classes from './HeatMap.module.css'
import { useOverviewState } from './overview-state.ts'
import { useWords } from './use-words.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]
/** Darker is more; as many steps as an eye, or a grey printer, can tell apart. */
const STEPS = 4

/** When questions came: weekday by hour. A real table, so that it can be read aloud; every cell opens what is in it. */
export function HeatMap({
  heat,
  still = false,
}: {
  readonly heat: readonly (readonly number[])[]
  readonly still?: boolean
}) {
  const { t, language } = useWords()
  const open = useOverviewState((state) => state.open)
  const most = Math.max(1, ...heat.flat())
  const used = heat[0]?.map((_, hour) => hour).filter((hour) => heat.some((hours) => hours[hour]! > 0)) ?? []
  const first = Math.min(8, ...used)
  const last = Math.max(18, ...used)
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return (
    <div className={classes['frame']}>
      <table className={classes['heat']}>
        <caption>
          <VisuallyHidden>{t('overview:chart.heat')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('overview:chart.hour')}</VisuallyHidden>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(weekday, language, 'short')}</th>
              {hours.map((hour) => {
                const count = heat[weekday - 1]![hour]!
                const step = count === 0 ? 0 : Math.ceil((count / most) * STEPS)
                const title = t('overview:chart.heatCell', { weekday: weekdayName(weekday, language), hour, count })
                return (
                  <td key={hour} data-step={step}>
                    {count === 0 || still ? (
                      <span>{count === 0 ? '' : count}</span>
                    ) : (
                      <UnstyledButton
                        aria-label={title}
                        title={title}
                        onClick={() => open({ of: 'received', weekday, hour }, title)}
                      >
                        {count}
                      </UnstyledButton>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
