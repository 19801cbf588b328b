import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import en from '../../../docs/user-guide.en.md?raw'
import nl from '../../../docs/user-guide.nl.md?raw'
import { blocksOf, partsOf } from './guide.ts'
import type { Block } from './guide.ts'
import classes from './Help.module.css'

const PICTURES = import.meta.glob<string>(
  '../../../docs/images/{today,queue,compose,phone-note,case,settings,overview}-{nl,en}.png',
  { query: '?url', import: 'default', eager: true },
)

/** The user guide, in the language of the screens. */
export function Help({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const [title, ...blocks] = blocksOf(i18n.language === 'nl' ? nl : en)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={title?.kind === 'heading' ? title.text : t('shell:help')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <article className={classes['guide']}>
        {blocks.map((block) => (
          <Shown
            key={'text' in block ? block.text : block.kind === 'list' ? block.items.join() : block.file}
            block={block}
          />
        ))}
      </article>
    </Modal>
  )
}

function Shown({ block }: { readonly block: Block }) {
  if (block.kind === 'heading') return <h3>{block.text}</h3>
  if (block.kind === 'text') return <p>{styled(block.text)}</p>
  if (block.kind === 'picture') {
    const source = PICTURES[`../../../docs/images/${block.file}`]
    return source === undefined ? null : <img src={source} alt={block.alt} loading="lazy" />
  }
  return (
    <ul>
      {block.items.map((item) => (
        <li key={item}>{styled(item)}</li>
      ))}
    </ul>
  )
}

const styled = (line: string) =>
  partsOf(line).map(({ at, words, how }) =>
    how === 'strong' ? <strong key={at}>{words}</strong> : how === 'em' ? <em key={at}>{words}</em> : words,
  )
