import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tellDone, tellFailure } from '../components/tell.ts'
import { callDesktop } from '../engine/bridge.ts'

/** Own templates to a file, and from one: for another PC, or another branch of the shop. */
export function TemplateFiles({ own }: { readonly own: boolean }) {
  const { t } = useTranslation('templates')
  const write = async (): Promise<void> => {
    const written = await callDesktop('desktop.export-templates', {})
    if (!written.ok) tellFailure(written.error)
    else if (written.value) tellDone(t('exported'))
  }
  const read = async (): Promise<void> => {
    const result = await callDesktop('desktop.import-templates', {})
    if (!result.ok) return tellFailure(result.error)
    if (result.value === null) return
    const { added, known } = result.value
    tellDone(`${t('imported', { count: added })}${known > 0 ? ` ${t('importedKnown', { count: known })}` : ''}`)
  }
  return (
    <>
      <Button variant="default" leftSection={<IconFileImport aria-hidden size={18} />} onClick={() => void read()}>
        {t('import')}
      </Button>
      {own && (
        <Button variant="default" leftSection={<IconFileExport aria-hidden size={18} />} onClick={() => void write()}>
          {t('export')}
        </Button>
      )}
    </>
  )
}
