import type { ElectronApplication, Page } from '@playwright/test'
import type { Desktop } from '../../support/desktop.mjs'
import { mainWindow, startProgram } from './program.ts'

/** Opens the practice business in `profile`, with somebody at the desk. */
export async function openPractice(
  desktop: Desktop,
  profile: string,
  options: { readonly cases?: number; readonly locale?: string } = {},
): Promise<{ readonly app: ElectronApplication; readonly window: Page }> {
  const { cases = 60, locale = 'nl_NL.UTF-8' } = options
  const app = await startProgram(desktop, { profile, args: [`--demo=${cases}`], locale })
  const window = await mainWindow(app)
  return { app, window }
}
