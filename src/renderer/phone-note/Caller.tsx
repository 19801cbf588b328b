import { Group, Stack, Text } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../shared/contract/cases.ts'
import { DueMark } from '../components/DueMark.tsx'
import { Choice } from './Choice.tsx'
import { PROMISE_FATES } from './note.ts'
import type { Note, PromiseFate } from './note.ts'
import classes from './PhoneNote.module.css'
import type { Caller as Known } from './use-caller.ts'

interface Props {
  readonly note: Note
  readonly caller: Known
  /** The note belongs to one case from the start: there is nothing to choose. */
  readonly fixed: boolean
  change(change: Partial<Note>): void
}

/** Who this may be, who it is, and what we owe them: to be read while the customer is still saying hello. */
export function Caller({ note, caller, fixed, change }: Props) {
  const { t } = useTranslation('phone-note')
  const { candidates, customer } = caller
  if (customer === null) {
    if (candidates.length === 0) {
      return (
        <Text c="dimmed" className={`${classes['caller']} ${classes['soon']}`}>
          {t('who.soon')}
        </Text>
      )
    }
    return (
      <div className={classes['caller']}>
        <Choice
          label={t('who.label')}
          value={note.customer === 'new' ? 'new' : ''}
          options={[
            ...candidates.map(({ id, name, company }) => ({
              value: id,
              label: company === null ? name : `${name}, ${company}`,
            })),
            { value: 'new', label: t('who.new') },
          ]}
          onChange={(id) =>
            change({ customer: candidates.find((one) => one.id === id) ?? 'new', caseId: null, fates: {} })
          }
        />
      </div>
    )
  }
  return (
    <section className={classes['caller']} aria-label={t('who.known')}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconUserCheck aria-hidden size={20} style={{ flex: 'none', marginTop: 2 }} />
        <div role="status">
          <Text fw={600}>
            {customer.name}
            {customer.company === null ? '' : `, ${customer.company}`}
          </Text>
          {customer.notes.trim() === '' ? null : (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {customer.notes}
            </Text>
          )}
        </div>
      </Group>
      {fixed ? null : <WhichCase note={note} caller={caller} change={change} />}
      <Owed note={note} caller={caller} change={change} />
    </section>
  )
}

function WhichCase({ note, caller, change }: Omit<Props, 'fixed'>) {
  const { t } = useTranslation('phone-note')
  if (caller.openCases.length === 0) return null
  return (
    <Choice
      label={t('case.label')}
      value={note.caseId === 'new' ? 'new' : (caller.caseId ?? 'new')}
      options={[
        ...caller.openCases.map(({ caseId, number, subject }) => ({
          value: caseId,
          label: t('case.one', { number, subject }),
        })),
        { value: 'new', label: t('case.new') },
      ]}
      onChange={(caseId) => change({ caseId, fates: {} })}
    />
  )
}

/** Promises of the chosen case can be settled in this same contact; the others are only shown. */
function Owed({ note, caller, change }: Omit<Props, 'fixed'>) {
  const { t } = useTranslation('phone-note')
  if (caller.promises.length === 0) return null
  const settle = (id: string, fate: PromiseFate): void => {
    const others = Object.entries(note.fates).filter(([, other]) => fate !== 'replaced' || other !== 'replaced')
    change({ fates: { ...Object.fromEntries(others), [id]: fate } })
  }
  return (
    <Stack gap="xs" component="ul" className={classes['owed'] ?? ''} aria-label={t('owed.label')}>
      {caller.promises.map((promise) => (
        <li key={promise.id}>
          <OwedLine promise={promise} />
          {promise.caseId !== caller.caseId ? null : (
            <Choice
              label={t('owed.fate', { text: promise.text })}
              labelHidden
              value={note.fates[promise.id] ?? 'stays'}
              options={PROMISE_FATES.map((fate) => ({ value: fate, label: t(`owed.${fate}`) }))}
              onChange={(fate) => settle(promise.id, fate)}
            />
          )}
        </li>
      ))}
    </Stack>
  )
}

function OwedLine({ promise }: { readonly promise: PromiseView }) {
  const { t } = useTranslation('phone-note')
  return (
    <Group gap="xs" mb={6} wrap="wrap">
      <DueMark at={promise.dueAt} />
      <Text size="sm">{t('owed.line', { text: promise.text, owner: promise.ownerName })}</Text>
    </Group>
  )
}
