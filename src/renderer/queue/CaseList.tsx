import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueSection } from '../../shared/domain/case.ts'
import type { QueueRow } from '../../shared/contract/queue.ts'
import { KEYS } from '../shell/keys.ts'
import { useViewState } from '../view-state.ts'
import { CaseRow } from './CaseRow.tsx'
import { useChosen } from './chosen.ts'
import { nextCase, toLines } from './lines.ts'
import type { Line } from './lines.ts'
import { useQueueView } from './queue-view.ts'
import type { Rows } from './use-rows.ts'
import classes from './Queue.module.css'

const ROW = 104
const HEADING = 48
/** How many lines before the end the next page is asked for. */
const AHEAD = 40

interface Props {
  readonly rows: Rows
  readonly counts: Readonly<Record<QueueSection, number>> | undefined
}

/** The list itself. Only what is in sight is on the page, so that 100,000 cases scroll like ten. */
export function CaseList({ rows, counts }: Props) {
  const { t } = useTranslation()
  const headed = useQueueView((view) => view.tab === 'needs-us') && !rows.searching
  const lines = useMemo(() => toLines(rows.rows, headed), [rows.rows, headed])
  const { scroller, virtual, current, wanted, onFocused, onKeyDown, open } = useWalk(lines)
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last > lines.length - AHEAD) rows.more()
  })

  return (
    <div ref={scroller} className={classes['scroller']} data-case-list>
      <div
        role="list"
        aria-label={t('queue:list')}
        className={classes['canvas']}
        style={{ height: virtual.getTotalSize() }}
      >
        {shown.map((item) => {
          const line = lines[item.index]
          if (line === undefined) return null
          const place = { transform: `translateY(${item.start}px)`, height: item.size }
          if (line.kind === 'heading') {
            return (
              <div key={line.key} role="listitem" className={classes['heading']} style={place}>
                <h2 data-section={line.section}>
                  {t(`queue:section.${line.section}`)}{' '}
                  <span className={classes['count']}>{counts?.[line.section] ?? ''}</span>
                </h2>
              </div>
            )
          }
          return (
            <div key={line.key} role="listitem" className={classes['line']} style={place}>
              <Tick row={line.row} current={item.index === current} />
              <CaseRow
                row={line.row}
                {...('excerpt' in line.row ? { excerpt: line.row.excerpt } : {})}
                current={item.index === current}
                focused={line.key === wanted}
                onFocused={onFocused}
                onOpen={open}
                onKeyDown={onKeyDown}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Ticks a case, to do the same with several. X does it from the keyboard. */
function Tick({ row, current }: { readonly row: QueueRow; readonly current: boolean }) {
  const { t } = useTranslation()
  const ticked = useChosen(({ ids }) => ids.has(row.caseId))
  return (
    <Checkbox
      className={classes['tick'] ?? ''}
      size="md"
      tabIndex={current ? 0 : -1}
      aria-label={t('queue:chosen.tick', { customer: row.customerName, subject: row.subject })}
      checked={ticked}
      onChange={() => useChosen.getState().toggle(row.caseId)}
    />
  )
}

/** Walking the list with the arrow keys, opening a case, and coming back to where one was. */
function useWalk(lines: readonly Line[]) {
  const { openedId, scrolledTo, set } = useQueueView.getState()
  const go = useViewState((state) => state.go)
  const scroller = useRef<HTMLDivElement>(null)
  const [currentKey, setCurrentKey] = useState(openedId)
  // Asked for once and then forgotten: a row that comes by later must not take the focus from where somebody is typing.
  const [wanted, setWanted] = useState(openedId)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING : ROW),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    initialOffset: scrolledTo,
    useFlushSync: false,
  })
  const current = useMemo(() => {
    const found = lines.findIndex(({ key }) => key === currentKey)
    return found < 0 ? nextCase(lines, -1, 1) : found
  }, [lines, currentKey])

  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      const here = lines[current]
      if (event.key.toUpperCase() === KEYS.tick && here?.kind === 'case' && !event.ctrlKey && !event.metaKey) {
        useChosen.getState().toggle(here.row.caseId)
      }
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
      if (step === null) return
      event.preventDefault()
      const next = nextCase(lines, current, step)
      const key = lines[next]?.key ?? null
      virtual.scrollToIndex(next)
      setCurrentKey(key)
      setWanted(key)
    },
    [lines, current, virtual],
  )
  const onFocused = useCallback((): void => setWanted(null), [])
  const open = useCallback(
    (caseId: string): void => {
      set({ openedId: caseId, scrolledTo: scroller.current?.scrollTop ?? 0 })
      go({ screen: 'case', caseId })
    },
    [go, set],
  )
  return { scroller, virtual, current, wanted, onFocused, onKeyDown, open }
}
