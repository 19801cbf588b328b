import {
  ActionIcon,
  Button,
  Drawer,
  Group,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import type { OverviewSettings as Settings, OverviewSettingsView } from '../../shared/contract/overview.ts'
import { monthName } from '../../shared/domain/overview-words.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { tellError, tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { looksLikeAddress } from '../settings/mail-address.ts'
import classes from './Overview.module.css'
import { useWords } from './use-words.ts'

/** What is in the overview, how it looks on paper, and where it goes by itself. Applies at once. */
export function OverviewSettings() {
  const { t } = useWords()
  const [opened, setOpened] = useState(false)
  const settings = useAsk('overview.settings', {}).data
  return (
    <>
      <ActionIcon
        variant="default"
        size={40}
        aria-label={t('overview:settings.title')}
        title={t('overview:settings.title')}
        onClick={() => setOpened(true)}
      >
        <IconSettings aria-hidden size={20} />
      </ActionIcon>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        padding="lg"
        title={t('overview:settings.title')}
        styles={{ title: { fontSize: 'var(--mantine-font-size-xl)', fontWeight: 650 } }}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {settings !== undefined && <Form settings={settings} />}
      </Drawer>
    </>
  )
}

function Form({ settings }: { readonly settings: OverviewSettingsView }) {
  const { t, language: spoken } = useWords()
  const save = useCommand('overview.save-settings')
  const { delivered, failure, ...kept } = settings
  const apply = (change: Partial<Settings>): void => save.mutate({ ...kept, ...change }, { onError: tellError })
  const automatic = kept.folder !== null || kept.mailTo !== null
  return (
    <Stack gap="lg">
      <Switch
        label={t('overview:settings.people')}
        description={t('overview:settings.peopleSay')}
        checked={kept.people}
        onChange={(event) => apply({ people: event.currentTarget.checked })}
      />
      <Logo logo={kept.logo} onChange={(logo) => apply({ logo })} />
      <Stack gap="xs">
        <Title order={3}>{t('overview:settings.auto')}</Title>
        <Text size="sm" c="dimmed">
          {t('overview:settings.autoSay')}
        </Text>
        <Folder folder={kept.folder} onChange={(folder) => apply({ folder })} />
        <MailTo key={kept.mailTo} mailTo={kept.mailTo} onChange={(mailTo) => apply({ mailTo })} />
        {automatic && (
          <>
            <Switch
              label={t('overview:settings.names')}
              checked={kept.names}
              onChange={(event) => apply({ names: event.currentTarget.checked })}
            />
            <SegmentedControl
              aria-label={t('overview:export.language')}
              value={kept.language}
              onChange={(value) => apply({ language: value === 'en' ? 'en' : 'nl' })}
              data={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
            />
          </>
        )}
        {delivered !== null && (
          <Text size="sm" c="dimmed">
            {t('overview:settings.delivered', { month: monthName(delivered, spoken) })}
          </Text>
        )}
        {failure !== null && <FailureNotice failure={failure} />}
      </Stack>
    </Stack>
  )
}

function Logo({ logo, onChange }: { readonly logo: string | null; onChange(logo: string | null): void }) {
  const { t } = useWords()
  const choose = async (): Promise<void> => {
    const chosen = await callDesktop('desktop.choose-logo', {})
    if (!chosen.ok) tellFailure(chosen.error)
    else if (chosen.value !== null) onChange(chosen.value)
  }
  return (
    <Stack gap="xs">
      <Title order={3}>{t('overview:settings.logo')}</Title>
      <Text size="sm" c="dimmed">
        {t('overview:settings.logoSay')}
      </Text>
      {logo !== null && <img className={classes['logo']} src={logo} alt={t('overview:settings.logoAlt')} />}
      <Group gap="xs">
        <Button variant="default" onClick={() => void choose()}>
          {t('overview:settings.logoChoose')}
        </Button>
        {logo !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('overview:settings.logoRemove')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function Folder({ folder, onChange }: { readonly folder: string | null; onChange(folder: string | null): void }) {
  const { t } = useWords()
  const choose = async (): Promise<void> => {
    const chosen = await callDesktop('desktop.choose-folder', {})
    if (!chosen.ok) tellFailure(chosen.error)
    else if (chosen.value !== null) onChange(chosen.value)
  }
  return (
    <Stack gap={4}>
      <Text fw={500} size="sm">
        {t('overview:settings.folder')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {folder ?? t('overview:settings.folderNone')}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void choose()}>
          {t('overview:settings.folderChoose')}
        </Button>
        {folder !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('overview:settings.folderOff')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function MailTo({ mailTo, onChange }: { readonly mailTo: string | null; onChange(mailTo: string | null): void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(mailTo ?? '')
  const to = typed.trim()
  const wrong = to !== '' && !looksLikeAddress(to)
  const apply = (): void => {
    const next = to === '' ? null : to
    if (!wrong && next !== mailTo) onChange(next)
  }
  return (
    <TextInput
      type="email"
      label={t('overview:settings.mailTo')}
      description={t('overview:settings.mailToSay')}
      value={typed}
      error={wrong ? t('overview:settings.mailWrong') : null}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply()
      }}
    />
  )
}
