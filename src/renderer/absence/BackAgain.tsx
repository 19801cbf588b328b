import { Anchor, Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'
import { useViewState } from '../view-state.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './Absence.module.css'

/** Welcome back: what colleagues did with the promises of whoever sits here. Stays until it was seen. */
export function BackAgain() {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const actor = useActor()
  const seen = useCommand('absence.seen')
  const go = useViewState((state) => state.go)
  const summary = useAsk('absence.summary', { staffId: actor?.id ?? '' }, { enabled: actor !== undefined }).data
  if (actor === undefined || summary == null) return null
  return (
    <section className={classes['back']} aria-labelledby="back-again">
      <Title order={2} id="back-again">
        {t('absence:summary.title', { name: actor.name })}
      </Title>
      <ul>
        {summary.promises.map(({ promiseId, caseId, customerName, text, dueAt, state, ownerName }) => (
          <li key={promiseId}>
            <Anchor component="button" type="button" onClick={() => go({ screen: 'case', caseId })}>
              {customerName}
            </Anchor>{' '}
            {text} ({time.moment(dueAt, now)}): {t(`absence:summary.${state}`, { name: ownerName })}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => seen.mutate({ absenceId: summary.absenceId }, { onError: tellError })}>
        {t('absence:summary.seen')}
      </Button>
    </section>
  )
}
