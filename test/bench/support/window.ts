import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { electronToTest } from '../../support/desktop.mjs'
import type { Desktop } from '../../support/desktop.mjs'
import { treeUse } from './process-tree.ts'
import type { TreeUse } from './process-tree.ts'

export const APP = resolve(import.meta.dirname, '../../..')
const PATIENCE = 60_000

export interface WindowToOpen {
  /** The app's folder, with a package.json. */
  readonly app: string
  readonly args?: readonly string[]
  /** What html[data-ready] must say; null for any document. */
  readonly ready: string | null
  /** Where the window opens, such as '#/queue'. */
  readonly place?: string
}

export interface OpenedWindow {
  /** Milliseconds from the start of the process until it is painted. */
  readonly took: number
  /** Lines of lists on screen. */
  readonly rows: number
  /** Of all its processes, right then or after it was at rest. */
  readonly use: TreeUse
}

/** Starts an app in the real Electron, measures until its first window is painted, and ends it. */
export async function openWindow(
  desktop: Desktop,
  { app, args = [], ready, place = '' }: WindowToOpen,
  { restFor = 0 }: { readonly restFor?: number } = {},
): Promise<OpenedWindow> {
  const { executablePath, flags } = await electronToTest()
  const observer = JSON.stringify(join(import.meta.dirname, 'observe.cjs'))
  const start = performance.now()
  const child = spawn(executablePath, [...flags, ...desktop.electronArgs, app, ...args], {
    // A machine without a desktop lacks the system's bus and a graphics card, and Chromium says so at length.
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...desktop.env,
      LANG: 'nl_NL.UTF-8',
      BELOFTE_UNATTENDED: '1',
      NODE_OPTIONS: `--require=${observer}`,
      BENCH_READY: ready ?? '',
      BENCH_PLACE: place,
    },
  })
  try {
    const { rows } = await observed(child)
    const took = performance.now() - start
    if (restFor > 0) await new Promise((done) => setTimeout(done, restFor))
    return { took, rows, use: await treeUse(child.pid!) }
  } finally {
    await end(child)
  }
}

/** What the observer in the app says of the first window. */
async function observed(child: ChildProcess): Promise<{ readonly rows: number }> {
  const lines = createInterface({ input: child.stdout! })
  const said = new Promise<{ rows: number }>((settle, refuse) => {
    lines.on('line', (line) => {
      if (line.startsWith('bench: ')) settle(JSON.parse(line.slice(7)) as { rows: number })
    })
    child.once('exit', (code) => refuse(new Error(`it ended with ${code} before its window was there`)))
    setTimeout(() => refuse(new Error(`no window within ${PATIENCE / 1000} s`)), PATIENCE).unref()
  })
  return said.finally(() => lines.removeAllListeners())
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(timer)
}

/** An app with one empty window: what Electron itself costs. */
export async function makeBlankApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'blank', version: '1.0.0', main: 'main.cjs' }))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Blank</title><body></body>')
  await writeFile(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.setPath('userData', require('node:path').join(__dirname, 'window'))
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'))
`,
  )
  return folder
}
