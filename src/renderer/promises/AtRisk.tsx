import { UnstyledButton, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DueMark } from '../components/DueMark.tsx'
import { useViewState } from '../view-state.ts'
import { daysBetween } from '../words/time-words.ts'
import { useNow, useZone } from '../words/use-time.ts'
import classes from './AtRisk.module.css'
import { RiskMark } from './RiskMark.tsx'
import { useRisks } from './use-risks.ts'

const SHOWN = 8

/** On the first screen of the day: what needs somebody before it breaks. What is due today stands in the lists, with its mark. */
export function AtRisk({ ownerId }: { readonly ownerId: string | null }) {
  const { t } = useTranslation()
  const go = useViewState((state) => state.go)
  const now = useNow()
  const zone = useZone()
  const risks = useRisks().filter(
    (one) => daysBetween(now, one.dueAt, zone) > 0 && (ownerId === null || one.ownerId === ownerId),
  )
  if (risks.length === 0) return null
  return (
    <section aria-labelledby="today-at-risk">
      <Title order={2} id="today-at-risk" className={classes['title'] ?? ''}>
        {t('promises:risk.title')}
      </Title>
      <ul className={classes['list']}>
        {risks.slice(0, SHOWN).map(({ promiseId, caseId, customerName, text, ownerName, dueAt, risks: why }) => (
          <li key={promiseId}>
            <UnstyledButton className={classes['row'] ?? ''} onClick={() => go({ screen: 'case', caseId })}>
              <span className={classes['what']}>
                <b>{customerName}</b> {text}
              </span>
              <DueMark at={dueAt} />
              <span className={classes['why']}>
                {ownerName} <RiskMark risks={why} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {risks.length > SHOWN && (
        <p className={classes['more']}>{t('promises:risk.more', { count: risks.length - SHOWN })}</p>
      )}
    </section>
  )
}
