import { parentPort } from 'node:worker_threads'
import { readMail } from './read.ts'
import type { FromReader, ToReader } from './reader.ts'
import type { ReadMail } from './types.ts'

// A thread of its own, so that reading ten thousand mails holds up nobody, and one that never ends can be stopped.

const port = parentPort!
const tell = (message: FromReader): void => port.postMessage(message)

port.on('message', ({ seq, mails, own }: ToReader) => {
  void readAll(mails, new Set(own)).then(
    (read) => tell({ kind: 'read', seq, mails: read }),
    () => tell({ kind: 'failed', seq }),
  )
})
tell({ kind: 'ready' })

async function readAll(mails: ToReader['mails'], own: ReadonlySet<string>): Promise<ReadMail[]> {
  const read: ReadMail[] = []
  for (const mail of mails) read.push(await readMail(mail, own))
  return read
}
