import { Button, Group, Input, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { IconPhone, IconSend } from '@tabler/icons-react'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, PromiseView } from '../../shared/contract/cases.ts'
import { MOVED_OFTEN } from '../../shared/domain/at-risk.ts'
import type { Language } from '../../shared/domain/people.ts'
import type { ToneCategory } from '../../shared/domain/tone/rules.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { MomentField } from '../components/MomentField.tsx'
import { Notice } from '../components/Notice.tsx'
import { useNow, useTime } from '../words/use-time.ts'
import { useCantMakeIt } from './use-cant-make-it.ts'
import type { CantMakeItForm } from './use-cant-make-it.ts'

const ToneCoach = lazy(async () => ({ default: (await import('../composer/ToneCoach.tsx')).ToneCoach }))

/** Clichés, blame and vagueness. That something can't be done is what this screen is for. */
const LETS_DOWN: readonly ToneCategory[] = ['excuse', 'our-rules', 'should-have', 'vague-time', 'brush-off']

interface Props {
  readonly shown: CaseView
  readonly promise: PromiseView
  onClose(): void
}

/** The golden rule on one screen: why, what we do about it, and what the customer can count on now. */
export function CantMakeIt({ shown, promise, onClose }: Props) {
  const { t } = useTranslation()
  const form = useCantMakeIt(shown, promise, onClose)
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('promises:cant.title', { customer: shown.customer.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        aria-label={t('promises:cant.title', { customer: shown.customer.name })}
        onSubmit={(event) => {
          event.preventDefault()
          void (form.canMail ? form.send() : form.call())
        }}
      >
        <Stack>
          <Where promise={promise} late={form.late} />
          <Words name="cause" form={form} />
          <Words name="plan" form={form} />
          <Input.Wrapper label={t('promises:cant.then')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('promises:cant.then')}
              value={form.asks ? 'ask' : 'moment'}
              onChange={(value) => form.change({ asks: value === 'ask' })}
              data={[
                { value: 'moment', label: t('promises:cant.newMoment') },
                { value: 'ask', label: t('promises:cant.ask') },
              ]}
            />
          </Input.Wrapper>
          <MomentField
            label={t(form.asks ? 'promises:cant.callBy' : 'promises:cant.moment')}
            value={form.dueAt}
            ownerId={form.ownerId}
            error={form.missing === 'moment' ? t('promises:cant.missing.moment') : undefined}
            onChange={(dueAt) => form.change({ dueAt })}
          />
          {form.canMail && (
            <Textarea
              label={t('promises:cant.letter')}
              autosize
              minRows={4}
              maxRows={14}
              value={form.letter}
              error={form.missing === 'letter' ? t('promises:cant.missing.letter') : undefined}
              onChange={(event) => form.change({ ownLetter: event.currentTarget.value })}
            />
          )}
          {form.failure !== null && <FailureNotice failure={form.failure} />}
          <Foot form={form} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

/** Which promise, and what telling it now means. */
function Where({ promise, late }: { readonly promise: PromiseView; readonly late: boolean }) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  return (
    <>
      <Text>
        {t('promises:cant.promised', { promise: promise.text, moment: time.moment(promise.dueAt, now) })}{' '}
        {t(late ? 'promises:cant.late' : 'promises:cant.inTime')}
      </Text>
      {promise.moved >= MOVED_OFTEN - 1 && <Notice>{t('promises:cant.often', { count: promise.moved + 1 })}</Notice>}
    </>
  )
}

function Words({ name, form }: { readonly name: 'cause' | 'plan'; readonly form: CantMakeItForm }) {
  const { t } = useTranslation()
  const language: Language = form.language
  return (
    <div>
      <Textarea
        name={name}
        data-autofocus={name === 'cause' || undefined}
        autosize
        minRows={2}
        maxRows={6}
        label={t(`promises:cant.${name}`)}
        description={t(`promises:cant.${name}Say`)}
        value={form[name]}
        error={form.missing === name ? t(`promises:cant.missing.${name}`) : undefined}
        onChange={(event) => form.change({ [name]: event.currentTarget.value })}
      />
      <Suspense fallback={null}>
        <ToneCoach text={form[name]} language={language} holding={false} only={LETS_DOWN} onShow={() => undefined} />
      </Suspense>
    </div>
  )
}

function Foot({ form, onClose }: { readonly form: CantMakeItForm; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common:cancel')}
      </Button>
      {form.canMail ? (
        <>
          <Button variant="default" leftSection={<IconPhone aria-hidden size={19} />} onClick={() => void form.call()}>
            {t('promises:cant.call')}
          </Button>
          <Button type="submit" loading={form.sending} leftSection={<IconSend aria-hidden size={19} />}>
            {t('promises:cant.send')}
          </Button>
        </>
      ) : (
        <Button type="submit" leftSection={<IconPhone aria-hidden size={19} />}>
          {t('promises:cant.call')}
        </Button>
      )}
    </Group>
  )
}
