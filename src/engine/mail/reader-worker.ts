import { parentPort } from 'node:worker_threads'
import { readMail } from './read.ts'
import { pack } from './reader-wire.ts'
import type { FromReader, ToReader } from './reader-wire.ts'
import type { ReadMail } from './types.ts'

// A thread of its own, so that reading ten thousand mails holds up nobody, and one that never ends can be stopped.

const port = parentPort!

port.on('message', ({ seq, mails, own }: ToReader) => {
  void readAll(mails, new Set(own)).then(
    (read) => {
      const packed = pack(read)
      port.postMessage({ kind: 'read', seq, packed } satisfies FromReader, [packed.bytes.buffer])
    },
    () => port.postMessage({ kind: 'failed', seq } satisfies FromReader),
  )
})
port.postMessage({ kind: 'ready' } satisfies FromReader)

async function readAll(mails: ToReader['mails'], own: ReadonlySet<string>): Promise<ReadMail[]> {
  const read: ReadMail[] = []
  for (const mail of mails) read.push(await readMail(mail, own))
  return read
}
