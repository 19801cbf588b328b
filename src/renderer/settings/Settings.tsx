import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/domain/result.ts'
import { Screen } from '../components/Screen.tsx'
import { useReady } from '../words/use-ready.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { Backups } from './Backups.tsx'
import { BusinessSettings } from './BusinessSettings.tsx'
import { Hours } from './Hours.tsx'
import { Mailboxes } from './Mailboxes.tsx'
import { Notifications } from './Notifications.tsx'
import { People } from './People.tsx'
import { Practice } from './Practice.tsx'
import { Privacy } from './Privacy.tsx'
import { SettingsNav } from './SettingsNav.tsx'
import { Templates } from './Templates.tsx'
import classes from './Settings.module.css'
import { useSection } from './section-state.ts'
import type { Section } from './section-state.ts'

/** Everything that can be set, each section explaining itself. Small things apply at once; a dialog has a clear Save. */
export function Settings() {
  const { t } = useTranslation('settings')
  const section = useSection((state) => state.section)
  useReady('settings', true)
  return (
    <Screen title={t('title')} fill>
      <div className={classes['page']}>
        <SettingsNav />
        <div className={classes['content']} key={section}>
          {contentOf(section)}
        </div>
      </div>
    </Screen>
  )
}

function contentOf(section: Section) {
  switch (section) {
    case 'business':
      return <BusinessSettings />
    case 'hours':
      return <Hours />
    case 'people':
      return <People />
    case 'mailboxes':
      return <Mailboxes />
    case 'templates':
      return <Templates />
    case 'notifications':
      return <Notifications />
    case 'appearance':
      return <Appearance />
    case 'backups':
      return <Backups />
    case 'privacy':
      return <Privacy />
    case 'practice':
      return <Practice />
    case 'about':
      return <About />
    default:
      return assertNever(section)
  }
}
