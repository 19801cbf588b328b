import { keptShare } from '../../shared/domain/overview.ts'
import { shareWords } from '../../shared/domain/overview-words.ts'
import { useAsk } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import { Count } from './Figure.tsx'
import { FigureTable } from './FigureTable.tsx'
import { Section } from './Section.tsx'
import type { Filled } from './Section.tsx'
import classes from './Overview.module.css'
import { useWords } from './use-words.ts'

/** Figures by person, where the owner wants them. */
export function People({ view }: { readonly view: Filled }) {
  const { t, language } = useWords()
  const allowed = useAsk('overview.settings', {}).data?.people ?? false
  const staff = useStaff()
  if (!allowed || view.figures.people.length === 0) return null
  const column = (name: string): string => t(`overview:people.${name}`)
  return (
    <Section title={t('overview:section.people')}>
      <div className={classes['card']}>
        <FigureTable
          caption={t('overview:section.people')}
          head={['name', 'received', 'sameDay', 'compliments', 'promises', 'kept', 'early', 'late'].map(column)}
          rows={view.figures.people.map((person) => {
            const { ownerId, endings } = person
            const name = staff.find(({ id }) => id === ownerId)?.name ?? t('overview:people.nobody')
            const title = (what: string): string => `${name}: ${column(what)}`
            return {
              key: ownerId ?? '',
              cells: [
                name,
                <Count key="r" count={person.received} slice={{ of: 'received', ownerId }} title={title('received')} />,
                <Count key="s" count={person.sameDay} slice={{ of: 'same-day', ownerId }} title={title('sameDay')} />,
                <Count
                  key="c"
                  count={person.compliments}
                  slice={{ of: 'compliments', ownerId }}
                  title={title('compliments')}
                />,
                <Count key="p" count={person.promises} slice={{ of: 'promises', ownerId }} title={title('promises')} />,
                shareWords(keptShare(endings), language),
                <Count
                  key="e"
                  count={endings.early}
                  slice={{ of: 'promises', ownerId, endings: ['early'] }}
                  title={title('early')}
                />,
                <Count
                  key="l"
                  count={endings.late + endings.broken}
                  slice={{ of: 'promises', ownerId, endings: ['late', 'broken'] }}
                  title={title('late')}
                />,
              ],
            }
          })}
        />
      </div>
    </Section>
  )
}
