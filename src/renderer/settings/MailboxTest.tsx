import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { useCommand } from '../engine/hooks.ts'
import { failureOf } from './failure-of.ts'
import { toMailbox } from './mailbox-form.ts'
import type { MailboxFormHook } from './MailboxFields.tsx'
import classes from './Settings.module.css'
import { useWrong } from './use-wrong.ts'

export interface MailboxTestState {
  /** Folders of the mailbox, known once the test succeeded. */
  readonly found: readonly string[] | null
  readonly running: boolean
  readonly error: Error | null
  run(): void
}

/** Tries both servers with what is on screen, saving nothing. */
export function useMailboxTest(form: MailboxFormHook, id: string): MailboxTestState {
  const test = useCommand('mailbox.test')
  return {
    found: test.data?.folders ?? null,
    running: test.isPending,
    error: test.error,
    run() {
      if (form.validate().hasErrors) return
      const { password } = form.getValues()
      test.mutate({ mailbox: toMailbox(id, form.getValues()), password: password === '' ? null : password })
    },
  }
}

/** The button and what came of it: found, or what is wrong and what to do. */
export function TestResult({ test }: { readonly test: MailboxTestState }) {
  const { t } = useTranslation('settings')
  return (
    <Stack gap="sm">
      <Group gap="md">
        <Button
          variant="default"
          loading={test.running}
          leftSection={<IconPlugConnected aria-hidden size={18} />}
          onClick={test.run}
        >
          {t('mailboxes.test')}
        </Button>
        <Group gap={6} role="status" wrap="nowrap">
          {test.found === null || test.running ? null : (
            <>
              <IconCircleCheck aria-hidden size={20} style={{ flex: 'none', color: 'var(--b-fine)' }} />
              <Text>{t('mailboxes.testFine', { count: test.found.length })}</Text>
            </>
          )}
          {test.running ? <Text c="dimmed">{t('mailboxes.testing')}</Text> : null}
        </Group>
      </Group>
      {test.error === null || test.running ? null : <TestFailure error={test.error} />}
    </Stack>
  )
}

function TestFailure({ error }: { readonly error: Error }) {
  const failure = failureOf(error)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void notice.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={notice} className={classes['inSight']}>
      {failure === null ? null : <FailureNotice failure={failure} />}
    </div>
  )
}

/** Which folders are read: those of the mailbox once it was tested, until then those that were chosen before. */
export function FolderChoice({
  form,
  found,
}: {
  readonly form: MailboxFormHook
  readonly found: readonly string[] | null
}) {
  const { t } = useTranslation('settings')
  const field = useWrong(form)
  const all = [...new Set([...form.values.folders, ...(found ?? [])])]
  return (
    <Checkbox.Group
      size="md"
      label={t('mailboxes.folders')}
      description={t(found === null ? 'mailboxes.foldersBefore' : 'mailboxes.foldersWhy')}
      {...field('folders')}
    >
      <Group gap="lg" mt={8}>
        {all.map((folder) => (
          <Checkbox key={folder} value={folder} label={folder === 'INBOX' ? t('mailboxes.inbox') : folder} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
