import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EngineToHost, HostToEngine } from '../../src/shared/contract/host.ts'
import type { FromEngine } from '../../src/shared/contract/wire.ts'
import { ok } from '../../src/shared/domain/result.ts'

const ENTRY = join(import.meta.dirname, '../../src/engine/index.ts')
const RESOURCES = join(import.meta.dirname, '../../resources')

type Message = EngineToHost | { readonly kind: 'contract'; readonly json: string }

/** The engine in a process of its own, as main runs it, but without Electron. Its key store holds one password for everything. */
export class EngineChild {
  readonly process: ChildProcess
  readonly #answers = new Map<number, (result: unknown) => void>()
  #seq = 0

  constructor(password = 'geheim') {
    this.process = fork(ENTRY, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    onTestFinished(() => void this.process.kill('SIGKILL'))
    // A message to a process that was just killed is lost, and nothing else.
    this.process.on('error', () => undefined)
    this.process.on('message', (message: Message) => {
      if (message.kind === 'secret-get') this.tell({ kind: 'secret', seq: message.seq, result: ok(password) })
      if (message.kind === 'secret-set') this.tell({ kind: 'secret', seq: message.seq, result: ok(null) })
      if (message.kind !== 'contract') return
      const said = JSON.parse(message.json) as FromEngine
      if ('seq' in said) this.#answers.get(said.seq)?.(said.result)
    })
  }

  tell(message: HostToEngine): void {
    if (this.process.connected) this.process.send(message)
  }

  /** What it says next about itself. */
  next(): Promise<EngineToHost> {
    return new Promise((resolve) => {
      const hear = (message: Message): void => {
        if (message.kind === 'contract' || message.kind === 'secret-get' || message.kind === 'secret-set') return
        this.process.off('message', hear)
        resolve(message)
      }
      this.process.on('message', hear)
    })
  }

  async start(
    profile: string,
    { isMain = false, restore }: { isMain?: boolean; restore?: string } = {},
  ): Promise<EngineToHost> {
    const start = { kind: 'start', profile, resources: RESOURCES, practice: null } as const
    this.tell(restore === undefined ? start : { ...start, restore })
    const message = await this.next()
    if (message.kind === 'started') this.tell({ kind: 'client', isMain })
    return message
  }

  /** Never answered when the process is gone. */
  call(name: string, input: unknown, actor: string | null = null): Promise<unknown> {
    this.#seq += 1
    const seq = this.#seq
    const answer = new Promise((resolve) => this.#answers.set(seq, resolve))
    if (this.process.connected)
      this.process.send({ kind: 'contract', json: JSON.stringify({ seq, name, input, actor }) })
    return answer
  }

  /** As the power goes: no goodbye. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }
}
