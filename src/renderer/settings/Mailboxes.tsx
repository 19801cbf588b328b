import { Button, Group, Text } from '@mantine/core'
import { IconMail, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { MailboxView } from '../../shared/contract/mail.ts'
import { Empty } from '../components/Empty.tsx'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { MailboxDialog } from './MailboxDialog.tsx'
import { MailboxPhase } from './MailboxPhase.tsx'
import { Card, SectionPage } from './SectionPage.tsx'
import classes from './Settings.module.css'

type Doing =
  | { readonly kind: 'edit'; readonly id: string; readonly mailbox: MailboxView | null }
  | { readonly kind: 'remove'; readonly mailbox: MailboxView }

export function Mailboxes() {
  const { t } = useTranslation('settings')
  const { data: mailboxes, error } = useAsk('mailbox.list', {})
  const businessName = useAsk('business.get', {}).data?.name ?? ''
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = (): void => setDoing(null)
  if (mailboxes === undefined) return error === null ? <Loading /> : <FailureNotice failure={error.failure} />
  const add = (
    <Button
      leftSection={<IconPlus aria-hidden size={18} />}
      onClick={() => setDoing({ kind: 'edit', id: newId(), mailbox: null })}
    >
      {t('mailboxes.add')}
    </Button>
  )
  return (
    <SectionPage section="mailboxes" beside={mailboxes.length === 0 ? null : add}>
      {mailboxes.length > 0 ? null : (
        <Empty icon={<IconMail size={44} stroke={1.4} />} title={t('mailboxes.none')}>
          <Text mb="md">{t('mailboxes.noneWhy')}</Text>
          {add}
        </Empty>
      )}
      {mailboxes.map((mailbox) => (
        <MailboxCard key={mailbox.id} mailbox={mailbox} onDo={setDoing} />
      ))}
      {doing?.kind === 'edit' ? (
        <MailboxDialog {...doing} key={doing.id} businessName={businessName} onClose={stop} />
      ) : null}
      {doing?.kind === 'remove' ? <RemoveMailbox mailbox={doing.mailbox} onClose={stop} /> : null}
    </SectionPage>
  )
}

function MailboxCard({ mailbox, onDo }: { readonly mailbox: MailboxView; onDo(doing: Doing): void }) {
  const { t } = useTranslation('settings')
  return (
    <article aria-label={t('mailboxes.one', { name: mailbox.name })}>
      <Card>
        <div className={classes['spread']}>
          <span className={classes['wide']}>
            <Text fw={650} size="lg">
              {mailbox.address}
            </Text>
            <Text size="sm" c="dimmed">
              {t('mailboxes.reads', {
                name: mailbox.name,
                folders: mailbox.folders
                  .map((folder) => (folder === 'INBOX' ? t('mailboxes.inbox') : folder))
                  .join(', '),
              })}
            </Text>
          </span>
          <Group gap="xs">
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPencil aria-hidden size={16} />}
              aria-label={t('mailboxes.editOne', { name: mailbox.name })}
              onClick={() => onDo({ kind: 'edit', id: mailbox.id, mailbox })}
            >
              {t('edit')}
            </Button>
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconTrash aria-hidden size={16} />}
              aria-label={t('mailboxes.removeOne', { name: mailbox.name })}
              onClick={() => onDo({ kind: 'remove', mailbox })}
            >
              {t('remove')}
            </Button>
          </Group>
        </div>
        <MailboxPhase mailbox={mailbox} />
      </Card>
    </article>
  )
}

function RemoveMailbox({ mailbox, onClose }: { readonly mailbox: MailboxView; onClose(): void }) {
  const { t } = useTranslation('settings')
  const remove = useCommand('mailbox.remove')
  const { address } = mailbox
  const confirm = (): void =>
    remove.mutate(
      { mailboxId: mailbox.id },
      {
        onSuccess: () => {
          tellDone(t('mailboxes.removed', { address }))
          onClose()
        },
        onError: tellError,
      },
    )
  return (
    <ConfirmDialog
      title={t('mailboxes.removeTitle', { address })}
      action={t('mailboxes.removeDo')}
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text component="ul" pl="lg" my={0}>
        {(['fetch', 'password', 'kept', 'server'] as const).map((what) => (
          <li key={what}>{t(`mailboxes.removeWhat.${what}`, { address })}</li>
        ))}
      </Text>
    </ConfirmDialog>
  )
}
