import type { ServerSettings } from '../../../src/shared/contract/mail.ts'

/** Where both sides take their mails from. */
export interface Source {
  readonly server: ServerSettings
  readonly password: string
  /** File with the certificate of the authority that vouches for the server. */
  readonly authorityFile: string
}

/** A process of its own that takes in mail. */
export interface Side {
  readonly pid: number
  /** Takes in all mails of a folder; resolves when they can be found. */
  takeIn(folder: string): Promise<void>
  /** Ends it, and throws when not exactly `count` mails can be found. */
  stop(count: number): Promise<void>
}
