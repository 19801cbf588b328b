import { MessageChannelMain, utilityProcess } from 'electron'
import type { MessagePortMain, WebContents } from 'electron'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Failure } from '../shared/contract/failure.ts'
import type { HostToEngine } from '../shared/contract/host.ts'
import { createEngineClient } from './engine-client.ts'
import type { EngineClient } from './engine-client.ts'
import type { Log } from './log.ts'
import type { SecretStore } from './secrets.ts'
import { superviseEngine } from './supervisor.ts'
import type { EngineChild, EngineState } from './supervisor.ts'

export interface EngineProcess {
  /** Main's own way to the engine. */
  readonly client: EngineClient
  readonly state: EngineState
  /** Gives a window its port: now when the engine is up, and at each start again, until the window is gone. */
  serve(contents: WebContents): void
  /** The PC woke up or is back on the network. */
  wake(): void
  stop(): Promise<void>
}

export interface EngineOptions {
  readonly start: HostToEngine & { readonly kind: 'start' }
  secrets(): Promise<SecretStore>
  onUp(): void
  onState(state: EngineState): void
  onRefused(failure: Failure): Promise<string | null>
  readonly log: Log
}

/** Runs the engine in a process of its own, so that hostile mail can't freeze or end the window. */
export function runEngine({ start, secrets, onUp, onState, onRefused, log }: EngineOptions): EngineProcess {
  const client = createEngineClient()
  const windows = new Set<WebContents>()

  const supervisor = superviseEngine<MessagePortMain>({
    start,
    fork: (listener) => fork(listener, log),
    onUp() {
      client.attach(newClient(true))
      windows.forEach(handPort)
      onUp()
    },
    onGone() {
      client.detach()
      windows.forEach((contents) => contents.send('engine-gone'))
    },
    onState,
    onRefused,
    async onSecret(message) {
      const store = await secrets()
      const { seq } = message
      if (message.kind === 'secret-get') return { kind: 'secret', seq, result: await store.get(message.name) }
      return { kind: 'secret', seq, result: await store.set(message.name, message.value) }
    },
    log,
  })

  function newClient(isMain: boolean): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    supervisorSend(port1, isMain)
    return port2
  }
  function supervisorSend(port: MessagePortMain, isMain: boolean): void {
    supervisor.send({ kind: 'client', isMain }, [port])
  }
  function handPort(contents: WebContents): void {
    contents.postMessage('engine-port', null, [newClient(false)])
  }

  return {
    client,
    get state() {
      return supervisor.state
    },
    serve(contents) {
      if (!windows.has(contents)) contents.once('destroyed', () => windows.delete(contents))
      windows.add(contents)
      if (supervisor.up) handPort(contents)
    },
    wake: () => supervisor.send({ kind: 'wake' }),
    stop: () => supervisor.stop(),
  }
}

function fork(
  listener: Parameters<Parameters<typeof superviseEngine>[0]['fork']>[0],
  log: Log,
): EngineChild<MessagePortMain> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], {
    serviceName: 'Belofte engine',
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  child.on('message', (message) => listener.message(message))
  child.on('exit', (code) => listener.exit(code))
  // The engine logs to a file of its own; what comes here is Node's own complaint about why it ended.
  createInterface({ input: child.stderr! }).on('line', (line) => log.warn(`engine: ${line}`))
  return {
    send: (message, ports) => child.postMessage(message, ports),
    kill: () => child.kill(),
  }
}
