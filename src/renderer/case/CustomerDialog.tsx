import { Button, TagsInput, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../shared/contract/cases.ts'
import { isAddress } from '../../shared/domain/mail-facts.ts'
import { formatPhone, normalisePhone } from '../../shared/domain/phone.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { EditDialog } from '../settings/EditDialog.tsx'

const UNDO_SHOWN = 10_000

interface Props {
  readonly customer: CustomerView
  /** For numbers without a country code. */
  readonly country: string
  onMerge(): void
  onClose(): void
}

/** Who a customer is and how to reach them. */
export function CustomerDialog({ customer, country, onMerge, onClose }: Props) {
  const { t } = useTranslation()
  const save = useCommand('customer.save')
  const restore = useCommand('customer.save')
  const form = useForm({
    initialValues: {
      name: customer.name,
      company: customer.company ?? '',
      emails: [...customer.emails],
      phones: customer.phones.map((phone) => formatPhone(phone, country)),
      notes: customer.notes,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('case:customer.wrong.name') : null),
      emails: (emails) => {
        const value = emails.find((email) => !isAddress(email))
        return value === undefined ? null : t('case:customer.wrong.email', { value })
      },
      phones: (phones) => {
        const value = phones.find((phone) => normalisePhone(phone, country) === null)
        return value === undefined ? null : t('case:customer.wrong.phone', { value })
      },
    },
  })
  const undo = (): void => {
    const { id: customerId, name, company, notes, emails, phones } = customer
    restore.mutate(
      { customerId, name, company, notes, emails: [...emails], phones: [...phones] },
      { onError: tellError },
    )
  }
  return (
    <EditDialog
      title={t('case:customer.editTitle')}
      dirty={form.isDirty()}
      saving={save.isPending}
      failure={save.error?.failure ?? null}
      onClose={onClose}
      onSave={form.onSubmit(({ name, company, ...rest }) =>
        save.mutate(
          {
            customerId: customer.id,
            name: name.trim(),
            company: company.trim() === '' ? null : company.trim(),
            ...rest,
          },
          {
            onSuccess: () => {
              onClose()
              offerUndo(customer.id, t('case:customer.saved', { name }), t('common:undo'), UNDO_SHOWN, undo)
            },
          },
        ),
      )}
      extra={
        <Button variant="subtle" leftSection={<IconUsersGroup aria-hidden size={18} />} onClick={onMerge}>
          {t('case:customer.merge.do')}
        </Button>
      }
    >
      <TextInput data-autofocus label={t('case:customer.name')} {...form.getInputProps('name')} />
      <TextInput label={t('case:customer.company')} {...form.getInputProps('company')} />
      <TagsInput
        label={t('case:customer.emails')}
        placeholder={t('case:customer.addHint')}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        {...form.getInputProps('emails')}
      />
      <TagsInput
        label={t('case:customer.phones')}
        placeholder={t('case:customer.addHint')}
        splitChars={[',', ';']}
        acceptValueOnBlur
        {...form.getInputProps('phones')}
      />
      <Textarea autosize minRows={2} maxRows={8} label={t('case:customer.notes')} {...form.getInputProps('notes')} />
    </EditDialog>
  )
}
