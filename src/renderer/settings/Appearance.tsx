import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Loading } from '../components/Loading.tsx'
import { useViewState } from '../view-state.ts'
import { Card, SectionPage } from './SectionPage.tsx'
import { SavedMark } from './SavedMark.tsx'
import { useBusiness } from './use-business.ts'

const LANGUAGES = ['system', 'nl', 'en'] as const
const SCHEMES = ['auto', 'light', 'dark'] as const

export function Appearance() {
  const { t } = useTranslation('settings')
  const { business, state, apply } = useBusiness()
  const { colourScheme, setColourScheme } = useViewState()
  if (business === undefined) return <Loading />
  return (
    <SectionPage section="appearance" beside={<SavedMark state={state} />}>
      <Card>
        <Radio.Group
          size="md"
          label={t('appearance.language')}
          description={t('appearance.languageWhy')}
          value={business.screenLanguage}
          onChange={(value) => apply({ screenLanguage: LANGUAGES.find((one) => one === value) ?? 'system' })}
        >
          <Stack gap="xs" mt={8}>
            {LANGUAGES.map((language) => (
              <Radio key={language} value={language} label={t(`language.${language}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Card>
      <Card>
        <Radio.Group
          size="md"
          label={t('appearance.scheme')}
          value={colourScheme}
          onChange={(value) => setColourScheme(SCHEMES.find((one) => one === value) ?? 'auto')}
        >
          <Stack gap="xs" mt={8}>
            {SCHEMES.map((scheme) => (
              <Radio key={scheme} value={scheme} label={t(`appearance.schemes.${scheme}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Card>
    </SectionPage>
  )
}
