import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../../support/desktop.mjs'
import type { Desktop } from '../../support/desktop.mjs'
import { Dovecot } from '../../support/dovecot.ts'
import { TestSmtp } from '../../support/smtp.ts'
import { mainWindow, makeProfile, startProgram } from './program.ts'
import { provisionFor } from './shop.ts'

/** A shop with its mail servers, open on a desktop of its own. */
export interface OpenShop {
  readonly desktop: Desktop
  readonly dovecot: Dovecot
  readonly smtp: TestSmtp
  /** The profile's folder. */
  readonly profile: string
  readonly app: ElectronApplication
  readonly window: Page
  /** Ends the program and the servers, and removes the profile. */
  close(): Promise<void>
}

/** Sets the shop up unattended from a file, and opens its main window. */
export async function openShop(): Promise<OpenShop> {
  const desktop = await startDesktop()
  const dovecot = await Dovecot.start()
  const smtp = await TestSmtp.start()
  const profile = await makeProfile()
  const provision = join(profile.path, 'winkel.json')
  await writeFile(provision, JSON.stringify(provisionFor(dovecot, smtp)))
  const app = await startProgram(desktop, {
    profile: profile.path,
    args: [`--provision=${provision}`],
    env: { SHOP_PASSWORD: dovecot.password },
  })
  return {
    desktop,
    dovecot,
    smtp,
    profile: profile.path,
    app,
    window: await mainWindow(app),
    async close() {
      await app.close()
      await smtp.stop()
      await dovecot.stop()
      await desktop.stop()
      await profile.remove()
    },
  }
}
