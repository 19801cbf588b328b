import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconChecks,
  IconDotsVertical,
  IconPencil,
  IconPhone,
  IconTrashX,
  IconUserShare,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../shared/contract/cases.ts'
import { CORRECTION_WINDOW } from '../../shared/domain/promises.ts'
import { useNow } from '../words/use-time.ts'
import type { ReplyAim } from './Case.tsx'
import type { PromiseStep } from './PromiseDialog.tsx'

interface Props {
  readonly promise: PromiseView
  readonly canMail: boolean
  onReply(aim: ReplyAim): void
  onCall(): void
  onStep(step: PromiseStep): void
}

/** Everything that can become of a promise. */
export function PromiseMenu({ promise, canMail, onReply, onCall, onStep }: Props) {
  const { t } = useTranslation()
  const correctable = useNow() < promise.madeAt + CORRECTION_WINDOW
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" size={42} color="gray" aria-label={t('case:promise.more')}>
          <IconDotsVertical aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canMail && (
          <Menu.Item
            leftSection={<IconArrowBackUp aria-hidden size={18} />}
            onClick={() => onReply({ keeps: promise.id })}
          >
            {t('case:promise.answer')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPhone aria-hidden size={18} />} onClick={onCall}>
          {t('case:promise.called')}
        </Menu.Item>
        <Menu.Item leftSection={<IconChecks aria-hidden size={18} />} onClick={() => onStep({ kind: 'keep', promise })}>
          {t('case:promise.keep')}
        </Menu.Item>
        <Menu.Divider />
        {canMail && (
          <Menu.Item
            leftSection={<IconCalendarEvent aria-hidden size={18} />}
            onClick={() => onReply({ renegotiates: promise.id })}
          >
            {t('case:promise.renegotiate')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconUserShare aria-hidden size={18} />}
          onClick={() => onStep({ kind: 'hand-over', promise })}
        >
          {t('case:promise.handOver')}
        </Menu.Item>
        {correctable && (
          <Menu.Item
            leftSection={<IconPencil aria-hidden size={18} />}
            onClick={() => onStep({ kind: 'correct', promise })}
          >
            {t('case:promise.correct')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrashX aria-hidden size={18} />}
          onClick={() => onStep({ kind: 'withdraw', promise })}
        >
          {t('case:promise.withdraw')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
