import {
  IconChartBar,
  IconChecklist,
  IconDownload,
  IconHelpCircle,
  IconKeyboard,
  IconLanguage,
  IconMessages,
  IconMoon,
  IconPhonePlus,
  IconRoute,
  IconSend,
  IconSettings,
  IconSun,
  IconTable,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { SpotlightActionData } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { useComputedColorScheme } from '@mantine/core'
import { Key } from '../components/Key.tsx'
import { StaffFace } from '../components/StaffFace.tsx'
import { tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useActiveStaff } from '../engine/people.ts'
import { useTour } from '../help/Tour.tsx'
import { useBusiness } from '../settings/use-business.ts'
import { useViewState } from '../view-state.ts'
import type { KeyName } from './keys.ts'
import { useOverlay } from './overlay.ts'
import type { PaletteGroup } from './Palette.tsx'

/** Every action of the shell, with the shortcut that does the same. */
export function usePaletteActions(): readonly PaletteGroup[] {
  const { t, i18n } = useTranslation()
  const practice = useAsk('status.get', {}).data?.practice ?? false
  const { go, setActor, setColourScheme } = useViewState()
  const open = useOverlay((state) => state.open)
  const dark = useComputedColorScheme() === 'dark'
  const sync = useCommand('mailbox.sync-now')
  const staff = useActiveStaff()
  const { apply } = useBusiness()
  const otherLanguage = i18n.language === 'nl' ? 'en' : 'nl'

  return [
    {
      group: t('shell:palette.go'),
      actions: [
        action('today', t('shell:nav.today'), IconChecklist, () => go({ screen: 'today' }), 'today'),
        action('queue', t('shell:nav.queue'), IconMessages, () => go({ screen: 'queue' }), 'queue'),
        action('outbox', t('shell:nav.outbox'), IconSend, () => go({ screen: 'outbox' }), 'outbox'),
        action('overview', t('shell:nav.overview'), IconChartBar, () => go({ screen: 'overview' }), 'overview'),
        action('settings', t('shell:nav.settings'), IconSettings, () => go({ screen: 'settings' }), 'settings'),
      ],
    },
    {
      group: t('shell:palette.do'),
      actions: [
        action('phone', t('shell:phoneNote'), IconPhonePlus, () => open({ kind: 'phone-note', note: {} }), 'phoneNote'),
        action('sync', t('shell:palette.sync'), IconDownload, () => sync.mutate({}, { onError: tellError })),
        action('workload', t('absence:load.open'), IconTable, () => open({ kind: 'workload' })),
        action('help', t('shell:help'), IconHelpCircle, () => open({ kind: 'help' }), 'help'),
        ...(practice ? [action('tour', t('tour:start'), IconRoute, () => useTour.getState().to(0))] : []),
        action('keys', t('shell:shortcuts.title'), IconKeyboard, () => open({ kind: 'shortcuts' }), 'shortcuts'),
        dark
          ? action('light', t('shell:palette.light'), IconSun, () => setColourScheme('light'))
          : action('dark', t('shell:palette.dark'), IconMoon, () => setColourScheme('dark')),
        action('language', t(`shell:palette.speak.${otherLanguage}`), IconLanguage, () =>
          apply({ screenLanguage: otherLanguage }),
        ),
      ],
    },
    {
      group: t('shell:palette.people'),
      actions: staff.map((person) => ({
        id: person.id,
        label: t('shell:palette.sitsHere', { name: person.name }),
        leftSection: <StaffFace staff={person} />,
        onClick: () => setActor(person.id),
      })),
    },
  ]
}

function action(id: string, label: string, ActionIcon: Icon, run: () => void, shortcut?: KeyName): SpotlightActionData {
  return {
    id,
    label,
    leftSection: <ActionIcon aria-hidden size={20} />,
    ...(shortcut === undefined ? {} : { rightSection: <Key name={shortcut} /> }),
    onClick: run,
  }
}
