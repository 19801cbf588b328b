import { Button, CloseButton, FileButton, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MOST_ATTACHED, MOST_ATTACHMENTS } from '../../shared/domain/attachments.ts'
import { isProgram } from '../../shared/domain/attachment-name.ts'
import { sizeWords } from '../case/size.ts'
import type { Files } from './use-files.ts'
import classes from './Attachments.module.css'

/** What goes along: chosen here, dropped anywhere on the reply, or pasted. */
export function Attachments({ files, trouble, add, remove }: Files) {
  const { t, i18n } = useTranslation()
  return (
    <section aria-label={t('composer:attach.label')}>
      <ul className={classes['files']} hidden={files.length === 0}>
        {files.map(({ id, name, size }) => (
          <li key={id} className={classes['file']}>
            <IconPaperclip aria-hidden size={18} />
            <span className={classes['name']}>{name}</span>
            <Text span size="sm" c="dimmed">
              {sizeWords(size, i18n.language)}
            </Text>
            <CloseButton
              aria-label={t('composer:attach.remove', { name })}
              title={t('composer:attach.remove', { name })}
              onClick={() => remove(id)}
            />
            {isProgram(name) && (
              <Text size="sm" className={classes['warn'] ?? ''}>
                {t('composer:attach.program')}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <FileButton multiple inputProps={{ 'aria-label': t('composer:attach.choose') }} onChange={add}>
        {(props) => (
          <Button
            {...props}
            name="attach"
            size="compact-md"
            variant="subtle"
            leftSection={<IconPaperclip aria-hidden size={18} />}
          >
            {t('composer:attach.choose')}
          </Button>
        )}
      </FileButton>
      {trouble !== null && (
        <Text role="alert" size="sm" className={classes['wrong'] ?? ''}>
          {t(`composer:attach.${trouble.why}`, {
            name: trouble.name,
            most: trouble.why === 'too-many' ? MOST_ATTACHMENTS : sizeWords(MOST_ATTACHED, i18n.language),
          })}
        </Text>
      )}
    </section>
  )
}
