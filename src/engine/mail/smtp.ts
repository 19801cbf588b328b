import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection'
import { fail, ok } from '../../shared/domain/result.ts'
import { mailFailure } from './failures.ts'
import { plainTextRefusal, tlsOptions } from './tls.ts'
import type { ExtraAuthorities } from './tls.ts'
import type { MailSender, MailTimings, SenderSession, SendOutcome, ServerLogin } from './types.ts'

export function createSmtpSender(authorities: ExtraAuthorities, timings: MailTimings): MailSender {
  return {
    async open(login) {
      const refusal = plainTextRefusal(login.server, 'smtp')
      if (refusal !== null) return fail(refusal)
      const connection = createConnection(login, authorities, timings)
      // One listener for its whole life: an error between two mails must not end the process.
      connection.on('error', () => {})
      try {
        await connect(connection)
        await logIn(connection, login)
        return ok(createSession(connection, login, timings))
      } catch (error) {
        connection.close()
        return fail(mailFailure(error, login.server, 'smtp'))
      }
    },
  }
}

function createConnection(
  { server }: ServerLogin,
  authorities: ExtraAuthorities,
  timings: MailTimings,
): SMTPConnection {
  return new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    tls: tlsOptions(server, authorities),
    connectionTimeout: timings.connect,
    greetingTimeout: timings.answer,
    socketTimeout: timings.answer,
    // The name of this PC is nobody's business.
    name: '[127.0.0.1]',
    logger: false,
  })
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('closed before it was ready')))
    connection.connect((error) => (error === undefined ? resolve() : reject(error)))
  })
}

function logIn(connection: SMTPConnection, { server, password }: ServerLogin): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('closed while logging in')))
    // A server on this PC may want no password; one that wants it says so when it gets a mail.
    if (!connection.allowsAuth) return resolve()
    connection.login({ user: server.user, pass: password }, (error) => (error === null ? resolve() : reject(error)))
  })
}

function createSession(connection: SMTPConnection, login: ServerLogin, timings: MailTimings): SenderSession {
  const ended = new Promise<{ error: unknown }>((resolve) => {
    connection.once('end', () => resolve({ error: new Error('closed') }))
  })
  return {
    async send(envelope, raw, beforeData) {
      const content = createContent(connection, raw, beforeData, timings)
      const wire = { from: envelope.from, to: [...envelope.recipients], size: raw.length }
      const answered = new Promise<{ info: SMTPConnectionSendInfo } | { error: unknown }>((resolve) => {
        connection.send(wire, content.stream, (error, info) => resolve(error === null ? { info } : { error }))
      })
      const sent = await Promise.race([answered, ended])
      if (content.refusal() !== null) throw content.refusal()
      return 'info' in sent ? accepted(sent.info, login) : judge(sent.error, content.isComplete(), login)
    },
    close: () => connection.quit(),
  }
}

function accepted(info: SMTPConnectionSendInfo, { server }: ServerLogin): SendOutcome {
  const refused = info.rejectedErrors ?? []
  return {
    kind: 'accepted',
    refused: refused.map((error) => ({ address: error.recipient ?? '', failure: mailFailure(error, server, 'smtp') })),
  }
}

/** A reply code settles it. Without one, only a mail whose last byte never left is certain not to have arrived. */
function judge(error: unknown, complete: boolean, login: ServerLogin): SendOutcome {
  const failure = mailFailure(error, login.server, 'smtp')
  const { code, responseCode, permanent } = error as { code?: string; responseCode?: number; permanent?: boolean }
  if (responseCode !== undefined) return { kind: 'not-sent', permanent: permanent === true, failure }
  if (complete) return { kind: 'uncertain', failure }
  return { kind: 'not-sent', permanent: code === 'EMESSAGE' || code === 'EENVELOPE', failure }
}

/**
 * The mail as a stream, since nodemailer starts to read it at the very moment at which the server said "go ahead".
 * The end is held back until everything before it has left this process: a line that broke before that certainly
 * did not carry the final dot.
 */
function createContent(
  connection: SMTPConnection,
  raw: Uint8Array,
  beforeData: () => Promise<void>,
  timings: MailTimings,
) {
  let refusal: unknown = null
  let complete = false
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      await beforeData()
    } catch (error) {
      refusal = error
      // Closing is the only way out of DATA that doesn't deliver an empty mail.
      connection.close()
      return await never
    }
    yield raw
    await handedOver(connection)
    complete = true
    const socket = connection._socket
    if (socket) socket.setTimeout(timings.verdict)
  }
  return { stream: Readable.from(bytes()), refusal: () => refusal, isComplete: () => complete }
}

const never = new Promise<never>(() => {})

/** Time for a server that breaks off in the middle to be heard, before the final dot makes that a riddle. Milliseconds. */
const LISTEN = 50

/** Waits until nothing is left in this process; for ever once the line is broken, for then the end must not go out. */
async function handedOver(connection: SMTPConnection): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LISTEN))
    const socket = connection._socket
    if (!socket || socket.destroyed || !socket.writable) return await never
    if (socket.writableLength === 0) return
  }
}
