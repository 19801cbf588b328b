import type { DesktopEventMap } from '../shared/contract/desktop.ts'
import type { Failure } from '../shared/contract/failure.ts'
import type { EngineToHost, HostToEngine } from '../shared/contract/host.ts'
import { NO_CRASHES, STEADY, afterCrash } from './restart-policy.ts'

export type EngineState = DesktopEventMap['desktop.engine']

/** The engine process, as far as supervising it goes. */
export interface EngineChild<Port> {
  send(message: HostToEngine, ports?: Port[]): void
  kill(): void
}

export interface SupervisorOptions<Port> {
  readonly start: HostToEngine & { readonly kind: 'start' }
  fork(listener: { message(message: EngineToHost): void; exit(code: number): void }): EngineChild<Port>
  /** Works, and takes clients. Called at each start anew. */
  onUp(): void
  onGone(): void
  onState(state: EngineState): void
  /**
   * The very first start failed for a reason that a person can mend, or the database turned out to be damaged. The program ends,
   * unless a person chose the backup with which to start instead.
   */
  onRefused(failure: Failure): Promise<string | null>
  onSecret(message: EngineToHost & { readonly kind: 'secret-get' | 'secret-set' }): Promise<HostToEngine>
  readonly log: { warn(what: string): void }
}

export interface Supervisor<Port> {
  readonly state: EngineState
  readonly up: boolean
  /** Dropped when the engine is away: it looks at everything anyway when it comes back. */
  send(message: HostToEngine, ports?: Port[]): void
  /** Lets the engine finish what it is doing, for five seconds at most. */
  stop(): Promise<void>
}

const STOPPING_TIME = 5_000

/** Starts the engine and keeps it running until `stop`. */
export function superviseEngine<Port>(options: SupervisorOptions<Port>): Supervisor<Port> {
  let state: EngineState = { state: 'up', failure: null }
  let history = NO_CRASHES
  let child: EngineChild<Port> | null = null
  let everUp = false
  let up = false
  let failure: Failure | null = null
  let onStopped: (() => void) | null = null
  let timer: NodeJS.Timeout | undefined

  function setState(next: EngineState): void {
    state = next
    options.onState(next)
  }

  function launch(restore: string | null = null): void {
    const launched = options.fork({ message: (message) => child === launched && heard(message), exit })
    child = launched
    launched.send(restore === null ? options.start : { ...options.start, restore })
  }

  function heard(message: EngineToHost): void {
    switch (message.kind) {
      case 'started':
        return started()
      case 'start-failed':
        failure = message.failure
        if (!everUp) return refused(message.failure)
        // The process is of no use without a database: end it, and try again later as after a crash.
        return child?.kill()
      case 'damaged':
        return refused(message.failure)
      case 'secret-get':
      case 'secret-set': {
        const asker = child
        return void options.onSecret(message).then((answer) => child === asker && asker?.send(answer))
      }
      case 'stopped':
        return onStopped?.()
    }
  }

  function started(): void {
    up = true
    everUp = true
    failure = null
    options.onUp()
    const settled = (): void => {
      setState({ state: 'up', failure: null })
    }
    // After many crashes the banner stays until the engine has shown that it lives.
    if (state.state === 'failing') timer = setTimeout(settled, STEADY)
    else settled()
  }

  function refused(reason: Failure): void {
    const refusing = child
    child = null
    refusing?.kill()
    if (up) options.onGone()
    up = false
    void options.onRefused(reason).then((restore) => restore !== null && launch(restore))
  }

  function exit(code: number): void {
    if (child === null) return
    const hadStarted = up
    child = null
    up = false
    clearTimeout(timer)
    if (onStopped !== null) return onStopped()
    options.onGone()
    const next = afterCrash(history, performance.now(), hadStarted)
    history = next.history
    options.log.warn(`engine ended with ${code}; starting again in ${next.delay} ms`)
    const failing = next.failing || failure !== null
    setState(failing ? { state: 'failing', failure } : { state: 'restarting', failure: null })
    timer = setTimeout(() => launch(), next.delay)
  }

  async function stop(): Promise<void> {
    clearTimeout(timer)
    if (child === null) return
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, STOPPING_TIME)
      onStopped = () => {
        clearTimeout(limit)
        resolve()
      }
      child?.send({ kind: 'stop' })
    })
    const last = child as EngineChild<Port> | null
    child = null
    last?.kill()
  }

  launch()
  return {
    get state() {
      return state
    },
    get up() {
      return up
    },
    send: (message, ports) => up && child?.send(message, ports),
    stop,
  }
}
