import { TextInput, UnstyledButton } from '@mantine/core'
import {
  IconBell,
  IconBuildingStore,
  IconClockHour4,
  IconDeviceFloppy,
  IconInfoCircle,
  IconMail,
  IconPalette,
  IconSchool,
  IconSearch,
  IconShieldLock,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SECTIONS, useSection } from './section-state.ts'
import type { Section } from './section-state.ts'
import classes from './Settings.module.css'

const ICONS: Readonly<Record<Section, Icon>> = {
  business: IconBuildingStore,
  hours: IconClockHour4,
  people: IconUsers,
  mailboxes: IconMail,
  templates: IconTemplate,
  notifications: IconBell,
  appearance: IconPalette,
  backups: IconDeviceFloppy,
  privacy: IconShieldLock,
  practice: IconSchool,
  about: IconInfoCircle,
}

/** The sections, and a field that finds the one in which something is set. */
export function SettingsNav() {
  const { t } = useTranslation('settings')
  const { section, show } = useSection()
  const [search, setSearch] = useState('')
  const found = SECTIONS.filter((one) => matches(search, `${t(`nav.${one}`)} ${t(`words.${one}`)}`))
  return (
    <nav className={classes['nav']} aria-label={t('navigation')}>
      <TextInput
        type="search"
        size="sm"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch aria-hidden size={16} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0] !== undefined) show(found[0])
        }}
      />
      <ul className={classes['items']}>
        {found.map((one) => {
          const SectionIcon = ICONS[one]
          return (
            <li key={one}>
              <UnstyledButton
                className={classes['item']}
                {...(one === section ? { 'aria-current': 'page' as const } : {})}
                onClick={() => show(one)}
              >
                <SectionIcon aria-hidden size={18} stroke={1.7} />
                {t(`nav.${one}`)}
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <span role="status">{found.length === 0 ? t('nothingFound') : null}</span>
    </nav>
  )
}

/** Every word typed stands somewhere among the words of the section, with or without accents. */
function matches(search: string, words: string): boolean {
  const within = plain(words)
  return plain(search)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
