import { NativeSelect, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PromiseRules } from '../../shared/domain/promise-rules.ts'
import { tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { Card } from './SectionPage.tsx'
import classes from './Settings.module.css'

/** What can be chosen for each rule: minutes of open time, or how many. 0 is none. */
const CHOICES = {
  headsUp: [0, 15, 30, 60, 120, 240],
  every: [5, 10, 15, 20, 30],
  times: [1, 2, 3, 4, 6, 8],
  thenEvery: [15, 30, 60, 120],
  everyoneAfter: [15, 30, 60, 120, 240],
  outsideHours: [0, 60, 120, 180, 360],
  untouchedWithin: [30, 60, 120, 240, 480],
  mostPerHalfDay: [2, 3, 4, 5, 6, 8, 10, 15, 20],
  beforeClosing: [15, 30, 45, 60, 90],
} as const
type Rule = keyof typeof CHOICES

const NAGS: readonly Rule[] = ['headsUp', 'every', 'times', 'thenEvery', 'everyoneAfter', 'outsideHours']
const CARE: readonly Rule[] = ['untouchedWithin', 'mostPerHalfDay', 'beforeClosing']

function valueOf({ ladder, ...rules }: PromiseRules, rule: Rule): number {
  switch (rule) {
    case 'headsUp':
      return ladder.headsUp ?? 0
    case 'every':
    case 'times':
      return ladder.first[rule]
    case 'thenEvery':
    case 'everyoneAfter':
    case 'outsideHours':
      return ladder[rule]
    default:
      return rules[rule]
  }
}

function withValue(rules: PromiseRules, rule: Rule, value: number): PromiseRules {
  const { ladder } = rules
  switch (rule) {
    case 'headsUp':
      return { ...rules, ladder: { ...ladder, headsUp: value === 0 ? null : value } }
    case 'every':
    case 'times':
      return { ...rules, ladder: { ...ladder, first: { ...ladder.first, [rule]: value } } }
    case 'thenEvery':
    case 'everyoneAfter':
    case 'outsideHours':
      return { ...rules, ladder: { ...ladder, [rule]: value } }
    default:
      return { ...rules, [rule]: value }
  }
}

/** How hard we are reminded, and what counts as in danger. Applies at once. */
export function Ladder() {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const rules = useAsk('rules.get', {}).data
  const save = useCommand('rules.save')
  if (rules === undefined) return null
  const set = (rule: Rule, value: number): void => {
    const next = withValue(rules, rule, value)
    client.setQueryData(['rules.get', {}], next)
    save.mutate(next, {
      onError: (error) => {
        tellError(error)
        void client.invalidateQueries({ queryKey: ['rules.get', {}] })
      },
    })
  }
  return (
    <>
      <Card title={t('ladder.title')} intro={t('ladder.intro')}>
        <Fields rules={rules} names={NAGS} onChange={set} />
      </Card>
      <Card title={t('care.title')} intro={t('care.intro')}>
        <Fields rules={rules} names={CARE} onChange={set} />
        <Text size="sm" c="dimmed">
          {t('care.open')}
        </Text>
      </Card>
    </>
  )
}

function Fields(props: {
  readonly rules: PromiseRules
  readonly names: readonly Rule[]
  onChange(rule: Rule, value: number): void
}) {
  const { t } = useTranslation('settings')
  const wordsFor = (rule: Rule, value: number): string => {
    if (value === 0) return t('ladder.none')
    if (rule === 'times') return t('ladder.timesCount', { count: value })
    if (rule === 'mostPerHalfDay') return String(value)
    return value % 60 === 0 ? t('common:time.hours', { count: value / 60 }) : t('common:time.minutes', { count: value })
  }
  return (
    <div className={classes['halves']}>
      {props.names.map((rule) => {
        const value = valueOf(props.rules, rule)
        const choices: readonly number[] = CHOICES[rule]
        // A value that was set elsewhere is shown as it is.
        const shown = choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b)
        return (
          <NativeSelect
            key={rule}
            label={t(`rule.${rule}`)}
            value={String(value)}
            data={shown.map((one) => ({ value: String(one), label: wordsFor(rule, one) }))}
            onChange={(event) => props.onChange(rule, Number(event.currentTarget.value))}
          />
        )
      })}
    </div>
  )
}
