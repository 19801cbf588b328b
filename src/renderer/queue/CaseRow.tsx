import { UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconEyeOff, IconPencil } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../shared/contract/queue.ts'
import { ChannelMark } from '../components/ChannelMark.tsx'
import { DueMark } from '../components/DueMark.tsx'
import { StaffFace } from '../components/StaffFace.tsx'
import { useDrafts } from '../composer/drafts.ts'
import { usePerson } from '../engine/people.ts'
import { RiskMark } from '../promises/RiskMark.tsx'
import { useRisksOfCase } from '../promises/use-risks.ts'
import { useNow, useTime, useZone } from '../words/use-time.ts'
import { urgency } from '../words/time-words.ts'
import { Highlighted } from './Highlighted.tsx'
import classes from './CaseRow.module.css'

interface Props {
  readonly row: QueueRow
  /** Where a search found its words, with marks. */
  readonly excerpt?: string
  /** One row of a list takes part in the Tab order; the arrow keys walk over the others. */
  readonly current?: boolean
  /** Take the focus: the arrow keys came here. */
  readonly focused?: boolean
  /** The focus is here now. */
  onFocused?(): void
  onOpen(caseId: string): void
  onKeyDown?(event: KeyboardEvent): void
}

/** One case at a glance: who, what, since when, what we promised, and who owns it. */
export const CaseRow = memo(function CaseRow({
  row,
  excerpt,
  current = true,
  focused = false,
  onFocused,
  onOpen,
  onKeyDown,
}: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!focused) return
    button.current?.focus({ preventScroll: true })
    onFocused?.()
  }, [focused, onFocused])
  return (
    <UnstyledButton
      ref={button}
      className={classes['row']}
      data-urgency={useUrgency(row)}
      tabIndex={current ? 0 : -1}
      onClick={() => onOpen(row.caseId)}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      <span className={classes['top']}>
        <span className={classes['customer']}>{row.customerName}</span>
        <Due row={row} />
      </span>
      <span className={classes['about']}>
        <span className={classes['subject']}>{row.subject}</span>
        <span className={classes['snippet']}>
          {excerpt === undefined ? row.snippet : <Highlighted text={excerpt} />}
        </span>
      </span>
      <Facts row={row} />
    </UnstyledButton>
  )
})

function useUrgency(row: QueueRow) {
  const now = useNow()
  const zone = useZone()
  return row.dueAt === null ? undefined : urgency(row.dueAt, now, zone)
}

/** What we promised, or else when we last heard of each other. */
function Due({ row }: { readonly row: QueueRow }) {
  const now = useNow()
  const time = useTime()
  if (row.dueAt !== null) return <DueMark at={row.dueAt} />
  return <span className={classes['since']}>{time.since(row.lastContactAt, now)}</span>
}

function Facts({ row }: { readonly row: QueueRow }) {
  const { t } = useTranslation()
  const drafted = useDrafts(({ drafts }) => (drafts[row.caseId]?.text ?? '') !== '')
  const owner = usePerson(row.ownerId)
  const risks = useRisksOfCase(row.caseId)
  return (
    <span className={classes['facts']}>
      <ChannelMark channel={row.channel} />
      {row.kind !== 'question' && <span>{t(`common:kind.${row.kind}`)}</span>}
      <span className={classes['owner']}>
        {owner !== undefined && <StaffFace staff={owner} size={20} />}
        <span>{owner?.name ?? t('queue:noOwner')}</span>
      </span>
      {drafted && (
        <span className={classes['owner']}>
          <IconPencil aria-hidden size={15} />
          {t('queue:draft')}
        </span>
      )}
      {row.cameBack > 0 && (
        <span className={classes['warn']}>
          <IconArrowBackUp aria-hidden size={16} />
          {t('queue:cameBack', { count: row.cameBack })}
        </span>
      )}
      <RiskMark risks={risks} />
      {row.customerUnaware && !risks.includes('undelivered') && (
        <span className={classes['warn']}>
          <IconEyeOff aria-hidden size={16} />
          {t('queue:unaware')}
        </span>
      )}
      <span className={classes['number']}>{t('queue:number', { number: row.number })}</span>
    </span>
  )
}
