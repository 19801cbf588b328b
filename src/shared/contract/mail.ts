import { z } from 'zod'
import { MOST_ATTACHED, MOST_ATTACHMENTS } from '../domain/attachments.ts'
import { TEMPLATE_KINDS } from '../domain/template.ts'
import type { Template } from '../domain/template.ts'
import type { OutboxState } from '../domain/contact.ts'
import type { Instant } from '../domain/time.ts'
import { formOfAddressInput, languageInput } from './business.ts'
import { command, filledLine, id, line, nothing, query, returns, text } from './define.ts'
import type { Failure } from './failure.ts'
import { promiseInput } from './promises.ts'

const port = z.int().min(1).max(65_535)
/** implicit: TLS from the first byte. starttls: required, never skipped. none: only to this PC itself. */
export const TLS_MODES = ['implicit', 'starttls', 'none'] as const

export const serverInput = z.strictObject({
  host: filledLine,
  port,
  tls: z.enum(TLS_MODES),
  user: filledLine,
})
export type ServerSettings = z.infer<typeof serverInput>

export const mailboxInput = z.strictObject({
  id,
  /** What staff call it, such as "info". */
  name: filledLine,
  address: z.email(),
  /** The name that customers see as the sender. */
  fromName: line,
  /** Other addresses that arrive here and are ours too. */
  aliases: z.array(z.email()).max(50),
  imap: serverInput,
  smtp: serverInput,
  /** Folders that are read. */
  folders: z.array(filledLine).min(1).max(50),
  /** How far back the first synchronisation goes, in days. */
  firstSyncDays: z.int().min(0).max(3_650),
  active: z.boolean(),
})
export type Mailbox = z.infer<typeof mailboxInput>

/** `hasPassword` stands in for the password, which never comes back from the engine. */
export interface MailboxView extends Mailbox {
  readonly hasPassword: boolean
}

export interface OutboxRow {
  readonly outboxId: string
  readonly contactId: string
  readonly caseId: string
  readonly customerName: string
  readonly subject: string
  readonly to: readonly string[]
  readonly state: OutboxState
  readonly createdAt: Instant
  readonly nextTryAt: Instant | null
  readonly attempts: number
  readonly failure: Failure | null
  /** Recipients that the server refused while it took the mail for others. */
  readonly refused: readonly { readonly address: string; readonly failure: Failure }[]
}

/** A file that goes along with a reply. */
const attachmentInput = z.strictObject({
  name: filledLine,
  mediaType: z.string().max(200),
  base64: z.base64().max(Math.ceil(MOST_ATTACHED / 3) * 4),
})

export const replyInput = z.strictObject({
  /** Minted by the screen; sending the same contact twice does it once. */
  contactId: id,
  caseId: id,
  mailboxId: id,
  to: z.array(z.email()).min(1).max(20),
  cc: z.array(z.email()).max(20),
  subject: filledLine,
  text: text.min(1),
  attachments: z
    .array(attachmentInput)
    .max(MOST_ATTACHMENTS)
    .refine((all) => all.reduce((sum, one) => sum + one.base64.length * 0.75, 0) <= MOST_ATTACHED + 3 * all.length, {
      error: 'too large together',
    })
    .optional(),
  promise: promiseInput.nullable(),
  /** Promises that this reply keeps. */
  keeps: z.array(id).max(50),
  /** The promise that the one made here replaces. */
  renegotiates: id.nullable(),
  /** Why the promise that is replaced could not be kept, in plain words. */
  cause: line.nullable().default(null),
  templateId: line.nullable(),
  /** Nothing is owed after this reply: the case is done. Refused with promise-live when it leaves one. */
  closes: z.boolean(),
})
export type Reply = z.infer<typeof replyInput>

const templateInput = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  language: languageInput,
  address: formOfAddressInput,
  title: filledLine,
  body: text,
})

export const mailEntries = {
  'mailbox.list': query(nothing, returns<readonly MailboxView[]>()),
  /** The password is kept in the system's key store; null leaves it as it is. */
  'mailbox.save': command(
    z.strictObject({ mailbox: mailboxInput, password: z.string().max(1_000).nullable() }),
    returns<null>(),
  ),
  'mailbox.remove': command(z.strictObject({ mailboxId: id }), returns<null>()),
  /** Tries both servers with what is on screen, saving nothing. Fails with what is wrong and at which server. */
  'mailbox.test': command(
    z.strictObject({ mailbox: mailboxInput, password: z.string().max(1_000).nullable() }),
    returns<{ readonly folders: readonly string[] }>(),
  ),
  'mailbox.sync-now': command(nothing, returns<null>()),
  'reply.send': command(replyInput, returns<{ readonly outboxId: string; readonly sendAt: Instant }>()),
  /** Takes a reply back while it has not been handed to the server; its promise is withdrawn with it. */
  'reply.undo': command(z.strictObject({ contactId: id }), returns<null>()),
  'outbox.list': query(nothing, returns<readonly OutboxRow[]>()),
  'outbox.retry': command(z.strictObject({ outboxId: id }), returns<null>()),
  /** A person looked and knows that an uncertain mail did arrive. */
  'outbox.mark-sent': command(z.strictObject({ outboxId: id }), returns<null>()),
  'outbox.withdraw': command(z.strictObject({ outboxId: id }), returns<null>()),
  'template.list': query(nothing, returns<readonly Template[]>()),
  /** How often a reply began with each template, by its id; those never used are left out. */
  'template.uses': query(nothing, returns<Readonly<Record<string, number>>>()),
  'template.save': command(templateInput.extend({ id }), returns<null>()),
  /** Adds those that aren't there yet word for word; `known` counts the others. */
  'template.import': command(
    z.strictObject({ templates: z.array(templateInput).max(2_000) }),
    returns<{ readonly added: number; readonly known: number }>(),
  ),
  'template.remove': command(z.strictObject({ templateId: id }), returns<null>()),
}
