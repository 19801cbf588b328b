import { Button, Group, Menu, Modal, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportOptions, OverviewTable } from '../../shared/contract/overview.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import type { Language } from '../../shared/domain/people.ts'
import { tellDone, tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'
import { looksLikeAddress } from '../settings/mail-address.ts'
import { useWords } from './use-words.ts'

const TABLES = ['cases', 'promises', 'contacts'] as const satisfies readonly OverviewTable[]

/** The month as a file: with names for ourselves, or without to share. */
export function ExportMenu({ month }: { readonly month: Month }) {
  const { t, language: spoken } = useWords()
  const [names, setNames] = useState(true)
  const [language, setLanguage] = useState<Language>(spoken)
  const [busy, setBusy] = useState(false)
  const [mailing, setMailing] = useState(false)
  const options: ExportOptions = { month, language, names }
  const save = async (format: 'pdf' | 'xlsx' | 'csv', table: OverviewTable = 'cases'): Promise<void> => {
    setBusy(true)
    const saved = await callDesktop('desktop.export-overview', { ...options, format, table })
    setBusy(false)
    if (!saved.ok) tellFailure(saved.error)
    else if (saved.value) tellDone(t('overview:export.saved'))
  }
  return (
    <>
      <Menu position="bottom-end" width={320} withArrow>
        <Menu.Target>
          <Button leftSection={<IconDownload aria-hidden size={19} />} loading={busy}>
            {t('overview:export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Stack gap="xs" p="xs">
            <Switch
              label={t('overview:export.names')}
              description={t('overview:export.namesSay')}
              checked={names}
              onChange={(event) => setNames(event.currentTarget.checked)}
            />
            <SegmentedControl
              aria-label={t('overview:export.language')}
              value={language}
              onChange={(value) => setLanguage(value === 'en' ? 'en' : 'nl')}
              data={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Stack>
          <Menu.Divider />
          <Menu.Item leftSection={<IconFileTypePdf aria-hidden size={18} />} onClick={() => void save('pdf')}>
            {t('overview:export.pdf')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileSpreadsheet aria-hidden size={18} />} onClick={() => void save('xlsx')}>
            {t('overview:export.xlsx')}
          </Menu.Item>
          {TABLES.map((table) => (
            <Menu.Item
              key={table}
              leftSection={<IconFileTypeCsv aria-hidden size={18} />}
              onClick={() => void save('csv', table)}
            >
              {t('overview:export.csv', { table: t(`overview:sheet.${table}`) })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconMail aria-hidden size={18} />} onClick={() => setMailing(true)}>
            {t('overview:export.mail')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        {busy ? t('overview:export.working') : ''}
      </span>
      {mailing && <MailDialog options={options} onClose={() => setMailing(false)} />}
    </>
  )
}

function MailDialog({ options, onClose }: { readonly options: ExportOptions; onClose(): void }) {
  const { t } = useWords()
  const settings = useAsk('overview.settings', {}).data
  const own = useActor()?.email
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const to = (typed ?? settings?.mailTo ?? own ?? '').trim()
  const send = async (): Promise<void> => {
    setBusy(true)
    const sent = await callDesktop('desktop.mail-overview', { ...options, to })
    setBusy(false)
    if (!sent.ok) return tellFailure(sent.error)
    tellDone(t('overview:export.mailed', { to }))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('overview:export.mail')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (looksLikeAddress(to)) void send()
        }}
      >
        <Stack gap="md">
          <TextInput
            type="email"
            label={t('overview:export.mailTo')}
            data-autofocus
            value={typed ?? to}
            error={typed !== null && to !== '' && !looksLikeAddress(to) ? t('overview:settings.mailWrong') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {!options.names && (
            <Text size="sm" c="dimmed">
              {t('overview:print.shared')}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!looksLikeAddress(to)} loading={busy}>
              {t('overview:export.mailDo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
