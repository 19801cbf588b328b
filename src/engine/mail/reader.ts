import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { keepUnread, readMail } from './read.ts'
import type { ReadMail, ReadMails, UnreadMail } from './types.ts'

export interface ToReader {
  readonly seq: number
  readonly mails: readonly UnreadMail[]
  readonly own: readonly string[]
}
export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly seq: number; readonly mails: ReadMail[] }
  | { readonly kind: 'failed'; readonly seq: number }

/** The longest that an honest mail takes on a slow PC, in milliseconds; beside it, as much for each MB. */
const PATIENCE = 10_000
/** In MB. A mail that needs more is kept unread rather than bringing the engine down. */
const MEMORY = 768

export interface Reader {
  readonly read: ReadMails
  /** Begins to start the thread, for reading is about to begin. */
  warm(): void
  /** Resolves with whether the thread runs, once that is known. */
  isReady(): Promise<boolean>
}

/**
 * Reads mails in a thread of its own; until that runs, or where it can't, in this one. A mail on which the thread hangs or
 * breaks is kept unread, and the thread is started anew for the next.
 */
export function createReader(patience = PATIENCE): Reader {
  let thread: Thread | null = null
  let isAvailable = true

  function warm(): void {
    if (!isAvailable || thread !== null) return
    const file = threadFile()
    if (file === null) {
      isAvailable = false
      return
    }
    thread = startThread(file, (wasReady) => {
      thread = null
      // One that never ran would never run.
      if (!wasReady) isAvailable = false
    })
  }

  async function readOne(mail: UnreadMail, own: readonly string[]): Promise<ReadMail> {
    warm()
    if (thread === null) return readMail(mail, new Set(own))
    await thread.ready
    const read = await thread?.ask([mail], own, patienceFor([mail]))
    return read?.[0] ?? keepUnread(mail)
  }

  function patienceFor(mails: readonly UnreadMail[]): number {
    const bytes = mails.reduce((sum, { raw }) => sum + raw.length, 0)
    return patience * (1 + bytes / 1_048_576)
  }

  return {
    warm,
    async isReady() {
      warm()
      await thread?.ready
      return thread !== null
    },
    async read(mails, own) {
      warm()
      if (thread?.isReady() === true) {
        const read = await thread.ask(mails, own, patienceFor(mails))
        if (read !== null) return read
        // One of them did it; alone, each shows what it is.
        const apart: ReadMail[] = []
        for (const mail of mails) apart.push(await readOne(mail, own))
        return apart
      }
      const here: ReadMail[] = []
      for (const mail of mails) here.push(await readMail(mail, new Set(own)))
      return here
    },
  }
}

interface Thread {
  readonly ready: Promise<void>
  isReady(): boolean
  /** Null when it had to be stopped. */
  ask(mails: readonly UnreadMail[], own: readonly string[], patience: number): Promise<ReadMail[] | null>
}

function startThread(file: URL, ended: (wasReady: boolean) => void): Thread {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  const waiting = new Map<number, (read: ReadMail[] | null) => void>()
  let seq = 0
  let isReady = false
  let tellReady = (): void => {}
  const ready = new Promise<void>((resolve) => (tellReady = resolve))

  worker.on('message', (message: FromReader) => {
    if (message.kind === 'ready') {
      isReady = true
      return tellReady()
    }
    waiting.get(message.seq)?.(message.kind === 'read' ? message.mails : null)
    waiting.delete(message.seq)
  })
  // What it throws when it ends is no news: 'exit' tells everybody who waits.
  worker.on('error', () => {})
  worker.on('exit', () => {
    ended(isReady)
    tellReady()
    for (const tell of waiting.values()) tell(null)
  })

  // It must not keep the engine alive; listening had made it do so.
  worker.unref()

  return {
    ready,
    isReady: () => isReady,
    ask(mails, own, patience) {
      return new Promise((resolve) => {
        const id = ++seq
        const timer = setTimeout(() => void worker.terminate(), patience)
        waiting.set(id, (read) => {
          clearTimeout(timer)
          resolve(read)
        })
        worker.postMessage({ seq: id, mails: mails.map(detached), own } satisfies ToReader)
      })
    },
  }
}

/** Of its own memory: a view on a large buffer would take the whole of that along. */
function detached({ raw, keywords }: UnreadMail): UnreadMail {
  return { raw: raw.byteLength === raw.buffer.byteLength ? raw : new Uint8Array(raw), keywords }
}

/** Beside this file when run from its source, beside the engine when bundled. */
function threadFile(): URL | null {
  const places = ['./reader-worker.ts', './mail-reader.js', '../mail-reader.js']
  return places.map((place) => new URL(place, import.meta.url)).find((file) => existsSync(file)) ?? null
}
