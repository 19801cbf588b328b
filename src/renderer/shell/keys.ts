/** Every shortcut in one place, in the notation of useHotkeys: what a button shows is what the keyboard does. */
export const KEYS = {
  palette: 'mod+K',
  help: 'F1',
  phoneNote: 'F2',
  whoSitsHere: 'F4',
  today: 'mod+1',
  queue: 'mod+2',
  outbox: 'mod+3',
  overview: 'mod+4',
  settings: 'mod+,',
  shortcuts: '?',
  search: '/',
  tick: 'X',
  reply: 'R',
  call: 'B',
  note: 'N',
  improve: 'V',
  back: 'Escape',
  send: 'mod+Enter',
  templates: '/',
  recordPromise: 'mod+B',
} as const
export type KeyName = keyof typeof KEYS

const MAC = navigator.userAgent.includes('Mac')

/** As it is printed on a key: Ctrl+K, or ⌘K on a Mac. */
export function keyLabel(name: KeyName, control: string, mac: boolean = MAC): string {
  const keys = KEYS[name]
  if (!keys.startsWith('mod+')) return keys === KEYS.back ? 'Esc' : keys
  const key = keys.slice('mod+'.length)
  return mac ? `⌘${key}` : `${control}+${key}`
}
