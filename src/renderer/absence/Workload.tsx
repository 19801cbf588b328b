import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Workload as Shown } from '../../shared/contract/promise-care.ts'
import { Loading } from '../components/Loading.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import { useDateWords } from '../settings/use-date-words.ts'
import classes from './Absence.module.css'

/** Who has promised how much on each of the coming fourteen days. */
export function Workload({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { t } = useTranslation()
  const workload = useAsk('promise.workload', {}, { enabled: opened }).data
  return (
    <Modal
      opened={opened}
      size={1080}
      onClose={onClose}
      title={t('absence:load.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {workload === undefined ? <Loading rows={3} /> : <Table workload={workload} />}
    </Modal>
  )
}

function Table({ workload: { days, people, mostPerDay } }: { readonly workload: Shown }) {
  const { t } = useTranslation()
  const staff = useStaff()
  const long = useDateWords()
  const short = useShortDay()
  return (
    <>
      <Text mb="sm">{t('absence:load.say', { count: mostPerDay })}</Text>
      <div className={classes['scroll']}>
        <table className={classes['load']}>
          <thead>
            <tr>
              <th scope="col">{t('absence:load.who')}</th>
              {days.map(({ date, open }) => (
                <th key={date} scope="col" data-closed={!open || undefined}>
                  <abbr title={long(date)}>{short(date)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ staffId, promises, away }) => (
              <tr key={staffId}>
                <th scope="row">{staff.find(({ id }) => id === staffId)?.name ?? ''}</th>
                {days.map(({ date, open }, i) => {
                  const count = promises[i] ?? 0
                  const level = away[i] === true && count > 0 ? 'danger' : count > mostPerDay ? 'full' : undefined
                  return (
                    <td key={date} data-closed={!open || undefined} data-level={level}>
                      {count > 0 && count}
                      {away[i] === true && <span>{t('absence:load.away')}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** ma 23 */
function useShortDay(): (date: string) => string {
  const { i18n } = useTranslation()
  return (date) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(date),
    )
}
