import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { electronToTest } from '../../support/desktop.mjs'
import type { Desktop } from '../../support/desktop.mjs'

// Starts the built program (out/) in the real Electron, as a user's PC would: own profile, own desktop.

export const APP = resolve(import.meta.dirname, '../../..')

export interface StartOptions {
  readonly profile: string
  readonly args?: readonly string[]
  /** nl_NL.UTF-8 unless said otherwise. */
  readonly locale?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A folder for one test; `remove` deletes it. */
export async function makeProfile(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'belofte-'))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts the program under Playwright. */
export async function startProgram(desktop: Desktop, options: StartOptions): Promise<ElectronApplication> {
  const { executablePath, flags } = await electronToTest()
  return _electron.launch({
    executablePath,
    args: [...flags, ...argumentsFor(desktop, options)],
    env: environment(desktop, options),
  })
}

/** The main window with its first screen filled: html[data-ready] is set by the screen itself. */
export async function mainWindow(app: ElectronApplication): Promise<Page> {
  const window = await app.firstWindow()
  await window.locator('html[data-ready]').waitFor()
  return window
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program to its end, without Playwright: for starts that are refused, and for unattended runs. */
export async function runToEnd(desktop: Desktop, options: StartOptions): Promise<Ended> {
  const { executablePath, flags } = await electronToTest()
  const child = spawn(executablePath, [...flags, ...argumentsFor(desktop, options)], {
    env: { ...environment(desktop, options), BELOFTE_UNATTENDED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

function argumentsFor(desktop: Desktop, { profile, args = [] }: StartOptions): string[] {
  return [...desktop.electronArgs, APP, `--profile=${profile}`, ...args]
}

function environment(desktop: Desktop, { locale = 'nl_NL.UTF-8', env = {} }: StartOptions): Record<string, string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    ...inherited,
    ...desktop.env,
    LANG: locale,
    LANGUAGE: locale,
    LC_ALL: locale,
    TZ: 'Europe/Amsterdam',
    ...env,
  }
}
