import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseView, PromiseView } from '../../shared/contract/cases.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { StaffSelect } from '../components/StaffSelect.tsx'
import { useNow, useTime } from '../words/use-time.ts'
import { ApologyOffer } from './ApologyOffer.tsx'
import { PROMISE_FATES, chooseFate } from './draft.ts'
import type { PromiseFate } from './draft.ts'
import type { Writing } from './use-draft.ts'
import classes from './Composer.module.css'

interface Props {
  readonly shown: CaseView
  readonly writing: Writing
  readonly fates: Readonly<Record<string, PromiseFate>>
}

/** What this reply does to what was promised before, and who keeps what it promises now. */
export function PromisePart({ shown, writing, fates }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const { draft, change } = writing
  const live = shown.promises.filter(isLive)
  const late = live.find(({ id, dueAt }) => fates[id] === 'kept' && dueAt <= now)
  const nothingOwed = draft.dueAt === null && !Object.values(fates).includes('stays')
  return (
    <section className={classes['promise']} aria-label={t('composer:promise.label')}>
      {live.map((promise) => (
        <Standing
          key={promise.id}
          promise={promise}
          fate={fates[promise.id] ?? 'kept'}
          onFate={(fate) => change({ fates: chooseFate(fates, promise.id, fate) })}
        />
      ))}
      {late !== undefined && <ApologyOffer key={late.id} promise={late} writing={writing} />}
      {draft.dueAt !== null && <NewPromise writing={writing} />}
      {nothingOwed && (
        <Checkbox
          label={t('composer:closes')}
          checked={draft.closes}
          onChange={(event) => change({ closes: event.currentTarget.checked })}
        />
      )}
    </section>
  )
}

function Standing(props: {
  readonly promise: PromiseView
  readonly fate: PromiseFate
  onFate(fate: PromiseFate): void
}) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  const { text, dueAt } = props.promise
  const about = t('composer:standing.about', { promise: text, moment: time.moment(dueAt, now) })
  return (
    <div className={classes['standing']}>
      <Text size="sm">{about}</Text>
      <SegmentedControl
        size="sm"
        fullWidth
        aria-label={about}
        value={props.fate}
        onChange={(value) => props.onFate(PROMISE_FATES.find((fate) => fate === value) ?? 'kept')}
        data={PROMISE_FATES.map((value) => ({ value, label: t(`composer:standing.${value}`) }))}
      />
    </div>
  )
}

function NewPromise({ writing }: { readonly writing: Writing }) {
  const { t } = useTranslation()
  const { ownerId, promiseText, change, promiseFor } = writing
  return (
    <Group align="end" gap="sm">
      <TextInput
        flex="1 1 180px"
        size="sm"
        label={t('composer:promise.what')}
        value={promiseText}
        onChange={(event) => change({ promiseText: event.currentTarget.value })}
      />
      <div className={classes['keeper']}>
        <StaffSelect
          size="sm"
          label={t('composer:promise.owner')}
          value={ownerId}
          onChange={(id) => change({ ownerId: id })}
        />
      </div>
      <Button size="sm" variant="subtle" onClick={() => promiseFor(null)}>
        {t('composer:promise.none')}
      </Button>
    </Group>
  )
}
