import { Spotlight, createSpotlight } from '@mantine/spotlight'
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../engine/hooks.ts'
import { useViewState } from '../view-state.ts'
import { usePaletteActions } from './palette-actions.tsx'

const [store, spotlight] = createSpotlight()
const HITS = 6

/** Everything that can be done, and every question, found by typing. */
export function Palette({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const actions = usePaletteActions()
  const cases = useFoundCases(query)
  useEffect(() => {
    if (opened) spotlight.open()
    return spotlight.close
  }, [opened])
  const groups = [...actions, ...(cases.length === 0 ? [] : [{ group: t('shell:palette.cases'), actions: cases }])]
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups.map((group) => ({ ...group, actions: [...group.actions] }))}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t('shell:allActions') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      nothingFound={t('shell:palette.nothing')}
      scrollable
      maxHeight="60vh"
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
      styles={{ content: { background: 'var(--b-surface)' } }}
      searchProps={{
        leftSection: <IconSearch aria-hidden size={20} />,
        placeholder: t('shell:palette.placeholder'),
        'aria-label': t('shell:palette.placeholder'),
      }}
    />
  )
}

/** Questions that answer to what was typed. `keywords` repeats it, so that the filter on words lets them through. */
function useFoundCases(query: string): readonly SpotlightActionData[] {
  const { t } = useTranslation()
  const go = useViewState((state) => state.go)
  const [text] = useDebouncedValue(query.trim(), 120)
  const hits = useAsk('search', { text, limit: HITS }, { enabled: text.length > 1 }).data?.hits ?? []
  return hits.map((hit) => ({
    id: hit.caseId,
    label: `${hit.customerName}: ${hit.subject}`,
    description: t('common:caseNumber', { number: hit.number }),
    keywords: query,
    onClick: () => go({ screen: 'case', caseId: hit.caseId }),
  }))
}

export type PaletteGroup = Omit<SpotlightActionGroupData, 'actions'> & {
  readonly actions: readonly SpotlightActionData[]
}
