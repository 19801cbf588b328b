import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Settings.module.css'
import type { Section } from './section-state.ts'

/** One section: what it is for, in a sentence, and its settings. */
export function SectionPage(props: {
  readonly section: Section
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  const { t } = useTranslation('settings')
  return (
    <div className={classes['section']}>
      <div>
        <div className={classes['spread']}>
          <Title order={2}>{t(`nav.${props.section}`)}</Title>
          {props.beside}
        </div>
        <Text c="dimmed" mt={4}>
          {t(`intro.${props.section}`)}
        </Text>
      </div>
      {props.children}
    </div>
  )
}

/** Settings that belong together, under a heading. */
export function Card({
  title,
  intro,
  children,
}: {
  readonly title?: string
  readonly intro?: string
  readonly children: ReactNode
}) {
  return (
    <div className={classes['card']}>
      {title === undefined ? null : (
        <Stack gap={2}>
          <Title order={3}>{title}</Title>
          {intro === undefined ? null : (
            <Text size="sm" c="dimmed">
              {intro}
            </Text>
          )}
        </Stack>
      )}
      {children}
    </div>
  )
}
