import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import classes from './Shell.module.css'

/** Nobody may ever take the practice business for the real one, or the other way round. */
export function PracticeBanner() {
  const { t } = useTranslation()
  const practice = useAsk('status.get', {}).data?.practice ?? false
  if (!practice) return null
  const leave = async (): Promise<void> => {
    const left = await callDesktop('desktop.switch-practice', { practice: false })
    if (!left.ok) tellFailure(left.error)
  }
  return (
    <section className={classes['practice']} aria-label={t('shell:practice.name')}>
      <Text fw={600}>{t('shell:practice.say')}</Text>
      <Button size="xs" onClick={() => void leave()}>
        {t('shell:practice.leave')}
      </Button>
    </section>
  )
}
