import { ActionIcon, Menu, Select, Title, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconArrowLeft,
  IconArrowMerge,
  IconBulb,
  IconCircleCheck,
  IconDotsVertical,
  IconHistory,
  IconMessageCircleQuestion,
  IconPrinter,
  IconRotate,
} from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { CASE_KINDS } from '../../shared/domain/case.ts'
import { Key } from '../components/Key.tsx'
import { StaffSelect } from '../components/StaffSelect.tsx'
import { tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { offerAfterCare } from '../shell/overlay.ts'
import { useViewState } from '../view-state.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './CaseHead.module.css'

const MergeCase = lazy(async () => ({ default: (await import('./MergeCase.tsx')).MergeCase }))
const HistoryDrawer = lazy(async () => ({ default: (await import('../history/HistoryDrawer.tsx')).HistoryDrawer }))

/** What it is about, what kind of thing it is and who owns it. */
export function CaseHead({ shown, onImprove }: { readonly shown: CaseView; onImprove(): void }) {
  const { t } = useTranslation()
  const setKind = useCommand('case.set-kind')
  const setOwner = useCommand('case.set-owner')
  return (
    <header className={classes['head']}>
      <Tooltip label={t('case:back')}>
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('case:back')}
          aria-keyshortcuts="Escape"
          onClick={() => useViewState.getState().go({ screen: 'queue' })}
        >
          <IconArrowLeft aria-hidden />
        </ActionIcon>
      </Tooltip>
      <div className={classes['about']}>
        <Title order={1} className={classes['subject'] ?? ''} title={shown.subject}>
          {shown.subject}
        </Title>
        <span className={classes['number']}>
          {t('common:caseNumber', { number: shown.number })} · {t(`common:state.${shown.state}`)}
          {shown.setAsideReason !== null && ` · ${t(`case:aside.${shown.setAsideReason}`)}`}
          {shown.cameBack > 0 && ` · ${t('queue:cameBack', { count: shown.cameBack })}`}
          <LastChaser last={shown.lastChaser} />
        </span>
      </div>
      <div className={classes['tools']}>
        <Select
          className={classes['kind'] ?? ''}
          size="sm"
          aria-label={t('case:kind')}
          allowDeselect={false}
          data={CASE_KINDS.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
          value={shown.kind}
          onChange={(value) => {
            const kind = CASE_KINDS.find((name) => name === value)
            if (kind !== undefined) setKind.mutate({ caseId: shown.id, kind }, { onError: tellError })
          }}
        />
        <div className={classes['owner']}>
          <StaffSelect
            size="sm"
            label={t('case:owner')}
            labelHidden
            nobody={t('queue:noOwner')}
            value={shown.ownerId}
            onChange={(ownerId) => setOwner.mutate({ caseId: shown.id, ownerId }, { onError: tellError })}
          />
        </div>
        <MoreMenu shown={shown} onImprove={onImprove} />
      </div>
    </header>
  )
}

/** How and when the customer last had to come back. */
function LastChaser({ last }: { readonly last: CaseView['lastChaser'] }) {
  const { t } = useTranslation()
  const time = useTime()
  const now = useNow()
  const kind = CAME_BACK.find((name) => name === last?.kind)
  if (last === null || kind === undefined) return null
  return <>, {t(`promises:lastChaser.${kind}`, { moment: time.moment(last.at, now) })}</>
}
const CAME_BACK = ['mail-in', 'call-in', 'counter', 'letter', 'social'] as const

function MoreMenu({ shown, onImprove }: { readonly shown: CaseView; onImprove(): void }) {
  const { t } = useTranslation()
  const [history, setHistory] = useState<'unseen' | 'open' | 'closed'>('unseen')
  const [merging, setMerging] = useState(false)
  const close = useCommand('case.close')
  const reopen = useCommand('case.reopen')
  const setAside = useCommand('case.set-aside')
  const makeQuestion = useCommand('case.make-question')
  const run = (command: typeof close, then?: () => void) => () =>
    command.mutate({ caseId: shown.id }, { onSuccess: () => then?.(), onError: tellError })
  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <ActionIcon variant="subtle" size={40} aria-label={t('case:more')}>
            <IconDotsVertical aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory aria-hidden size={18} />} onClick={() => setHistory('open')}>
            {t('case:history')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => print()}>
            {t('case:print')}
          </Menu.Item>
          {shown.mergedInto === null && (
            <Menu.Item leftSection={<IconArrowMerge aria-hidden size={18} />} onClick={() => setMerging(true)}>
              {t('case:merge.do')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconBulb aria-hidden size={18} />}
            rightSection={<Key name="improve" />}
            aria-keyshortcuts="V"
            onClick={onImprove}
          >
            {t('overview:improve.do')}
          </Menu.Item>
          <Menu.Divider />
          {shown.state === 'done' || shown.state === 'waiting' ? (
            <Menu.Item leftSection={<IconRotate aria-hidden size={18} />} onClick={run(reopen)}>
              {t('case:reopen')}
            </Menu.Item>
          ) : null}
          {shown.state === 'open' || shown.state === 'waiting' ? (
            <Menu.Item
              leftSection={<IconCircleCheck aria-hidden size={18} />}
              onClick={run(close, () => offerAfterCare(shown))}
            >
              {t('case:close')}
            </Menu.Item>
          ) : null}
          {shown.mergedInto !== null ? null : shown.state === 'set-aside' ? (
            <Menu.Item leftSection={<IconMessageCircleQuestion aria-hidden size={18} />} onClick={run(makeQuestion)}>
              {t('case:makeQuestion')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive aria-hidden size={18} />} onClick={run(setAside)}>
              {t('case:setAside')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {merging && (
        <Suspense fallback={null}>
          <MergeCase shown={shown} onClose={() => setMerging(false)} />
        </Suspense>
      )}
      {history !== 'unseen' && (
        <Suspense fallback={null}>
          <HistoryDrawer caseId={shown.id} opened={history === 'open'} onClose={() => setHistory('closed')} />
        </Suspense>
      )}
    </>
  )
}
