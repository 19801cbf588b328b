import { notifications } from '@mantine/notifications'
import { createElement, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NagAlert } from '../../shared/contract/nags.ts'
import { ShowCase } from '../components/ShowCase.tsx'
import { closeButton } from '../components/tell.ts'
import { on } from '../engine/bridge.ts'
import { useHealth } from '../engine/engine-state.ts'
import { useNow, useTime } from '../words/use-time.ts'

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
        words: t('shell:nag.about', { customer: customerName, moment: time.moment(dueAt, now), owner: ownerName }),
        done: () => notifications.hide(promiseId),
      }),
      autoClose: false,
      closeButtonProps: closeButton(),
    })
  })
  useEffect(() => {
    return silent ? on('nag', (nag) => show(nag)) : undefined
  }, [silent])
}
