import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../shared/contract/desktop.ts'
import type { EngineStatus } from '../../shared/contract/status.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Notice } from '../components/Notice.tsx'
import { useHealth } from '../engine/engine-state.ts'
import { useAsk } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import classes from './Shell.module.css'

/** What stands between us and our promises right now, each with its remedy. They go when the cause goes. */
export function Banners() {
  const { t } = useTranslation()
  const { engine, notifications } = useHealth()
  const status = useAsk('status.get', {}).data
  return (
    <section className={classes['banners']} aria-label={t('shell:banners')} aria-live="polite">
      {engine.state === 'restarting' && <Notice>{t('shell:engineRestarting')}</Notice>}
      {engine.state === 'failing' && <FailureNotice brief failure={engine.failure ?? { code: 'engine-away' }} />}
      {!notifications && <Notice more={t('shell:noNotifications.more')}>{t('shell:noNotifications.say')}</Notice>}
      {status !== undefined && <StatusBanners status={status} />}
    </section>
  )
}

function StatusBanners({ status }: { readonly status: EngineStatus }) {
  const { t } = useTranslation()
  const { uncertain, failed } = status.outbox
  const stuck = uncertain + failed
  return (
    <>
      {status.storage !== null && <FailureNotice brief failure={status.storage} />}
      {status.backup !== null && (
        <FailureNotice brief failure={status.backup}>
          <ToPlace place={{ screen: 'settings' }}>{t('shell:toSettings')}</ToPlace>
        </FailureNotice>
      )}
      {status.mailboxes.map(
        (mailbox) =>
          mailbox.phase === 'stopped' &&
          mailbox.failure !== null && (
            <FailureNotice brief key={mailbox.mailboxId} failure={mailbox.failure}>
              <ToPlace place={{ screen: 'settings' }}>{t('shell:toMailbox', { name: mailbox.name })}</ToPlace>
            </FailureNotice>
          ),
      )}
      {stuck > 0 && (
        <Notice>
          {t('shell:outboxStuck', { count: stuck })}{' '}
          <ToPlace place={{ screen: 'outbox' }}>{t('shell:toOutbox')}</ToPlace>
        </Notice>
      )}
    </>
  )
}

function ToPlace({ place, children }: { readonly place: Destination; readonly children: string }) {
  const go = useViewState((state) => state.go)
  return (
    <Anchor component="button" type="button" fw={600} c="inherit" td="underline" onClick={() => go(place)}>
      {children}
    </Anchor>
  )
}
