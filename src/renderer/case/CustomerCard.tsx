import { Anchor, Button, Textarea, Title, UnstyledButton } from '@mantine/core'
import { IconEdit, IconMail, IconPhone } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, CustomerView } from '../../shared/contract/cases.ts'
import { formatPhone } from '../../shared/domain/phone.ts'
import { tellError } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './CustomerCard.module.css'

const CustomerDialog = lazy(async () => ({ default: (await import('./CustomerDialog.tsx')).CustomerDialog }))
const MergeCustomer = lazy(async () => ({ default: (await import('./MergeCustomer.tsx')).MergeCustomer }))

/** Who it is, how to reach them, what they care about, and what came before. */
export function CustomerCard({ shown }: { readonly shown: CaseView }) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const { customer } = shown
  const [dialog, setDialog] = useState<'edit' | 'merge' | null>(null)
  const country = useAsk('business.get', {}).data?.country ?? 'NL'
  return (
    <aside className={classes['card']} aria-label={t('case:customer.label')}>
      <div>
        <Title order={2} className={classes['name'] ?? ''}>
          {customer.name}
        </Title>
        {customer.company !== null && <p className={classes['soft']}>{customer.company}</p>}
        <p className={classes['soft']}>
          {t('case:customer.since', { moment: time.since(customer.since, now) })} ·{' '}
          {t('case:customer.cases', { count: customer.caseCount })}
          {customer.openPromises > 0 && ` · ${t('case:customer.promises', { count: customer.openPromises })}`}
        </p>
      </div>
      <div className={classes['reach']}>
        {customer.phones.map((phone) => (
          <Reach key={phone} url={`tel:${phone}`} icon={<IconPhone aria-hidden size={18} />}>
            {formatPhone(phone, country)}
          </Reach>
        ))}
        {customer.emails.map((email) => (
          <span key={email} className={classes['mail']}>
            <IconMail aria-hidden size={18} />
            <Address email={email} />
          </span>
        ))}
      </div>
      <Button
        variant="default"
        size="sm"
        flex="none"
        leftSection={<IconEdit aria-hidden size={18} />}
        onClick={() => setDialog('edit')}
      >
        {t('case:customer.edit')}
      </Button>
      <Suspense fallback={null}>
        {dialog === 'edit' && (
          <CustomerDialog
            customer={customer}
            country={country}
            onMerge={() => setDialog('merge')}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'merge' && <MergeCustomer customer={customer} onClose={() => setDialog(null)} />}
      </Suspense>
      <CustomerNotes key={`${customer.id} ${customer.notes}`} customer={customer} />
      <Earlier shown={shown} />
    </aside>
  )
}

/** A long address breaks before its @, not in the middle of a name. */
function Address({ email }: { readonly email: string }) {
  const at = email.lastIndexOf('@')
  return (
    <span>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  )
}

function Reach(props: { readonly url: string; readonly icon: React.ReactNode; readonly children: string }) {
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={classes['phone']}
      aria-label={t('case:customer.call', { number: props.children })}
      onClick={() => void callDesktop('desktop.open-external', { url: props.url })}
    >
      {props.icon}
      {props.children}
    </UnstyledButton>
  )
}

/** Free notes, kept when one moves on. */
function CustomerNotes({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation()
  const [notes, setNotes] = useState<string | null>(null)
  const save = useCommand('customer.save')
  const keep = (): void => {
    if (notes === null || notes === customer.notes) return
    const { id: customerId, name, company } = customer
    save.mutate({ customerId, name, company, notes }, { onError: tellError })
  }
  return (
    <Textarea
      size="sm"
      label={t('case:customer.notes')}
      placeholder={t('case:customer.notesHint')}
      autosize
      minRows={2}
      maxRows={8}
      value={notes ?? customer.notes}
      onChange={(event) => setNotes(event.currentTarget.value)}
      onBlur={keep}
    />
  )
}

function Earlier({ shown }: { readonly shown: CaseView }) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const go = useViewState((state) => state.go)
  if (shown.earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <Title order={3} id="earlier">
        {t('case:earlier')}
      </Title>
      <ul className={classes['earlier']}>
        {shown.earlier.map((one) => (
          <li key={one.caseId}>
            <Anchor
              component="button"
              type="button"
              ta="left"
              onClick={() => go({ screen: 'case', caseId: one.caseId })}
            >
              {one.subject}
            </Anchor>
            <span className={classes['soft']}>
              {time.since(one.openedAt, now)} · {t(`common:state.${one.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
