import { NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TLS_MODES, likelyServers, portFor } from './mailbox-form.ts'
import type { MailboxForm } from './mailbox-form.ts'
import { useWrong } from './use-wrong.ts'
import classes from './Settings.module.css'

export type MailboxFormHook = UseFormReturnType<MailboxForm>

/** The address and its password: all that most people know of their mailbox. */
export function AddressFields({
  form,
  hasPassword,
}: {
  readonly form: MailboxFormHook
  readonly hasPassword: boolean
}) {
  const { t } = useTranslation('settings')
  const field = useWrong(form)
  const fillServers = useLikelyServers(form)
  return (
    <div className={classes['pair']}>
      <TextInput
        data-autofocus
        type="email"
        autoComplete="off"
        label={t('mailboxes.address')}
        {...field('address')}
        onBlur={fillServers}
      />
      <PasswordInput
        autoComplete="off"
        label={t('mailboxes.password')}
        placeholder={hasPassword ? t('mailboxes.passwordKept') : ''}
        visibilityToggleButtonProps={{ 'aria-label': t('mailboxes.showPassword') }}
        {...field('password')}
      />
    </div>
  )
}

/** Fills in where the address probably has its mail, as long as nobody typed something else there. */
function useLikelyServers(form: MailboxFormHook): () => void {
  const filled = useRef({ imap: '', smtp: '' })
  return () => {
    const { address, imap, smtp } = form.getValues()
    const likely = likelyServers(address)
    if (likely === null) return
    if (imap.host === filled.current.imap) form.setFieldValue('imap', likely.imap)
    if (smtp.host === filled.current.smtp) form.setFieldValue('smtp', likely.smtp)
    filled.current = { imap: likely.imap.host, smtp: likely.smtp.host }
  }
}

export function ServerFields({ form, kind }: { readonly form: MailboxFormHook; readonly kind: 'imap' | 'smtp' }) {
  const { t } = useTranslation('settings')
  const field = useWrong(form)
  const server = form.values[kind]
  return (
    <fieldset className={classes['fieldset']}>
      <legend>{t(`mailboxes.${kind}`)}</legend>
      <div className={classes['servers']}>
        <TextInput label={t('mailboxes.host')} aria-label={t(`mailboxes.hostOf.${kind}`)} {...field(`${kind}.host`)} />
        <NumberInput
          label={t('mailboxes.port')}
          aria-label={t(`mailboxes.portOf.${kind}`)}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          {...field(`${kind}.port`)}
        />
      </div>
      <div className={classes['pair']} style={{ marginTop: 12 }}>
        <NativeSelect
          size="md"
          label={t('mailboxes.tls')}
          aria-label={t(`mailboxes.tlsOf.${kind}`)}
          data={TLS_MODES.map((mode) => ({ value: mode, label: t(`mailboxes.tlsModes.${mode}`) }))}
          {...field(`${kind}.tls`)}
          onChange={(event) => {
            const tls = TLS_MODES.find((mode) => mode === event.currentTarget.value) ?? 'implicit'
            form.setFieldValue(kind, { ...server, tls, port: portFor(kind, server, tls) })
          }}
        />
        <TextInput
          autoComplete="off"
          label={t('mailboxes.user')}
          aria-label={t(`mailboxes.userOf.${kind}`)}
          placeholder={form.values.address}
          {...field(`${kind}.user`)}
        />
      </div>
    </fieldset>
  )
}
