import { useTranslation } from 'react-i18next'
import { Loading } from '../components/Loading.tsx'
import { Closures } from './Closures.tsx'
import { FourWeeks } from './FourWeeks.tsx'
import { HolidayList } from './HolidayList.tsx'
import { SavedMark } from './SavedMark.tsx'
import { Card, SectionPage } from './SectionPage.tsx'
import { useBusiness } from './use-business.ts'
import { WeekEditor } from './WeekEditor.tsx'

export function Hours() {
  const { t } = useTranslation('settings')
  const { business, state, apply } = useBusiness()
  if (business === undefined) return <Loading />
  return (
    <SectionPage section="hours" beside={<SavedMark state={state} />}>
      <Card title={t('hours.week')} intro={t('hours.weekWhy')}>
        <WeekEditor week={business.weekly} onChange={(weekly) => apply({ weekly })} />
      </Card>
      <Card title={t('hours.closures')} intro={t('hours.closuresWhy')}>
        <Closures closures={business.closures} onChange={(closures) => apply({ closures })} />
      </Card>
      <Card title={t('hours.holidays')} intro={t('hours.holidaysWhy')}>
        <HolidayList business={business} onChange={(openHolidays) => apply({ openHolidays })} />
      </Card>
      <Card title={t('hours.preview')} intro={t('hours.previewWhy')}>
        <FourWeeks calendar={business.calendar} />
      </Card>
    </SectionPage>
  )
}
