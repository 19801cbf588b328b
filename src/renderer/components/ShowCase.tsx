import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useViewState } from '../view-state.ts'

/** A few words about a case, and the way to it. */
export function ShowCase(props: {
  readonly caseId: string
  /** It was a nag about this promise. */
  readonly promiseId?: string
  readonly words: string
  done(): void
}) {
  const { caseId, promiseId, words, done } = props
  const { t } = useTranslation()
  const look = (): void => {
    done()
    const nag = promiseId === undefined ? {} : { nag: { promiseId, act: null } }
    useViewState.getState().go({ screen: 'case', caseId, ...nag })
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
