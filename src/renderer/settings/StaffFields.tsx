import { Radio, TextInput, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { StaffView } from '../../shared/contract/business.ts'
import { COLOURS } from './staff-colours.ts'
import classes from './StaffFields.module.css'
import { looksLikeAddress } from './mail-address.ts'

export interface StaffForm {
  name: string
  email: string
  colour: StaffView['colour']
  signature: string
}

export const staffForm = ({ name, email, colour, signature }: StaffView): StaffForm => ({
  name,
  email: email ?? '',
  colour,
  signature,
})

/** What is wrong, by the key of its wording under `settings:people`. */
export const staffRules = {
  name: (name: string) => (name.trim() === '' ? 'nameMissing' : null),
  email: (email: string) => (email.trim() === '' || looksLikeAddress(email.trim()) ? null : 'emailWrong'),
}

/** One person: name, address, colour and what stands under their mails. */
export function StaffFields({ form }: { readonly form: UseFormReturnType<StaffForm> }) {
  const { t } = useTranslation('settings')
  const field = (name: 'name' | 'email' | 'signature') => {
    const { error, ...input } = form.getInputProps(name)
    return { ...input, error: typeof error === 'string' ? t(`people.${error as 'nameMissing' | 'emailWrong'}`) : null }
  }
  return (
    <>
      <TextInput data-autofocus label={t('people.name')} description={t('people.nameWhy')} {...field('name')} />
      <TextInput type="email" label={t('people.email')} description={t('people.emailWhy')} {...field('email')} />
      <Radio.Group size="md" label={t('people.colour')} {...form.getInputProps('colour')}>
        <div className={classes['colours']}>
          {COLOURS.map((colour) => (
            <Radio
              key={colour}
              value={colour}
              aria-label={t(`people.colours.${colour}`)}
              title={t(`people.colours.${colour}`)}
              color={`${colour}.6`}
              size="lg"
              styles={{ radio: { background: `var(--mantine-color-${colour}-filled)`, borderColor: 'var(--b-line)' } }}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        autosize
        minRows={3}
        maxRows={8}
        label={t('people.signature')}
        description={t('people.signatureWhy')}
        {...field('signature')}
      />
    </>
  )
}
