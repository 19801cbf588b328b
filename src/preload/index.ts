import { contextBridge, ipcRenderer } from 'electron'

// Exposes call() and on(), nothing else. Calls named desktop.* go to main, the rest over the port to the engine,
// as JSON strings. A new port means a new engine: what was pending on the old one fails with engine-away.

type Listener = (payload: unknown) => void
type Settle = (result: unknown) => void

const ENGINE_AWAY = { ok: false, error: { code: 'engine-away' } }
const listeners = new Map<string, Set<Listener>>()
const pending = new Map<number, Settle>()
let port: MessagePort | null = null
let seq = 0
let portArrived: () => void
let portReady = new Promise<void>((resolve) => (portArrived = resolve))

function tell(event: string, payload: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload)
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
  port.onmessage = (message) => receive(message.data as string)
  portArrived()
})

ipcRenderer.on('engine-gone', () => {
  port?.close()
  port = null
  portReady = new Promise((resolve) => (portArrived = resolve))
  failPending()
})

ipcRenderer.on('desktop-event', (_event, name: string, payload: unknown) => tell(name, payload))

const bridge = {
  /** Resolves to a Result; never rejects. Waits for the engine while it starts. */
  async call(name: string, input: unknown, actor: string | null): Promise<unknown> {
    if (name.startsWith('desktop.')) return ipcRenderer.invoke('desktop-call', name, input)
    await portReady
    return new Promise((settle) => {
      if (port === null) return settle(ENGINE_AWAY)
      seq += 1
      pending.set(seq, settle)
      port.postMessage(JSON.stringify({ seq, name, input, actor }))
    })
  },
  /** Returns how to stop listening. */
  on(event: string, listener: Listener): () => void {
    const set = listeners.get(event) ?? new Set()
    listeners.set(event, set.add(listener))
    return () => set.delete(listener)
  },
}

contextBridge.exposeInMainWorld('belofte', bridge)
ipcRenderer.send('window-ready')
