import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FirstStart.module.css'
import { STEPS } from './needed.ts'
import type { Step } from './needed.ts'

/** One step: a question, what it is for, the answer, and the way on. Enter goes on. */
export function StepPage(props: {
  readonly step: Step
  readonly next: string
  readonly busy?: boolean
  /** Beside the way on. */
  readonly extra?: ReactNode
  readonly children: ReactNode
  onBack?(): void
  onNext(): void
}) {
  const { t } = useTranslation('first-start')
  const index = STEPS.indexOf(props.step)
  const heading = useRef<HTMLHeadingElement>(null)
  // A new step is read from its question on.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <main className={classes['page']} aria-label={t(`${props.step}.title`)}>
      <form
        className={classes['step']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onNext()
        }}
      >
        <header>
          <div className={classes['progress']} aria-hidden>
            {STEPS.map((step, i) => (
              <span key={step} data-done={i <= index} />
            ))}
          </div>
          <Text size="sm" c="dimmed" mb="xs">
            {t('progress', { step: index + 1, count: STEPS.length })}
          </Text>
          <Title order={1} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
            {t(`${props.step}.title`)}
          </Title>
          <Text c="dimmed" size="lg" mt={6}>
            {t(`${props.step}.why`)}
          </Text>
        </header>
        {props.children}
        <Group justify="space-between" className={classes['foot'] ?? ''}>
          {props.onBack === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" onClick={props.onBack}>
              {t('common:back')}
            </Button>
          )}
          <Group gap="xs">
            {props.extra}
            <Button type="submit" size="lg" loading={props.busy ?? false}>
              {props.next}
            </Button>
          </Group>
        </Group>
      </form>
    </main>
  )
}
