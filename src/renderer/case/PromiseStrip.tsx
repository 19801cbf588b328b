import { Button } from '@mantine/core'
import { IconArrowBackUp, IconClockExclamation, IconEyeOff, IconHourglass, IconPhone } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, PromiseView } from '../../shared/contract/cases.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { StaffFace } from '../components/StaffFace.tsx'
import { usePerson } from '../engine/people.ts'
import { useNow, useTime, useZone } from '../words/use-time.ts'
import { urgency } from '../words/time-words.ts'
import { RiskMark } from '../promises/RiskMark.tsx'
import { useRisks } from '../promises/use-risks.ts'
import type { ReplyAim } from './Case.tsx'
import { PromiseDialog } from './PromiseDialog.tsx'
import type { PromiseStep } from './PromiseDialog.tsx'
import { PromiseMenu } from './PromiseMenu.tsx'
import classes from './PromiseStrip.module.css'

const CantMakeIt = lazy(async () => ({ default: (await import('../promises/CantMakeIt.tsx')).CantMakeIt }))

interface Props {
  readonly shown: CaseView
  onReply(aim?: ReplyAim): void
  onCall(): void
}

/** What we owe on this case, how long there is left, and the one thing to do about it. */
export function PromiseStrip({ shown, onReply, onCall }: Props) {
  const { t } = useTranslation()
  const [step, setStep] = useState<PromiseStep | null>(null)
  const [late, setLate] = useState<PromiseView | null>(null)
  const live = shown.promises.filter(isLive)
  if (live.length === 0) return <NothingPromised shown={shown} />
  return (
    <section className={classes['strip']} aria-label={t('case:promises')}>
      {live.map((promise) => (
        <LivePromise
          key={promise.id}
          promise={promise}
          canMail={shown.reply.to.length > 0}
          onReply={onReply}
          onCall={onCall}
          onStep={setStep}
          onCantMakeIt={() => setLate(promise)}
        />
      ))}
      <PromiseDialog step={step} onClose={() => setStep(null)} />
      {late !== null && (
        <Suspense fallback={null}>
          <CantMakeIt key={late.id} shown={shown} promise={late} onClose={() => setLate(null)} />
        </Suspense>
      )}
    </section>
  )
}

interface LiveProps {
  readonly promise: PromiseView
  readonly canMail: boolean
  onReply(aim?: ReplyAim): void
  onCall(): void
  onStep(step: PromiseStep): void
  onCantMakeIt(): void
}

function LivePromise({ promise, canMail, onReply, onCall, onStep, onCantMakeIt }: LiveProps) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const pressing = urgency(promise.dueAt, now, useZone())
  const owner = usePerson(promise.ownerId)
  const risks = useRisks().find((one) => one.promiseId === promise.id)?.risks ?? []
  const moment = time.moment(promise.dueAt, now)
  return (
    <article className={classes['promise']} data-urgency={pressing} aria-label={promise.text}>
      <div className={classes['when']}>
        <strong>{pressing === 'late' ? time.due(promise.dueAt, now) : moment}</strong>
        <span>
          {pressing === 'late' ? moment : t('common:time.in', { duration: time.duration(promise.dueAt - now) })}
        </span>
      </div>
      <div className={classes['what']}>
        <span className={classes['text']}>{promise.text === '' ? t('case:promise.unnamed') : promise.text}</span>
        <span className={classes['who']}>
          {owner !== undefined && <StaffFace staff={owner} size={22} />}
          {promise.ownerName}
          <RiskMark risks={risks} />
          {promise.customerKnows !== 'yes' && !risks.includes('undelivered') && (
            <span className={classes['unaware']}>
              <IconEyeOff aria-hidden size={17} />
              {t(`case:promise.knows.${promise.customerKnows}`)}
            </span>
          )}
        </span>
      </div>
      <div className={classes['act']}>
        {canMail ? (
          <Button
            leftSection={<IconArrowBackUp aria-hidden size={19} />}
            onClick={() => onReply({ keeps: promise.id })}
          >
            {t('case:promise.answer')}
          </Button>
        ) : (
          <Button leftSection={<IconPhone aria-hidden size={19} />} onClick={onCall}>
            {t('case:promise.called')}
          </Button>
        )}
        <Button variant="default" leftSection={<IconClockExclamation aria-hidden size={19} />} onClick={onCantMakeIt}>
          {t('promises:cant.do')}
        </Button>
        <PromiseMenu promise={promise} canMail={canMail} onReply={onReply} onCall={onCall} onStep={onStep} />
      </div>
    </article>
  )
}

/** Nothing is promised: whether that is fine depends on whose turn it is. */
function NothingPromised({ shown }: { readonly shown: CaseView }) {
  const { t } = useTranslation()
  if (shown.state !== 'open') return null
  return (
    <section className={classes['none']} aria-label={t('case:promises')}>
      <IconHourglass aria-hidden size={20} />
      {t('case:promise.none')}
    </section>
  )
}
