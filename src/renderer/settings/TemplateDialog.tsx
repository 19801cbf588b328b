import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { TEMPLATE_FIELDS, TEMPLATE_KINDS } from '../../shared/domain/template.ts'
import type { Template } from '../../shared/domain/template.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { tellDone, tellError } from '../components/tell.ts'
import { useCommand } from '../engine/hooks.ts'
import { EditDialog } from './EditDialog.tsx'
import { failureOf } from './failure-of.ts'
import classes from './Settings.module.css'
import { TemplatePreview } from './TemplatePreview.tsx'

const UNDO_SHOWN = 10_000

interface Props {
  readonly template: Template
  readonly templates: readonly Template[]
  onOpen(template: Template): void
  onClose(): void
}

/** One template: a built-in one to read and copy, an own one to change. */
export function TemplateDialog(props: Props) {
  return props.template.builtIn ? <BuiltIn {...props} /> : <Own {...props} />
}

function BuiltIn({ template, onOpen, onClose }: Props) {
  const { t } = useTranslation('templates')
  return (
    <Modal
      opened
      onClose={onClose}
      title={template.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('builtInWhy')}</Text>
        <TemplatePreview body={template.body} language={template.language} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          <Button
            data-autofocus
            leftSection={<IconCopy aria-hidden size={18} />}
            onClick={() =>
              onOpen({ ...template, id: newId(), builtIn: false, title: t('copyOf', { title: template.title }) })
            }
          >
            {t('copyAndChange')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Own({ template, templates, onOpen, onClose }: Props) {
  const { t } = useTranslation('templates')
  const known = templates.some(({ id }) => id === template.id)
  const form = useForm({
    initialValues: {
      kind: template.kind,
      language: template.language,
      address: template.address,
      title: template.title,
      body: template.body,
    },
    validate: {
      title: (title) => (title.trim() === '' ? t('wrong.title') : null),
      body: (body) => (body.trim() === '' ? t('wrong.body') : null),
    },
  })
  const save = useCommand('template.save')
  const values = form.values
  return (
    <EditDialog
      title={t(known ? 'editTitle' : 'add')}
      size="xl"
      // A copy that was not saved yet would be lost as well.
      dirty={form.isDirty() || (!known && template.body !== '')}
      saving={save.isPending}
      failure={failureOf(save.error)}
      onClose={onClose}
      onSave={form.onSubmit(({ title, ...rest }) =>
        save.mutate(
          { id: template.id, title: title.trim(), ...rest },
          {
            onSuccess: () => {
              tellDone(t('saved', { title: title.trim() }))
              onClose()
            },
          },
        ),
      )}
      extra={known ? <Tools template={template} onOpen={onOpen} onClose={onClose} /> : null}
    >
      <div className={classes['halves']}>
        <TextInput data-autofocus label={t('title')} {...form.getInputProps('title')} />
        <NativeSelect
          size="md"
          label={t('purpose')}
          data={TEMPLATE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          size="md"
          label={t('language')}
          data={(['nl', 'en'] as const).map((value) => ({ value, label: t(`settings:language.${value}`) }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          size="md"
          label={t('address')}
          data={(['u', 'je'] as const).map((value) => ({ value, label: t(`settings:address.${value}`) }))}
          {...form.getInputProps('address')}
        />
      </div>
      <div className={classes['halves']}>
        <Body body={values.body} error={form.errors['body']} onChange={(body) => form.setFieldValue('body', body)} />
        <div>
          <Text fw={500} mb={4}>
            {t('preview')}
          </Text>
          <TemplatePreview body={values.body} language={values.language} />
        </div>
      </div>
    </EditDialog>
  )
}

/** The text, with buttons that put a field where the cursor is. */
function Body(props: { readonly body: string; readonly error: React.ReactNode; onChange(body: string): void }) {
  const { t } = useTranslation('templates')
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (field: string): void => {
    const { selectionStart: start = props.body.length, selectionEnd: end = start } = area.current ?? {}
    props.onChange(`${props.body.slice(0, start)}{{${field}}}${props.body.slice(end)}`)
    area.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={area}
        autosize
        minRows={9}
        maxRows={18}
        label={t('body')}
        value={props.body}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <Group gap={6} mt={8} role="group" aria-label={t('fields.label')}>
        <Text size="sm" c="dimmed">
          {t('fields.label')}
        </Text>
        {TEMPLATE_FIELDS.map((field) => (
          <Button key={field} size="compact-sm" variant="default" onClick={() => insert(field)}>
            {t(`fields.${field}`)}
          </Button>
        ))}
      </Group>
    </div>
  )
}

function Tools({ template, onOpen, onClose }: Omit<Props, 'templates'>) {
  const { t } = useTranslation('templates')
  const remove = useCommand('template.remove')
  const restore = useCommand('template.save')
  const undo = (): void => {
    const { builtIn: _builtIn, ...saved } = template
    restore.mutate(saved, { onError: tellError })
  }
  const drop = (): void =>
    remove.mutate(
      { templateId: template.id },
      {
        onError: tellError,
        onSuccess: () => {
          onClose()
          offerUndo(template.id, t('removed', { title: template.title }), t('common:undo'), UNDO_SHOWN, undo)
        },
      },
    )
  return (
    <Group gap="xs">
      <Button variant="subtle" leftSection={<IconTrash aria-hidden size={17} />} onClick={drop}>
        {t('remove')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconCopy aria-hidden size={17} />}
        onClick={() => onOpen({ ...template, id: newId(), title: t('copyOf', { title: template.title }) })}
      >
        {t('copy')}
      </Button>
    </Group>
  )
}
