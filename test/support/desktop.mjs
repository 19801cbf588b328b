// A private desktop for tests in real Electron: X display, session bus, key store and notification daemon, all of
// their own, so that nothing reaches the person's desktop, keyring or notifications. Linux only.
// Plain JavaScript with types beside it (desktop.d.mts): Playwright's tests and the benchmarks both use it.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startVirtualDisplay } from '../../scripts/lib/display.mjs'
import { provideElectron } from '../../scripts/lib/electron.mjs'
import { electronFlags } from '../../scripts/lib/open-app.mjs'
import { run } from '../../scripts/lib/run.mjs'

const PATIENCE = 10_000
const RECORD = '\x1e'
const FIELD = '\x1f'

/** `npm test` names the Electron to test; a test that is run by itself looks for it in the same way. */
export async function electronToTest() {
  const executablePath = process.env.BELOFTE_ELECTRON || (await provideElectron()).executable
  return { executablePath, flags: electronFlags() }
}

export async function startDesktop({ width = 1440, height = 900 } = {}) {
  // Short: a socket path may have 107 characters.
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-'))
  const children = []
  const display = await startVirtualDisplay({ width, height })
  const env = {
    ...display.env,
    XDG_RUNTIME_DIR: folder,
    XDG_CURRENT_DESKTOP: 'GNOME',
    XDG_SESSION_TYPE: 'x11',
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(folder, 'bus')}`,
  }
  const desk = {
    folder,
    // The key store and dunst keep files in the home folder: give them another one.
    env: {
      ...process.env,
      ...env,
      XDG_DATA_HOME: path.join(folder, 'data'),
      XDG_CONFIG_HOME: path.join(folder, 'config'),
    },
    children,
    log: path.join(folder, 'notifications'),
  }
  const stop = async () => {
    for (const child of children.toReversed()) await end(child)
    display.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await startBus(desk)
    await Promise.all([startKeyStore(desk), startNotifications(desk)])
  } catch (error) {
    await stop()
    throw error
  }
  const dunstctl = async (...args) => (await run('dunstctl', args, { quiet: true, env: desk.env })).stdout.trim()
  const notifications = async () => parseNotifications(await readFile(desk.log, 'utf8').catch(() => ''))
  return {
    env,
    electronArgs: ['--password-store=gnome-libsecret'],
    notifications,
    waitForNotification: (matches, timeout = PATIENCE) =>
      until(async () => (await notifications()).find(matches), timeout, 'no such notification appeared'),
    displayedCount: async () => Number(await dunstctl('count', 'displayed')),
    clickNotification: () => dunstctl('action', '0'),
    closeNotifications: () => dunstctl('close-all'),
    stop,
  }
}

async function startBus(desk) {
  // The system's own session configuration, but for the address.
  start(desk, 'dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${desk.env.DBUS_SESSION_BUS_ADDRESS}`])
  await until(() => busReplies(desk, 'GetId'), PATIENCE, 'the session bus did not start')
}

async function startKeyStore(desk) {
  const child = start(desk, 'gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], 'pipe')
  child.stdin.end('\n') // the password of a new, empty keyring
  await nameOnBus(desk, 'org.freedesktop.secrets')
}

async function startNotifications(desk) {
  const script = path.join(desk.folder, 'record')
  await writeFile(script, recordScript(desk.log), { mode: 0o755 })
  const config = path.join(desk.folder, 'dunstrc')
  // Nothing times out by itself: a test decides what happens to a notification.
  await writeFile(
    config,
    `[global]\nnotification_limit = 0\nidle_threshold = 0\n[all]\nsummary = "*"\nscript = ${script}\ntimeout = 0\noverride_dbus_timeout = 0\n`,
  )
  start(desk, 'dunst', ['-config', config])
  await nameOnBus(desk, 'org.freedesktop.Notifications')
}

/** dunst runs this for each notification. Its own history lists only those that were closed already. */
function recordScript(log) {
  const fields = ['DUNST_ID', 'DUNST_APP_NAME', 'DUNST_SUMMARY', 'DUNST_BODY', 'DUNST_URGENCY']
  const format = `${fields.map(() => '%s').join('\\037')}\\036`
  return `#!/bin/sh\nprintf '${format}' ${fields.map((name) => `"$${name}"`).join(' ')} >> '${log}'\n`
}

export function parseNotifications(text) {
  return text
    .split(RECORD)
    .slice(0, -1)
    .map((record) => {
      const [id, app, summary, body, urgency] = record.split(FIELD)
      return { id: Number(id), app, summary, body, urgency }
    })
}

function start(desk, command, args, stdin = 'ignore') {
  const child = spawn(command, args, { env: desk.env, stdio: [stdin, 'ignore', 'ignore'] })
  child.on('error', () => {}) // not installed: the wait for it says so
  child.unref()
  process.once('exit', () => child.kill())
  desk.children.push(child)
  return child
}

function end(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.ref()
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 2000).unref()
  })
}

function nameOnBus(desk, name) {
  return until(
    () => busReplies(desk, 'GetNameOwner', `string:${name}`),
    PATIENCE,
    `${name} did not appear on the session bus`,
  )
}

async function busReplies(desk, method, ...args) {
  const target = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  const { code } = await run('dbus-send', [...target, `org.freedesktop.DBus.${method}`, ...args], {
    quiet: true,
    env: desk.env,
  })
  return code === 0
}

async function until(probe, timeout, complaint) {
  const end = Date.now() + timeout
  for (;;) {
    const result = await probe()
    if (result) return result
    if (Date.now() > end) throw new Error(`${complaint} within ${timeout / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
