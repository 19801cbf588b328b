import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FoundPromise } from '../../shared/contract/promise-care.ts'
import { Key } from '../components/Key.tsx'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './Composer.module.css'

interface OfferProps {
  readonly found: FoundPromise
  onAccept(): void
  onWaive(): void
}

/** A promise stands in the letter: one key records it. */
export function TypedPromiseOffer({ found, onAccept, onWaive }: OfferProps) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  return (
    <section className={classes['found']} aria-label={t('promises:typed.label')}>
      <IconCalendarCheck aria-hidden size={22} />
      <p role="status">
        {t('promises:typed.say')} <q>{found.sentence.trim()}</q> <b>{time.moment(found.at, now)}</b>
      </p>
      <Group gap="xs">
        <Button
          size="compact-md"
          rightSection={<Key name="recordPromise" />}
          aria-keyshortcuts="Control+B"
          onClick={onAccept}
        >
          {t('promises:typed.record')}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onWaive}>
          {t('promises:typed.waive')}
        </Button>
      </Group>
    </section>
  )
}

interface AskProps {
  readonly found: FoundPromise
  onRecord(): void
  onWithout(): void
  onClose(): void
}

/** Asked once, when a letter goes that promises something of which nobody would know. */
export function AskAboutPromise({ found, onRecord, onWithout, onClose }: AskProps) {
  const { t } = useTranslation()
  const now = useNow()
  const time = useTime()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('promises:typed.ask')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text>
          <q>{found.sentence.trim()}</q>
        </Text>
        <Text>{t('promises:typed.why', { moment: time.moment(found.at, now) })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onWithout}>
            {t('promises:typed.without')}
          </Button>
          <Button data-autofocus onClick={onRecord}>
            {t('promises:typed.recordAndSend')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
