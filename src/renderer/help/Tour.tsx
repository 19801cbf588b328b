import { Button, CloseButton, Group, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Destination } from '../../shared/contract/desktop.ts'
import { useAsk } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import classes from './Tour.module.css'

const STEPS = ['welcome', 'today', 'queue', 'promise', 'phone', 'overview'] as const
/** The screen that a step is about; the others leave the screen as it is. */
const PLACES: Readonly<Partial<Record<(typeof STEPS)[number], Destination>>> = {
  today: { screen: 'today' },
  queue: { screen: 'queue' },
  overview: { screen: 'overview' },
}

interface TourState {
  /** Null: over. */
  readonly step: number | null
  to(step: number | null): void
}

/** Where the tour stands. It is over once somebody saw it or sent it away, until it is asked for again. */
export const useTour = create<TourState>()(
  persist((set) => ({ step: 0, to: (step) => set({ step }) }), { name: 'tour' }),
)

/** A short walk through the practice business: one thing at a time, beside the screen that it is about. */
export function Tour() {
  const { t } = useTranslation()
  const practice = useAsk('status.get', {}).data?.practice ?? false
  const { step, to } = useTour()
  const go = useViewState((state) => state.go)
  const name = step === null ? undefined : STEPS[step]
  if (!practice || step === null || name === undefined) return null
  const move = (next: number): void => {
    const place = PLACES[STEPS[next] ?? 'welcome']
    if (place !== undefined) go(place)
    to(next < STEPS.length ? next : null)
  }
  return (
    <Paper
      component="section"
      withBorder
      shadow="md"
      className={classes['tour'] ?? ''}
      data-tour
      aria-label={t('tour:label')}
    >
      <Group justify="space-between" wrap="nowrap" align="start">
        <Title order={2} size="h4">
          {t(`tour:${name}.title`)}
        </Title>
        <CloseButton aria-label={t('tour:stop')} title={t('tour:stop')} onClick={() => to(null)} />
      </Group>
      <Text mt={4}>{t(`tour:${name}.say`)}</Text>
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed">
          {t('tour:step', { step: step + 1, steps: STEPS.length })}
        </Text>
        <Group gap="xs">
          {step > 0 && (
            <Button size="sm" variant="default" onClick={() => move(step - 1)}>
              {t('common:back')}
            </Button>
          )}
          <Button size="sm" onClick={() => move(step + 1)}>
            {t(step + 1 < STEPS.length ? 'tour:next' : 'tour:done')}
          </Button>
        </Group>
      </Group>
    </Paper>
  )
}
