import { parentPort } from 'node:worker_threads'
import { readMail } from '../../src/engine/mail/read.ts'
import { pack } from '../../src/engine/mail/reader-wire.ts'
import type { ToReader } from '../../src/engine/mail/reader-wire.ts'

// A reading thread that never comes back from a mail that says "hang", and dies of one that says "die".

const port = parentPort!
port.on('message', ({ seq, mails }: ToReader) => {
  const text = mails.map(({ raw }) => Buffer.from(raw).toString()).join('')
  if (text.includes('Subject: die')) process.exit(1)
  while (text.includes('Subject: hang'));
  void Promise.all(mails.map((mail) => readMail(mail, new Set()))).then((read) =>
    port.postMessage({ kind: 'read', seq, packed: pack(read) }),
  )
})
port.postMessage({ kind: 'ready' })
