import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../settings/use-business.ts'
import { Card } from '../settings/SectionPage.tsx'
import { WeekEditor } from '../settings/WeekEditor.tsx'
import { StepPage } from './StepPage.tsx'

/** Each change is saved at once, so that going on has nothing left to do. */
export function HoursStep(props: { onBack(): void; onNext(): void }) {
  const { t, i18n } = useTranslation('first-start')
  const { business, apply } = useBusiness()
  if (business === undefined) return null
  const country = new Intl.DisplayNames(i18n.language, { type: 'region' }).of(business.country) ?? business.country
  return (
    <StepPage step="hours" next={t('next')} {...props}>
      <Card>
        <WeekEditor week={business.weekly} onChange={(weekly) => apply({ weekly })} />
      </Card>
      <Text c="dimmed">{t('hours.holidays', { country })}</Text>
    </StepPage>
  )
}
