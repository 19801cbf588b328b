import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../shared/contract/cases.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Loading } from '../components/Loading.tsx'
import { tellDone, tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import classes from './Settings.module.css'

const PAUSE = 200

/** Finds one customer, and does what they may ask for: hand over everything, or erase it. */
export function PrivacyCustomer() {
  const { t } = useTranslation('privacy')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, PAUSE)
  const [erased, setErased] = useState<CustomerView | null>(null)
  const found = useAsk('customer.find', { text }, { enabled: text.trim() !== '' }).data ?? []
  const exportAll = async ({ id }: CustomerView): Promise<void> => {
    const saved = await callDesktop('desktop.export-customer', { customerId: id })
    if (!saved.ok) tellFailure(saved.error)
    else if (saved.value) tellDone(t('customer.exported'))
  }
  return (
    <>
      <TextInput
        type="search"
        label={t('customer.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw="28rem"
      />
      <ul className={classes['rows']} aria-label={t('customer.found')}>
        {(text.trim() === '' ? [] : found).map((one) => (
          <li key={one.id} className={classes['row']}>
            <span className={classes['grow']}>
              <b>{one.name}</b>
              <div>{[...one.emails, ...one.phones].join(', ')}</div>
            </span>
            <Group gap="xs">
              <Button
                variant="default"
                size="sm"
                aria-label={t('customer.exportOne', { name: one.name })}
                onClick={() => void exportAll(one)}
              >
                {t('customer.export')}
              </Button>
              <Button
                variant="default"
                size="sm"
                aria-label={t('customer.eraseOne', { name: one.name })}
                onClick={() => setErased(one)}
              >
                {t('customer.erase')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {erased === null ? null : <EraseDialog customer={erased} onClose={() => setErased(null)} />}
    </>
  )
}

const STAYS = ['figures', 'mailbox', 'backups', 'aside', 'others'] as const

function EraseDialog({ customer, onClose }: { readonly customer: CustomerView; onClose(): void }) {
  const { t } = useTranslation('privacy')
  const preview = useAsk('privacy.erase-preview', { customerId: customer.id }).data
  const [busy, setBusy] = useState(false)
  const erase = async (): Promise<void> => {
    setBusy(true)
    const done = await callDesktop('desktop.erase-customer', { customerId: customer.id })
    setBusy(false)
    if (!done.ok) return tellFailure(done.error)
    if (done.value === null) return
    tellDone(t('customer.erased'))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('customer.eraseTitle', { name: customer.name })}
      action={t('customer.erase')}
      busy={busy}
      onConfirm={() => void erase()}
      onClose={onClose}
    >
      {preview === undefined ? (
        <Loading />
      ) : (
        <Text>
          {t('customer.goes')} {t('customer.cases', { count: preview.cases })},{' '}
          {t('customer.contacts', { count: preview.contacts })}, {t('customer.mails', { count: preview.mails })},{' '}
          {t('customer.attachments', { count: preview.attachments })}.
        </Text>
      )}
      <Stack gap={4}>
        <Text fw={600}>{t('customer.stays')}</Text>
        <Text component="ul" pl="lg" my={0}>
          {STAYS.map((what) => (
            <li key={what}>{t(`customer.staysWhat.${what}`)}</li>
          ))}
        </Text>
      </Stack>
    </ConfirmDialog>
  )
}
