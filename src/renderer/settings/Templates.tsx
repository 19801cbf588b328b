import { Badge, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { FormOfAddress, Language } from '../../shared/domain/people.ts'
import { TEMPLATE_FIELDS, TEMPLATE_KINDS } from '../../shared/domain/template.ts'
import type { Template, TemplateField } from '../../shared/domain/template.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { useAsk } from '../engine/hooks.ts'
import { SectionPage } from './SectionPage.tsx'
import classes from './Settings.module.css'
import { TemplateFiles } from './TemplateFiles.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'

type Which = `${Language}-${FormOfAddress}`
const WHICH: readonly Which[] = ['nl-u', 'nl-je', 'en-u', 'en-je']

/** The library of replies, by what they are for. Built-in ones can be copied and then changed. */
export function Templates() {
  const { t } = useTranslation('templates')
  const { data: templates, error } = useAsk('template.list', {})
  const uses = useAsk('template.uses', {}).data ?? {}
  const business = useAsk('business.get', {}).data
  const [chosen, setChosen] = useState<Which | null>(null)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<Template | null>(null)
  if (templates === undefined) return error === null ? <Loading /> : <FailureNotice failure={error.failure} />

  const which = chosen ?? `${business?.replyLanguage ?? 'nl'}-${business?.formOfAddress ?? 'u'}`
  const words = search.trim().toLowerCase()
  const shown = templates.filter(
    ({ language, address, title, body }) =>
      `${language}-${address}` === which && `${title}\n${body}`.toLowerCase().includes(words),
  )
  const add = (): void => {
    const [language, address] = which.split('-') as [Language, FormOfAddress]
    setOpen({ id: newId(), kind: 'answer', language, address, title: '', body: '', builtIn: false })
  }
  return (
    <SectionPage
      section="templates"
      beside={
        <Group gap="xs">
          <TemplateFiles own={templates.some(({ builtIn }) => !builtIn)} />
          <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={add}>
            {t('add')}
          </Button>
        </Group>
      }
    >
      <div className={classes['pair']}>
        <Select
          allowDeselect={false}
          label={t('which.label')}
          data={WHICH.map((value) => ({ value, label: t(`which.${value}`) }))}
          value={which}
          onChange={(value) => setChosen(WHICH.find((one) => one === value) ?? null)}
        />
        <TextInput
          type="search"
          label={t('search')}
          leftSection={<IconSearch aria-hidden size={18} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <Text c="dimmed" role="status">
          {t('nothing')}
        </Text>
      ) : null}
      {TEMPLATE_KINDS.filter((kind) => shown.some((template) => template.kind === kind)).map((kind) => (
        <section key={kind} aria-label={t(`kind.${kind}`)}>
          <Text fw={650}>{t(`kind.${kind}`)}</Text>
          <Text size="sm" c="dimmed" mb={8}>
            {t(`kindWhy.${kind}`)}
          </Text>
          <ul className={classes['rows']}>
            {shown
              .filter((template) => template.kind === kind)
              .map((template) => (
                <Row
                  key={template.id}
                  template={template}
                  uses={uses[template.id] ?? 0}
                  onOpen={() => setOpen(template)}
                />
              ))}
          </ul>
        </section>
      ))}
      {open === null ? null : (
        <TemplateDialog
          key={open.id}
          template={open}
          templates={templates}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </SectionPage>
  )
}

function Row(props: { readonly template: Template; readonly uses: number; onOpen(): void }) {
  const { template, uses, onOpen } = props
  const { t } = useTranslation('templates')
  return (
    <li className={classes['row']}>
      <span className={classes['grow']}>
        <b>{template.title}</b>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {glimpse(template.body, (field) => t(`fields.${field}`))}
        </Text>
      </span>
      {uses > 0 && (
        <Text size="sm" c="dimmed">
          {t('uses', { count: uses })}
        </Text>
      )}
      {template.builtIn ? null : (
        <Badge variant="default" size="lg" tt="none" fw={500}>
          {t('own')}
        </Badge>
      )}
      <Button
        variant="default"
        size="sm"
        aria-label={t(template.builtIn ? 'viewOne' : 'editOne', { title: template.title })}
        onClick={onOpen}
      >
        {t(template.builtIn ? 'view' : 'edit')}
      </Button>
    </li>
  )
}

/** The text on one line, its fields as words between brackets. */
function glimpse(body: string, word: (field: TemplateField) => string): string {
  return body.replace(/\s+/g, ' ').replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) => {
    const field = TEMPLATE_FIELDS.find((one) => one === name)
    return `[${field === undefined ? name : word(field)}]`
  })
}
