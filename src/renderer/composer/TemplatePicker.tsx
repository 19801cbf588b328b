import { Button, Combobox, Text, useCombobox } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEMPLATE_KINDS } from '../../shared/domain/template.ts'
import type { Template } from '../../shared/domain/template.ts'
import { useAsk } from '../engine/hooks.ts'
import { templatesFor } from './templates-for.ts'

interface Props {
  readonly opened: boolean
  onOpened(opened: boolean): void
  onChoose(template: Template): void
}

/** The texts that are ready, by what they are for. Opened by its button, or by typing / on an empty line. */
export function TemplatePicker({ opened, onOpened, onChoose }: Props) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const combobox = useCombobox({
    opened,
    onOpenedChange: onOpened,
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setQuery('')
    },
  })
  const found = useFound(query)
  const { focusSearchInput, selectFirstOption } = combobox
  useEffect(() => {
    if (opened) focusSearchInput()
  }, [opened, focusSearchInput])
  useEffect(() => {
    if (opened && found.length > 0) selectFirstOption()
  }, [opened, found, selectFirstOption])

  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(id) => {
        const template = found.find((one) => one.id === id)
        combobox.closeDropdown()
        if (template !== undefined) onChoose(template)
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconTemplate aria-hidden size={18} />}
          rightSection={<kbd aria-hidden>/</kbd>}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('composer:template.choose')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t('composer:template.search')}
          placeholder={t('composer:template.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Combobox.Options tabIndex={0} mah={280} style={{ overflowY: 'auto' }} aria-label={t('composer:template.list')}>
          {found.length === 0 && <Combobox.Empty>{t('composer:template.none')}</Combobox.Empty>}
          {TEMPLATE_KINDS.map((kind) => (
            <Kind
              key={kind}
              label={t(`composer:template.kind.${kind}`)}
              templates={found.filter((one) => one.kind === kind)}
            />
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function useFound(query: string): readonly Template[] {
  const business = useAsk('business.get', {}).data
  const all = useAsk('template.list', {}).data
  const language = business?.replyLanguage ?? 'nl'
  const address = business?.formOfAddress ?? 'u'
  return useMemo(() => templatesFor(all ?? [], query, language, address), [all, query, language, address])
}

function Kind({ label, templates }: { readonly label: string; readonly templates: readonly Template[] }) {
  if (templates.length === 0) return null
  return (
    <Combobox.Group label={label}>
      {templates.map(({ id, title, body, language }) => (
        <Combobox.Option key={id} value={id}>
          <Text fw={500} component="span" display="block">
            {title}{' '}
            <Text span c="dimmed" size="xs" tt="uppercase">
              {language}
            </Text>
          </Text>
          <Text c="dimmed" size="sm" lineClamp={1} component="span">
            {body.replace(/\{\{[^}]*\}\}/g, '…').replace(/\s+/g, ' ')}
          </Text>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
