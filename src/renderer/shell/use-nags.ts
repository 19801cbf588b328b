import { notifications } from '@mantine/notifications'
import { createElement, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NagAlert, RoundAlert } from '../../shared/contract/nags.ts'
import { ShowCase } from '../components/ShowCase.tsx'
import { closeButton } from '../components/tell.ts'
import { on } from '../engine/bridge.ts'
import { useHealth } from '../engine/engine-state.ts'
import { useNow, useTime } from '../words/use-time.ts'

/** Promises that a round names here. */
const MOST_LINES = 6

/** Where the system shows no notifications, the window nags by itself: a promise is never forgotten in silence. */
export function useNags(): void {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const silent = useHealth((health) => !health.notifications)
  const show = useEffectEvent((nag: NagAlert) => {
    const { promiseId, caseId, tone, promiseText, customerName, ownerName, dueAt } = nag
    notifications.hide(promiseId)
    notifications.show({
      id: promiseId,
      color: tone === 'before' ? 'ink' : 'red',
      title: t(`shell:nag.${tone}`, { promise: promiseText }),
      message: createElement(ShowCase, {
        caseId,
        promiseId,
        words: t('shell:nag.about', { customer: customerName, moment: time.moment(dueAt, now), owner: ownerName }),
        done: () => notifications.hide(promiseId),
      }),
      autoClose: false,
      closeButtonProps: closeButton(),
    })
  })
  const showRound = useEffectEvent(({ roundId, kind, promises }: RoundAlert) => {
    const lines = promises.map(({ customerName: customer, ownerName: owner, dueAt }) =>
      t('promises:round.line', { moment: time.moment(dueAt, now), customer, owner }),
    )
    notifications.show({
      id: roundId,
      color: 'ink',
      title: t(`promises:round.${kind}`),
      message: lines.slice(0, MOST_LINES).join(' · '),
      autoClose: false,
      closeButtonProps: closeButton(),
    })
  })
  useEffect(() => {
    if (!silent) return undefined
    const stops = [on('nag', (nag) => show(nag)), on('round', (round) => showRound(round))]
    return () => stops.forEach((stop) => stop())
  }, [silent])
}
