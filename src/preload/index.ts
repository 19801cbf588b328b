import { contextBridge, ipcRenderer } from 'electron'

// Exposes call() and on(), nothing else. Calls named desktop.* go to main, the rest over the port to the engine,
// as JSON strings. A new port means a new engine: what was pending on the old one fails with engine-away.

type Listener = (payload: unknown) => void
type Settle = (result: unknown) => void

const ENGINE_AWAY = { ok: false, error: { code: 'engine-away' } }
const INTERNAL = { ok: false, error: { code: 'internal' } }
/** How things are: whoever starts to listen hears it at once. */
const STATES = ['desktop.engine', 'desktop.notifications']
/** Said once: it waits for its first listener when the screen has not learnt to listen yet. */
const REQUESTS = ['desktop.go']

const listeners = new Map<string, Set<Listener>>()
const kept = new Map<string, unknown>()
const pending = new Map<number, Settle>()
let port: MessagePort | null = null
let seq = 0
let settlePort: () => void
let portSettled = new Promise<void>((resolve) => (settlePort = resolve))

function tell(event: string, payload: unknown): void {
  const audience = listeners.get(event) ?? new Set()
  if (STATES.includes(event) || (REQUESTS.includes(event) && audience.size === 0)) kept.set(event, payload)
  for (const listener of audience) listener(payload)
}

function failPending(): void {
  for (const settle of pending.values()) settle(ENGINE_AWAY)
  pending.clear()
}

function receive(json: string): void {
  const message = JSON.parse(json) as { seq: number; result: unknown } | { event: string; payload: unknown }
  if ('event' in message) return tell(message.event, message.payload)
  pending.get(message.seq)?.(message.result)
  pending.delete(message.seq)
}

ipcRenderer.on('engine-port', (event) => {
  failPending()
  port?.close()
  port = event.ports[0] ?? null
  if (port === null) return
  port.addEventListener('message', (message) => receive(message.data as string))
  port.start()
  settlePort()
})

ipcRenderer.on('engine-gone', () => {
  port?.close()
  port = null
  portSettled = new Promise((resolve) => (settlePort = resolve))
  failPending()
})

ipcRenderer.on('desktop-event', (_event, name: string, payload: unknown) => {
  // An engine that keeps failing is not worth waiting for.
  if (name === 'desktop.engine' && (payload as { state: string }).state === 'failing') settlePort()
  tell(name, payload)
})

const bridge = {
  /** Resolves to a Result; never rejects. Waits for the engine while it starts. */
  async call(name: string, input: unknown, actor: string | null): Promise<unknown> {
    if (name.startsWith('desktop.')) return ipcRenderer.invoke('desktop-call', name, input).catch(() => INTERNAL)
    await portSettled
    return new Promise((settle) => {
      if (port === null) return settle(ENGINE_AWAY)
      seq += 1
      pending.set(seq, settle)
      port.postMessage(JSON.stringify({ seq, name, input, actor }))
    })
  },
  /** Returns how to stop listening. */
  on(event: string, listener: Listener): () => void {
    const audience = listeners.get(event) ?? new Set()
    listeners.set(event, audience.add(listener))
    if (kept.has(event)) {
      const payload = kept.get(event)
      if (REQUESTS.includes(event)) kept.delete(event)
      queueMicrotask(() => listener(payload))
    }
    return () => audience.delete(listener)
  },
}

contextBridge.exposeInMainWorld('belofte', bridge)
ipcRenderer.send('window-ready')
