import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Key } from '../components/Key.tsx'
import classes from './PhoneNote.module.css'
import type { PhoneNoteForm } from './use-phone-note.ts'

/** Always in sight: what went wrong, and the ways on. */
export function NoteFoot(props: { readonly form: PhoneNoteForm; onLeave(): void; onStay(): void; onDiscard(): void }) {
  const { t } = useTranslation('phone-note')
  const { failure, leaving, saving } = props.form
  return (
    <div className={classes['foot']}>
      {failure === null ? null : (
        <>
          <FailureNotice failure={failure} />
          <Text fw={600}>{t('kept')}</Text>
        </>
      )}
      {leaving ? (
        <Leaving onStay={props.onStay} onLeave={props.onDiscard} />
      ) : (
        <Buttons saving={saving} onLeave={props.onLeave} />
      )}
    </div>
  )
}

function Buttons({ saving, onLeave }: { readonly saving: boolean; onLeave(): void }) {
  const { t } = useTranslation('phone-note')
  return (
    <Group gap="xs" justify="flex-end">
      <Button variant="default" onClick={onLeave} aria-keyshortcuts="Escape" rightSection={<Key name="back" />}>
        {t('close')}
      </Button>
      <Button
        type="submit"
        loading={saving}
        aria-keyshortcuts="Enter Control+Enter"
        rightSection={
          <kbd aria-hidden className={classes['onAccent']}>
            Enter
          </kbd>
        }
      >
        {t('save')}
      </Button>
    </Group>
  )
}

/** Only asked when something would be lost; Escape once more goes back to writing. */
function Leaving({ onStay, onLeave }: { onStay(): void; onLeave(): void }) {
  const { t } = useTranslation('phone-note')
  return (
    <div className={classes['leaving']} role="alertdialog" aria-label={t('leave.title')}>
      <Title order={3}>{t('leave.title')}</Title>
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={onLeave}>
          {t('leave.discard')}
        </Button>
        <Button autoFocus onClick={onStay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </div>
  )
}
