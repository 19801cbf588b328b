import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconNote, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { Key } from '../components/Key.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { offerAfterCare } from '../shell/overlay.ts'
import { isLive } from '../../shared/domain/promises.ts'
import classes from './ActionBar.module.css'

interface Props {
  readonly shown: CaseView
  onReply(): void
  onCall(): void
  onNote(): void
}

/** What can be done with this case, always in the same place. */
export function ActionBar({ shown, onReply, onCall, onNote }: Props) {
  const { t } = useTranslation()
  const close = useCommand('case.close')
  const canClose = (shown.state === 'open' || shown.state === 'waiting') && !shown.promises.some(isLive)
  const canMail = shown.reply.to.length > 0
  const closed = (): void => {
    tellDone(t('case:closed'))
    offerAfterCare(shown)
  }
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('case:actions')}>
      <Button
        variant={canMail ? 'filled' : 'default'}
        leftSection={<IconArrowBackUp aria-hidden size={19} />}
        rightSection={<Key name="reply" />}
        px="sm"
        aria-keyshortcuts="R"
        onClick={onReply}
      >
        {t('case:reply')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPhone aria-hidden size={19} />}
        rightSection={<Key name="call" />}
        px="sm"
        aria-keyshortcuts="B"
        onClick={onCall}
      >
        {t('case:logCall')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconNote aria-hidden size={19} />}
        rightSection={<Key name="note" />}
        px="sm"
        aria-keyshortcuts="N"
        onClick={onNote}
      >
        {t('case:note')}
      </Button>
      {canClose && (
        <Button
          variant="subtle"
          px="sm"
          leftSection={<IconCircleCheck aria-hidden size={19} />}
          loading={close.isPending}
          onClick={() => close.mutate({ caseId: shown.id }, { onSuccess: closed, onError: tellError })}
        >
          {t('case:close')}
        </Button>
      )}
    </div>
  )
}
