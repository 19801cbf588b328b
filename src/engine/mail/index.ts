import { composeMail } from './compose.ts'
import { mailContent } from './content.ts'
import { createImapSource } from './imap.ts'
import { createReader } from './reader.ts'
import { createSmtpSender } from './smtp.ts'
import { createTestConnection } from './test-connection.ts'
import type { MailAdapters, MailTimings } from './types.ts'

// A line that swallows everything is noticed after look + answer: within three minutes.
const TIMINGS: MailTimings = { connect: 30_000, answer: 60_000, verdict: 600_000, look: 110_000 }

export interface MailOptions {
  /** Certificates of authorities trusted beside the built-in ones, as PEM. */
  readonly authorities?: readonly string[]
  readonly timings?: Partial<MailTimings>
}

/** The real thing: IMAP, SMTP and MIME. */
export function createMail(options: MailOptions = {}): MailAdapters {
  const timings = { ...TIMINGS, ...options.timings }
  const authorities = options.authorities ?? []
  const reader = createReader()
  const source = createImapSource(authorities, timings, reader.warm)
  const sender = createSmtpSender(authorities, timings)
  return {
    source,
    sender,
    read: reader.read,
    compose: composeMail,
    test: createTestConnection(source, sender),
    content: mailContent,
  }
}
