import { Center, Loader } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/domain/result.ts'
import { tellDone } from '../components/tell.ts'
import { useAsk } from '../engine/hooks.ts'
import { useReady } from '../words/use-ready.ts'
import { HoursStep } from './HoursStep.tsx'
import { MailboxStep } from './MailboxStep.tsx'
import { STEPS, useProgress } from './needed.ts'
import type { Step } from './needed.ts'
import { WelcomeStep } from './WelcomeStep.tsx'
import { YouStep } from './YouStep.tsx'

/** From nothing to the first real question in four short steps, each saved at once; whoever leaves goes on later. */
export function FirstStart() {
  const { t } = useTranslation('first-start')
  const { step, go, finish } = useProgress()
  const business = useAsk('business.get', {}).data
  const now = step ?? 'welcome'
  useReady('first-start', business !== undefined)
  useEffect(() => {
    if (step === null) go('welcome')
  }, [step, go])
  if (business === undefined) {
    return (
      <Center component="main" h="100%">
        <Loader role="status" aria-label={t('common:loading')} type="dots" />
      </Center>
    )
  }
  const index = STEPS.indexOf(now)
  const back = (): void => go(STEPS[index - 1] ?? 'welcome')
  const next = (): void => {
    const following = STEPS[index + 1]
    if (following !== undefined) return go(following)
    finish()
    tellDone(t('done'))
  }
  return stepOf(now, back, next)
}

function stepOf(step: Step, back: () => void, next: () => void) {
  switch (step) {
    case 'welcome':
      return <WelcomeStep onNext={next} />
    case 'hours':
      return <HoursStep onBack={back} onNext={next} />
    case 'you':
      return <YouStep onBack={back} onNext={next} />
    case 'mailbox':
      return <MailboxStep onBack={back} onNext={next} />
    default:
      return assertNever(step)
  }
}
