import { Button, Collapse, NumberInput, Switch, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailboxView } from '../../shared/contract/mail.ts'
import { tellDone } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { EditDialog } from './EditDialog.tsx'
import { failureOf } from './failure-of.ts'
import { mailboxForm, mailboxRules, newMailboxForm, toMailbox } from './mailbox-form.ts'
import type { MailboxForm } from './mailbox-form.ts'
import { AddressFields, ServerFields } from './MailboxFields.tsx'
import type { MailboxFormHook } from './MailboxFields.tsx'
import { FolderChoice, TestResult, useMailboxTest } from './MailboxTest.tsx'
import classes from './Settings.module.css'
import { useWrong } from './use-wrong.ts'

interface Props {
  readonly id: string
  /** Null for a new one. */
  readonly mailbox: MailboxView | null
  readonly businessName: string
  onClose(): void
}

export function MailboxDialog({ id, mailbox, businessName, onClose }: Props) {
  const { t } = useTranslation('settings')
  const form = useForm<MailboxForm>({
    initialValues: mailbox === null ? newMailboxForm(businessName) : mailboxForm(mailbox),
    validate: mailboxRules(mailbox?.hasPassword ?? false),
  })
  const save = useCommand('mailbox.save')
  const test = useMailboxTest(form, id)
  const store = (values: MailboxForm): void =>
    save.mutate(
      { mailbox: toMailbox(id, values), password: values.password === '' ? null : values.password },
      {
        onSuccess: () => {
          tellDone(t('mailboxes.saved', { address: values.address.trim() }))
          onClose()
        },
      },
    )
  return (
    <EditDialog
      title={mailbox === null ? t('mailboxes.add') : t('mailboxes.editTitle', { name: mailbox.name })}
      size="xl"
      dirty={form.isDirty()}
      saving={save.isPending}
      failure={failureOf(save.error)}
      onSave={form.onSubmit(store)}
      onClose={onClose}
    >
      <AddressFields form={form} hasPassword={mailbox?.hasPassword ?? false} />
      <div className={classes['pair']}>
        <ServerFields form={form} kind="imap" />
        <ServerFields form={form} kind="smtp" />
      </div>
      <TestResult test={test} />
      <FolderChoice form={form} found={test.found} />
      <More form={form} />
    </EditDialog>
  )
}

/** What is seldom changed, out of sight until somebody wants it. */
function More({ form }: { readonly form: MailboxFormHook }) {
  const { t } = useTranslation('settings')
  const field = useWrong(form)
  const [open, setOpen] = useState(false)
  const hidden = !open && !form.errors['aliases'] && !form.errors['firstSyncDays']
  return (
    <div>
      <Button
        variant="subtle"
        px={4}
        aria-expanded={!hidden}
        rightSection={hidden ? <IconChevronDown aria-hidden size={18} /> : <IconChevronUp aria-hidden size={18} />}
        onClick={() => setOpen(hidden)}
      >
        {t('mailboxes.more')}
      </Button>
      <Collapse expanded={!hidden}>
        <div className={classes['pair']} style={{ paddingTop: 12 }}>
          <TextInput label={t('mailboxes.name')} description={t('mailboxes.nameWhy')} {...field('name')} />
          <TextInput label={t('mailboxes.fromName')} description={t('mailboxes.fromNameWhy')} {...field('fromName')} />
          <TagsInput
            size="md"
            label={t('mailboxes.aliases')}
            description={t('mailboxes.aliasesWhy')}
            acceptValueOnBlur
            {...field('aliases')}
          />
          <NumberInput
            label={t('mailboxes.firstSyncDays')}
            description={t('mailboxes.firstSyncDaysWhy')}
            min={0}
            max={3650}
            allowDecimal={false}
            {...field('firstSyncDays')}
          />
          <Switch
            label={t('mailboxes.active')}
            description={t('mailboxes.activeWhy')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </div>
      </Collapse>
    </div>
  )
}
