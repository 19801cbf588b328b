import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useViewState } from '../view-state.ts'

/** A few words about a case, and the way to it. */
export function ShowCase({ caseId, words, done }: { readonly caseId: string; readonly words: string; done(): void }) {
  const { t } = useTranslation()
  const look = (): void => {
    done()
    useViewState.getState().go({ screen: 'case', caseId })
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{words}</Text>
      <Button flex="none" size="compact-md" variant="default" onClick={look}>
        {t('shell:nag.look')}
      </Button>
    </Group>
  )
}
