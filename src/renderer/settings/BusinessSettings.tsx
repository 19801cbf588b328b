import { Radio, Select, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../components/Loading.tsx'
import { countries } from './countries.ts'
import { LineField } from './LineField.tsx'
import { SavedMark } from './SavedMark.tsx'
import { Card, SectionPage } from './SectionPage.tsx'
import classes from './Settings.module.css'
import { useBusiness } from './use-business.ts'

export function BusinessSettings() {
  const { t, i18n } = useTranslation('settings')
  const { business, state, apply } = useBusiness()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  if (business === undefined) return <Loading />
  return (
    <SectionPage section="business" beside={<SavedMark state={state} />}>
      <Card>
        <LineField
          label={t('business.name')}
          description={t('business.nameWhy')}
          value={business.name}
          wrong={(name) => (name === '' ? t('business.nameMissing') : null)}
          onSave={(name) => apply({ name })}
        />
        <LineField
          multiline
          label={t('business.signature')}
          description={t('business.signatureWhy')}
          value={business.signature}
          onSave={(signature) => apply({ signature })}
        />
      </Card>
      <Card title={t('business.customers')} intro={t('business.customersWhy')}>
        <Radio.Group
          size="md"
          label={t('business.replyLanguage')}
          value={business.replyLanguage}
          onChange={(value) => apply({ replyLanguage: value === 'en' ? 'en' : 'nl' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="nl" label={t('language.nl')} />
            <Radio value="en" label={t('language.en')} />
          </Stack>
        </Radio.Group>
        <Radio.Group
          size="md"
          label={t('business.address')}
          description={t('business.addressWhy')}
          value={business.formOfAddress}
          onChange={(value) => apply({ formOfAddress: value === 'je' ? 'je' : 'u' })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="u" label={t('address.u')} />
            <Radio value="je" label={t('address.je')} />
          </Stack>
        </Radio.Group>
      </Card>
      <Card title={t('business.place')} intro={t('business.placeWhy')}>
        <div className={classes['pair']}>
          <Select
            searchable
            allowDeselect={false}
            label={t('business.country')}
            data={countries(i18n.language, business.country)}
            value={business.country}
            onChange={(country) => (country === null ? undefined : apply({ country, region: null }))}
          />
          <Select
            searchable
            allowDeselect={false}
            limit={60}
            label={t('business.zone')}
            data={zones.includes(business.zone) ? zones : [business.zone, ...zones]}
            value={business.zone}
            onChange={(zone) => (zone === null ? undefined : apply({ zone }))}
          />
        </div>
      </Card>
    </SectionPage>
  )
}
