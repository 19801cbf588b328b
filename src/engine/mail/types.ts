import type { Failure } from '../../shared/contract/failure.ts'
import type { Mailbox, ServerSettings } from '../../shared/contract/mail.ts'
import type { MailJudgement } from '../../shared/domain/mail-judgement.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Instant, ZoneName } from '../../shared/domain/time.ts'

// What services know of the world of protocols. They get an object of these types and never see IMAP, SMTP or MIME.

/** Everything that talks to mail servers or reads mail. The practice business has one without a network. */
export interface MailAdapters {
  readonly source: MailSource
  readonly sender: MailSender
  readonly read: ReadMails
  readonly compose: ComposeMail
  readonly test: TestConnection
  readonly content: MailContent
}

export interface ServerLogin {
  readonly server: ServerSettings
  readonly password: string
}

/** Where mail comes from, and where the Sent copy goes. */
export interface MailSource {
  /** Fails with what is wrong: host, connection, certificate, TLS or password. */
  open(login: ServerLogin): Promise<Result<SourceSession, Failure>>
}

export interface FolderState {
  /** Decimal text: it may be larger than a number can hold. */
  readonly uidValidity: string
  /** Every mail that is in the folder now has a lower UID. */
  readonly uidNext: number
}

export interface FetchedMail {
  readonly uid: number
  /** When the server received it; null when it doesn't say. */
  readonly receivedAt: Instant | null
  /** Flags and keywords of the server, such as '$Junk'. */
  readonly keywords: readonly string[]
  /** As it came over the wire. */
  readonly raw: Uint8Array
}

/**
 * One connection. Reading leaves the mailbox as found: folders are opened read-only and no flag is set.
 * Each call ends within its watchdog's time. After a failure that is not folder-missing or server-said-no the session is over.
 */
export interface SourceSession {
  /** Names of all folders that can hold mail. */
  folders(): Promise<Result<readonly string[], Failure>>
  /** Opens a folder for the calls below. Fails with folder-missing. */
  openFolder(path: string): Promise<Result<FolderState, Failure>>
  /** UIDs in the open folder, ascending: those above one, or of mails received on or after the day of `since`. */
  listMails(
    wanted: { readonly above: number } | { readonly since: Instant },
  ): Promise<Result<readonly number[], Failure>>
  /** Hands over the mails one by one; the server waits while `take` does. Those that are gone meanwhile are left out. */
  fetchMails(uids: readonly number[], take: (mail: FetchedMail) => Promise<void>): Promise<Result<null, Failure>>
  /**
   * Returns when the open folder changed, `wake` aborted or the time for one look passed, and proves on return that the
   * connection is alive.
   */
  waitForChange(wake: AbortSignal): Promise<Result<null, Failure>>
  /** Puts identical bytes in the Sent folder, unless a mail with this Message-ID is there. Fails with folder-missing when there is no Sent folder. */
  keepSentCopy(messageId: string, raw: Uint8Array, at: Instant): Promise<Result<null, Failure>>
  /** Whether the Sent folder holds a mail with this Message-ID; false as well when there is no Sent folder. */
  wasSent(messageId: string): Promise<Result<boolean, Failure>>
  /** Sets \Answered. Does nothing when the mail is gone or the folder was made anew. */
  markAnswered(mail: {
    readonly path: string
    readonly uidValidity: string
    readonly uid: number
  }): Promise<Result<null, Failure>>
  /** Never fails and never takes long. */
  close(): Promise<void>
}

/** Where mail goes. */
export interface MailSender {
  open(login: ServerLogin): Promise<Result<SenderSession, Failure>>
}

export interface Envelope {
  readonly from: string
  readonly recipients: readonly string[]
}

export interface RefusedRecipient {
  readonly address: string
  readonly failure: Failure
}

export type SendOutcome =
  /** The server took it over for at least one recipient. */
  | { readonly kind: 'accepted'; readonly refused: readonly RefusedRecipient[] }
  /** Nobody got it. `permanent`: trying again would fail again. */
  | { readonly kind: 'not-sent'; readonly permanent: boolean; readonly failure: Failure }
  /** The connection broke when the server may have had it all. It must not be sent again blindly. */
  | { readonly kind: 'uncertain'; readonly failure: Failure }

export interface SenderSession {
  /**
   * `beforeData` is awaited when the server is ready for the content and before the first byte of it leaves: the place to
   * record that from now on a crash makes the outcome uncertain. When it throws, nothing is sent and the error passes through.
   */
  send(envelope: Envelope, raw: Uint8Array, beforeData: () => Promise<void>): Promise<SendOutcome>
  close(): void
}

export interface AttachmentFacts {
  /** Among the mail's attachments, from 0: the handle by which its bytes are read later. */
  readonly position: number
  readonly name: string | null
  /** What its kind of file usually ends in, without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** Bytes after decoding. */
  readonly size: number
}

export interface UnreadMail {
  readonly raw: Uint8Array
  readonly keywords: readonly string[]
}

/** A mail with everything about it that needs no database. */
export interface ReadMail {
  readonly raw: {
    /** Of the bytes before compression, in hex. */
    readonly sha256: string
    /** Bytes before compression. */
    readonly size: number
    readonly gzip: Uint8Array
  }
  /** Of what its writer made, without what servers add: equal for two copies of one message. */
  readonly fingerprint: string
  readonly attachments: readonly AttachmentFacts[]
  readonly judgement: MailJudgement
}

/** Reads mails, in their order. Never fails; @param own our addresses, in lower case */
export type ReadMails = (mails: readonly UnreadMail[], own: readonly string[]) => Promise<ReadMail[]>

/** Content that is read from the raw mail when somebody looks. Null when the mail has no such thing. */
export interface MailContent {
  /** Inline images as data: URLs; otherwise as it came, so hostile. */
  html(raw: Uint8Array): Promise<string | null>
  attachment(raw: Uint8Array, position: number): Promise<Uint8Array | null>
}

/** A mail that we are about to owe the wire. */
export interface MailDraft {
  /** The Message-ID is made from it, so composing the same contact twice gives the same mail. */
  readonly contactId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  /** Complete, with its signature. The HTML alternative is made from it. */
  readonly text: string
  readonly date: Instant
  /** The zone of the business, for the offset in Date. */
  readonly zone: ZoneName
  /** The mail it answers and the chain before it, without angle brackets, oldest first. */
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** Sent by the program itself: marked so that no robot answers it. */
  readonly automatic: boolean
  readonly attachments?: readonly DraftAttachment[]
}

export interface DraftAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface ComposedMail {
  /** Without angle brackets. */
  readonly messageId: string
  readonly envelope: Envelope
  /** Final bytes, CRLF line ends. */
  readonly raw: Uint8Array
}

export type ComposeMail = (draft: MailDraft) => Promise<ComposedMail>

/** Tries both servers and every chosen folder. Fails with what is wrong; `detail.server` says where: 'imap' or 'smtp'. */
export type TestConnection = (
  mailbox: Mailbox,
  password: string,
) => Promise<Result<{ readonly folders: readonly string[] }, Failure>>

/** Milliseconds. Tests shorten them. */
export interface MailTimings {
  /** DNS, TCP and TLS together. */
  readonly connect: number
  /** The longest silence of a server that owes us an answer. */
  readonly answer: number
  /** The same after a whole mail was handed over: servers may check it for minutes (RFC 5321, 4.5.3.2.6). */
  readonly verdict: number
  /** How long one IDLE lasts before the line is proved to be alive; without IDLE, how often we ask. */
  readonly look: number
}
