import { Modal, Table, Title } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../components/Key.tsx'
import type { KeyName } from './keys.ts'

const GROUPS = {
  everywhere: [
    'help',
    'palette',
    'phoneNote',
    'whoSitsHere',
    'today',
    'queue',
    'outbox',
    'overview',
    'settings',
    'shortcuts',
  ],
  queue: ['search', 'tick'],
  case: ['reply', 'call', 'note', 'improve', 'back'],
  composer: ['templates', 'recordPromise', 'send'],
} as const satisfies Record<string, readonly KeyName[]>

export function Shortcuts({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="md"
      title={t('shell:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <Fragment key={group}>
          <Title order={3} mt="sm">
            {t(`shell:shortcuts.group.${group}`)}
          </Title>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {group === 'queue' && <Line keys={<kbd>↑ ↓ Enter</kbd>} words={t('shell:shortcuts.walk')} />}
              {GROUPS[group].map((name) => (
                <Line key={name} keys={<Key name={name} />} words={t(`shell:shortcuts.${name}`)} />
              ))}
            </Table.Tbody>
          </Table>
        </Fragment>
      ))}
    </Modal>
  )
}

function Line({ keys, words }: { readonly keys: React.ReactNode; readonly words: string }) {
  return (
    <Table.Tr>
      <Table.Td>{words}</Table.Td>
      <Table.Td ta="right">{keys}</Table.Td>
    </Table.Tr>
  )
}
