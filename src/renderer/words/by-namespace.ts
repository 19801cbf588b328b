import type { ResourceLanguage } from 'i18next'

/** Turns { '…/nl/queue.json': words } into { queue: words }: the file's name is the namespace. */
export function byNamespace(files: Readonly<Record<string, unknown>>): ResourceLanguage {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [
      /([^/]+)\.json$/.exec(path)?.[1] ?? path,
      words as ResourceLanguage[string],
    ]),
  )
}
