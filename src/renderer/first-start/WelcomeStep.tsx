import { Button, Radio, Text, TextInput } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { speak, spoken } from '../i18n.ts'
import { failureOf } from '../settings/failure-of.ts'
import { fieldsOf } from '../settings/use-business.ts'
import { firstBusiness } from './first-business.ts'
import classes from './FirstStart.module.css'
import { StepPage } from './StepPage.tsx'

/** Language, the name of the business and how customers are addressed: saved together, since a business has a name. */
export function WelcomeStep({ onNext }: { onNext(): void }) {
  const { t, i18n } = useTranslation('first-start')
  const business = useAsk('business.get', {}).data
  const [name, setName] = useState(business?.name ?? '')
  const [address, setAddress] = useState(business?.formOfAddress ?? 'u')
  const [wrong, setWrong] = useState(false)
  const save = useCommand('business.save')
  const language = spoken(i18n.language)
  const next = (): void => {
    setWrong(name.trim() === '')
    if (name.trim() === '' || business === undefined) return
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const before = business.set ? fieldsOf(business) : firstBusiness(fieldsOf(business), zone)
    save.mutate(
      { ...before, name: name.trim(), screenLanguage: language, replyLanguage: language, formOfAddress: address },
      { onSuccess: onNext },
    )
  }
  const failure = failureOf(save.error)
  return (
    <StepPage step="welcome" next={t('next')} busy={save.isPending} onNext={next}>
      <Radio.Group
        size="md"
        label="Taal · Language"
        value={language}
        onChange={(value) => void speak(value === 'en' ? 'en' : 'nl')}
      >
        <div className={classes['languages']}>
          {(['nl', 'en'] as const).map((one) => (
            <Radio.Card
              key={one}
              value={one}
              className={classes['language'] ?? ''}
              aria-label={OWN_NAME[one]}
              lang={one}
            >
              <Radio.Indicator />
              <Text fw={600}>{OWN_NAME[one]}</Text>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <TextInput
        size="lg"
        label={t('welcome.name')}
        placeholder={t('welcome.nameExample')}
        value={name}
        error={wrong ? t('welcome.nameMissing') : null}
        errorProps={{ role: 'alert' }}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {language === 'en' ? null : (
        <Radio.Group
          size="md"
          label={t('welcome.address')}
          value={address}
          onChange={(value) => setAddress(value === 'je' ? 'je' : 'u')}
        >
          <div className={classes['languages']}>
            {(['u', 'je'] as const).map((form) => (
              <Radio key={form} value={form} label={t(`welcome.addresses.${form}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      <PracticeFirst />
    </StepPage>
  )
}

/** Each language under its own name: whoever can't read the other one must find it. */
const OWN_NAME = { nl: 'Nederlands', en: 'English' } as const

export function PracticeFirst() {
  const { t } = useTranslation('first-start')
  const [busy, setBusy] = useState(false)
  const practise = async (): Promise<void> => {
    setBusy(true)
    const gone = await callDesktop('desktop.switch-practice', { practice: true })
    setBusy(false)
    if (!gone.ok) tellFailure(gone.error)
  }
  return (
    <div className={classes['practice']}>
      <Text>{t('practice.say')}</Text>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconSchool aria-hidden size={18} />}
        onClick={() => void practise()}
      >
        {t('practice.do')}
      </Button>
    </div>
  )
}
