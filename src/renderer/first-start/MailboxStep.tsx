import { Button, Collapse, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { MailboxView } from '../../shared/contract/mail.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { failureOf } from '../settings/failure-of.ts'
import { mailboxForm, mailboxRules, newMailboxForm, toMailbox } from '../settings/mailbox-form.ts'
import type { MailboxForm } from '../settings/mailbox-form.ts'
import { AddressFields, ServerFields } from '../settings/MailboxFields.tsx'
import { Card } from '../settings/SectionPage.tsx'
import { PracticeFirst } from './WelcomeStep.tsx'
import { StepPage } from './StepPage.tsx'

interface Ways {
  onBack(): void
  onNext(): void
}

/** The address that customers write to. It is tried before it is saved; it can also wait until later. */
export function MailboxStep(props: Ways) {
  const mailboxes = useAsk('mailbox.list', {}).data
  const businessName = useAsk('business.get', {}).data?.name ?? ''
  if (mailboxes === undefined) return null
  return <Connect {...props} mailbox={mailboxes[0] ?? null} businessName={businessName} />
}

function Connect(props: Ways & { readonly mailbox: MailboxView | null; readonly businessName: string }) {
  const { t } = useTranslation('first-start')
  const { mailbox } = props
  const [id] = useState(() => mailbox?.id ?? newId())
  const [servers, setServers] = useState(false)
  const form = useForm<MailboxForm>({
    initialValues: mailbox === null ? newMailboxForm(props.businessName) : mailboxForm(mailbox),
    validate: mailboxRules(mailbox?.hasPassword ?? false),
  })
  const test = useCommand('mailbox.test')
  const save = useCommand('mailbox.save')
  const connect =
    (tried: boolean) =>
    (values: MailboxForm): void => {
      const input = { mailbox: toMailbox(id, values), password: values.password === '' ? null : values.password }
      const store = (): void => save.mutate(input, { onSuccess: props.onNext })
      if (tried) store()
      else test.mutate(input, { onSuccess: store, onError: () => setServers(true) })
    }
  const submit = (tried: boolean): void =>
    void form.onSubmit(connect(tried), (errors) => {
      if (Object.keys(errors).some((path) => path.startsWith('imap') || path.startsWith('smtp'))) setServers(true)
    })()
  const failure = failureOf(save.error) ?? failureOf(test.error)
  return (
    <StepPage
      step="mailbox"
      next={t(test.isPending ? 'mailbox.trying' : 'mailbox.connect')}
      busy={test.isPending || save.isPending}
      onBack={props.onBack}
      onNext={() => submit(false)}
      extra={
        <Button variant="subtle" onClick={props.onNext}>
          {t('mailbox.later')}
        </Button>
      }
    >
      <Card>
        <AddressFields form={form} hasPassword={mailbox?.hasPassword ?? false} />
        {failure === null || test.isPending ? null : (
          <FailureNotice failure={failure}>
            <Button mt="sm" size="sm" variant="default" onClick={() => submit(true)}>
              {t('mailbox.saveAnyway')}
            </Button>
          </FailureNotice>
        )}
        <div>
          <Button
            variant="subtle"
            px={4}
            aria-expanded={servers}
            rightSection={servers ? <IconChevronUp aria-hidden size={18} /> : <IconChevronDown aria-hidden size={18} />}
            onClick={() => setServers(!servers)}
          >
            {t('mailbox.servers')}
          </Button>
          <Collapse expanded={servers}>
            <Stack gap="lg" pt="sm">
              <ServerFields form={form} kind="imap" />
              <ServerFields form={form} kind="smtp" />
            </Stack>
          </Collapse>
        </div>
      </Card>
      <PracticeFirst />
    </StepPage>
  )
}
