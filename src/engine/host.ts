import type { EngineToHost, HostToEngine } from '../shared/contract/host.ts'

// How the engine process hears and speaks. In Electron's utility process: `process.parentPort`, with a MessagePort for each
// client of the contract. As a plain Node child (tests that kill it need no Electron): the IPC channel, which carries the one
// client's messages too. Typed here, since the engine imports no Electron.

/** One end of a MessagePort, as Electron's MessagePortMain offers it. */
export interface Port {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: string): void
  start(): void
}

export interface Host {
  tell(message: EngineToHost): void
  /** `ports` come with a message of kind 'client'. */
  listen(hear: (message: HostToEngine, ports: readonly Port[]) => void): void
}

interface ParentPort {
  on(
    event: 'message',
    listener: (message: { readonly data: HostToEngine; readonly ports: readonly Port[] }) => void,
  ): void
  postMessage(message: EngineToHost): void
}

export function findHost(): Host {
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
  return parentPort === undefined ? parentProcess() : electronsMain(parentPort)
}

function electronsMain(parentPort: ParentPort): Host {
  return {
    tell: (message) => parentPort.postMessage(message),
    listen: (hear) => parentPort.on('message', ({ data, ports }) => hear(data, ports)),
  }
}

/** What a plain parent sends beside HostToEngine, and gets back: a message of the contract as it would pass a port. */
interface ContractMessage {
  readonly kind: 'contract'
  readonly json: string
}

function parentProcess(): Host {
  const port: Port = {
    on(event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) {
      if (event === 'close') return
      process.on('message', (message: HostToEngine | ContractMessage) => {
        if (message.kind === 'contract') listener({ data: message.json })
      })
    },
    postMessage: (json) => send({ kind: 'contract', json }),
    start: () => undefined,
  }
  return {
    tell: send,
    listen(hear) {
      process.on('message', (message: HostToEngine | ContractMessage) => {
        if (message.kind !== 'contract') hear(message, message.kind === 'client' ? [port] : [])
      })
      // Nobody is left to answer to.
      process.on('disconnect', () => process.exit())
    },
  }
}

function send(message: EngineToHost | ContractMessage): void {
  if (process.connected) process.send!(message)
}
