import type { ServerSettings } from '../../../src/shared/contract/mail.ts'

/** Where a side takes its mails from, and where it puts them. */
export interface Intake {
  readonly count: number
  /** Empty. */
  readonly folder: string
  readonly server: ServerSettings
  readonly password: string
  /** Certificate of the authority that vouches for the server, as PEM. */
  readonly authority: string
}
