import { z } from 'zod'
import { command, id, line, nothing, query, returns } from './define.ts'
import { OVERVIEW_TABLES, exportOptions } from './overview.ts'
import type { Failure } from './failure.ts'
import type { NagAct } from '../domain/nag-acts.ts'
import type { OutputOf } from './index.ts'
import type { ErasureReport } from './privacy.ts'

/** What the window should be showing: sent at start, and when a nag, the tray or a second start asks for it. */
export type Destination =
  | { readonly screen: 'today' | 'queue' | 'outbox' | 'overview' | 'settings' }
  /** `compose` opens the reply at once. */
  | {
      readonly screen: 'case'
      readonly caseId: string
      readonly compose?: true
      /** A nag about this promise leads here; `act` is what was chosen on the notification itself. */
      readonly nag?: { readonly promiseId: string; readonly act: NagAct | null }
    }
  | { readonly screen: 'phone-note'; readonly number: string | null }
  /** A page for the printer, out of sight: it becomes the PDF. */
  | {
      readonly screen: 'overview-print'
      readonly month: string
      readonly language: 'nl' | 'en'
      readonly names: boolean
    }

export interface DesktopInfo {
  readonly version: string
  readonly profile: string
  readonly practice: boolean
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** The language of the system, as far as Belofte speaks it. */
  readonly systemLanguage: 'nl' | 'en'
  /** False where the system has no key store: passwords then can't be kept. */
  readonly keyStore: boolean
}

/** What main does for the screen: the operating system's side. Same rules as the engine's table. */
export const desktopContract = {
  'desktop.info': query(nothing, returns<DesktopInfo>()),
  /** Asks where, writes there; false when the person changed their mind. */
  'desktop.save-attachment': command(z.strictObject({ attachmentId: id }), returns<boolean>()),
  'desktop.save-raw-mail': command(z.strictObject({ contactId: id }), returns<boolean>()),
  /** The shop's own templates as a file; false when the person changed their mind. */
  'desktop.export-templates': command(nothing, returns<boolean>()),
  /** Adds those of a file that the person chooses; null when they changed their mind. */
  'desktop.import-templates': command(nothing, returns<OutputOf<'template.import'> | null>()),
  /** Asks for a second folder for backups, and puts one there; false when the person changed their mind. */
  'desktop.choose-backup-folder': command(nothing, returns<boolean>()),
  /** Asks for the file of a backup; null when the person changed their mind. From here on the engine calls it 'chosen'. */
  'desktop.choose-backup': command(nothing, returns<{ readonly name: string; readonly sealed: boolean } | null>()),
  /** Asks whether to put it back, and does; false when the person changed their mind. */
  'desktop.restore-backup': command(
    z.strictObject({ name: z.string().max(200), password: z.string().max(1_000).nullable() }),
    returns<boolean>(),
  ),
  /** Asks where, and writes everything that is known of a customer there. */
  'desktop.export-customer': command(z.strictObject({ customerId: id }), returns<boolean>()),
  /** Asks whether to erase a customer, and does; null when the person changed their mind. */
  'desktop.erase-customer': command(z.strictObject({ customerId: id }), returns<ErasureReport | null>()),
  /** https, mailto and tel only, after a person saw the full address. */
  'desktop.open-external': command(z.strictObject({ url: z.string().max(4_000) }), returns<boolean>()),
  /** Opens the practice business in its own folder, or goes back to the real one: the app starts again. */
  'desktop.switch-practice': command(z.strictObject({ practice: z.boolean() }), returns<null>()),
  'desktop.open-phone-note': command(z.strictObject({ number: line.nullable() }), returns<null>()),
  /** Closes the window that asks: the phone note closes itself after saving. */
  'desktop.close-window': command(nothing, returns<null>()),
  /** Makes the overview as a file, asks where, and writes it there; false when the person changed their mind. */
  'desktop.export-overview': command(
    exportOptions.extend({ format: z.enum(['pdf', 'xlsx', 'csv']), table: z.enum(OVERVIEW_TABLES) }),
    returns<boolean>(),
  ),
  /** Makes the PDF and puts it in the outbox. */
  'desktop.mail-overview': command(exportOptions.extend({ to: z.email() }), returns<null>()),
  /** Asks for a folder; null when the person changed their mind. */
  'desktop.choose-folder': command(nothing, returns<string | null>()),
  /** Asks for a PNG or JPEG of at most 500 kB: a data: URL; null when the person changed their mind. */
  'desktop.choose-logo': command(nothing, returns<string | null>()),
  'desktop.test-notification': command(nothing, returns<boolean>()),
  /** Who sits here: nags and notes are recorded on this person. */
  'desktop.set-actor': command(z.strictObject({ staffId: id.nullable() }), returns<null>()),
}
export type DesktopContract = typeof desktopContract
export type DesktopCallName = keyof DesktopContract
export type DesktopInputOf<N extends DesktopCallName> = z.input<DesktopContract[N]['input']>
export type DesktopOutputOf<N extends DesktopCallName> = Exclude<DesktopContract[N]['output'], undefined>

/** Events that main sends to a window, beside those of the engine. */
export interface DesktopEventMap {
  readonly 'desktop.go': Destination
  /** The engine is gone, back, or keeps failing; calls meanwhile fail with engine-away. */
  readonly 'desktop.engine': { readonly state: 'up' | 'restarting' | 'failing'; readonly failure: Failure | null }
  /** Whether the system still shows our notifications. When it doesn't, nags can only be seen in the window. */
  readonly 'desktop.notifications': { readonly working: boolean }
}
