import type { QueueRow, SearchHit } from '../../shared/contract/queue.ts'
import type { QueueSection } from '../../shared/domain/case.ts'

/** One line of the list: a section's heading, or a case. `position` counts the cases, from 0. */
export type Line =
  | { readonly kind: 'heading'; readonly key: string; readonly section: QueueSection }
  | { readonly kind: 'case'; readonly key: string; readonly position: number; readonly row: QueueRow | SearchHit }

/**
 * Puts a heading above the first row of each section. A row that moved up while later pages were already here
 * comes twice; it is shown where it stands now.
 */
export function toLines(rows: readonly (QueueRow | SearchHit)[], headed: boolean): readonly Line[] {
  const lines: Line[] = []
  const seen = new Set<string>()
  let section: QueueSection | null = null
  for (const row of rows) {
    if (seen.has(row.caseId)) continue
    if (headed && row.section !== section) {
      section = row.section
      lines.push({ kind: 'heading', key: section, section })
    }
    lines.push({ kind: 'case', key: row.caseId, position: seen.size, row })
    seen.add(row.caseId)
  }
  return lines
}

/** The line of the case after (1) or before (-1) the line at `from`; `from` itself when there is none. */
export function nextCase(lines: readonly Line[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    if (lines[at]?.kind === 'case') return at
  }
  return from
}
