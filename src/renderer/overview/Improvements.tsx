import { Anchor, Badge, Button, Group, Text } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImprovementView } from '../../shared/contract/overview.ts'
import { IMPROVEMENT_STATUSES } from '../../shared/domain/improvement.ts'
import { improvementReply } from '../../shared/domain/improvement-reply.ts'
import { monthOf } from '../../shared/domain/overview-month.ts'
import { tellError } from '../components/tell.ts'
import { useDrafts } from '../composer/drafts.ts'
import { ask, useAsk } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import { useZone } from '../words/use-time.ts'
import { ImprovementDialog } from './ImprovementDialog.tsx'
import classes from './Overview.module.css'
import type { Filled } from './Section.tsx'
import { useWords } from './use-words.ts'

/** What our people noticed, grouped: new, being worked on, done. Open ones come along from the months before. */
export function Improvements({ view }: { readonly view: Filled }) {
  const { t } = useWords()
  const [editing, setEditing] = useState<string | null>(null)
  const edited = view.improvements.find(({ id }) => id === editing)
  if (view.improvements.length === 0) return <Text c="dimmed">{t('overview:improve.none')}</Text>
  return (
    <div className={classes['card']}>
      <ul className={classes['list']}>
        {IMPROVEMENT_STATUSES.flatMap((status) => view.improvements.filter((one) => one.status === status)).map(
          (one) => (
            <li key={one.id}>
              <Improvement one={one} month={view.month} onEdit={() => setEditing(one.id)} />
            </li>
          ),
        )}
      </ul>
      {edited !== undefined && (
        <ImprovementDialog
          key={edited.id}
          one={edited}
          others={view.improvements.filter(({ id }) => id !== edited.id)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function Improvement(props: { readonly one: ImprovementView; readonly month: string; onEdit(): void }) {
  const { t } = useWords()
  const { one } = props
  const carried = monthOf(one.createdAt, useZone()) < props.month
  return (
    <article className={classes['improvement']} aria-label={one.title}>
      <div className={classes['spread']}>
        <Text fw={600}>{one.title}</Text>
        <Group gap="xs">
          {carried && (
            <Text size="sm" c="dimmed">
              {t('overview:improve.carried')}
            </Text>
          )}
          <Badge variant={one.status === 'done' ? 'light' : 'default'} color="green">
            {t(`overview:status.${one.status}`)}
          </Badge>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`${t('overview:improve.edit')}: ${one.title}`}
            onClick={props.onEdit}
          >
            {t('overview:improve.edit')}
          </Button>
        </Group>
      </div>
      {one.result !== '' && <Text>{one.result}</Text>}
      <Notices one={one} />
      {one.status === 'done' && <Tell one={one} />}
    </article>
  )
}

function Notices({ one }: { readonly one: ImprovementView }) {
  const { t } = useWords()
  const go = useViewState((state) => state.go)
  return (
    <details>
      <summary>{t('overview:improve.noticed', { count: one.notices.length })}</summary>
      {one.notices.map(({ id, text, caseId, caseNumber, staffName }) => (
        <blockquote key={id} className={classes['quote']}>
          {text}{' '}
          <Anchor component="button" type="button" onClick={() => go({ screen: 'case', caseId })}>
            {staffName === null
              ? t('overview:improve.byNobody', { number: caseNumber })
              : t('overview:improve.by', { name: staffName, number: caseNumber })}
          </Anchor>
        </blockquote>
      ))}
    </details>
  )
}

/** The customers who made us see it, each with a reply that is ready to be read over. */
function Tell({ one }: { readonly one: ImprovementView }) {
  const { t } = useWords()
  const go = useViewState((state) => state.go)
  const business = useAsk('business.get', {}).data
  const customers = new Map(one.notices.filter(({ customerName }) => customerName !== '').map((n) => [n.caseId, n]))
  const write = async (caseId: string, name: string): Promise<void> => {
    const shown = await ask('case.get', { caseId })
    const { begin, change } = useDrafts.getState()
    const text = improvementReply({ ...one, name }, business?.replyLanguage ?? 'nl', business?.formOfAddress ?? 'u')
    const started = useDrafts.getState().drafts[caseId]
    begin(shown)
    // What somebody was writing there is not thrown away.
    if (started === undefined || started.text.trim() === '') change(caseId, { text })
    go({ screen: 'case', caseId, compose: true })
  }
  if (customers.size === 0) return null
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('overview:improve.tell')}
      </Text>
      {[...customers.values()].map(({ caseId, customerName }) => (
        <Button
          key={caseId}
          variant="default"
          size="compact-sm"
          leftSection={<IconMailForward aria-hidden size={16} />}
          aria-label={t('overview:improve.tellOne', { name: customerName })}
          onClick={() => void write(caseId, customerName).catch(tellError)}
        >
          {customerName}
        </Button>
      ))}
    </Group>
  )
}
