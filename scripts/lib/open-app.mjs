// Starts Electron with the app, passes signals on, and hands back its exit code.
import { spawn } from 'node:child_process'
import os from 'node:os'
import { root } from './paths.mjs'

// After Ctrl-C the app has this long to save and close; then it is ended.
const CLOSING_TIME = 10_000

/** What must stand before the app folder. The sandbox stays on, except for root: Chromium refuses to start with it. */
export function electronFlags({ virtualDisplay = false, uid = process.getuid?.(), platform = process.platform } = {}) {
  const flags = []
  if (platform === 'linux' && uid === 0) flags.push('--no-sandbox')
  // A machine without a desktop has no session bus either; Chromium would report that many times.
  if (virtualDisplay) flags.push('--log-level=3')
  return flags
}

export function electronArguments({ appArguments, ...machine }) {
  return [...electronFlags(machine), root, ...appArguments]
}

export function electronEnv(extra = {}) {
  const env = { ...process.env, ...extra }
  // Set by some editors' terminals; Electron would start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  return env
}

export function openApp({ executable, args, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit', env })
    let timer
    const onSignal = (signal) => {
      // A terminal sends Ctrl-C to the app itself as well; a second SIGINT does no harm there.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      timer ??= setTimeout(() => child.kill('SIGKILL'), CLOSING_TIME)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
    const finish = (settle, value) => {
      clearTimeout(timer)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, onSignal)
      settle(value)
    }
    child.on('error', (error) => finish(reject, error))
    child.on('exit', (code, signal) => finish(resolve, exitCode(code, signal)))
  })
}

/** As shells count: a program ended by signal N gives 128 + N. */
export function exitCode(code, signal) {
  return code ?? 128 + (os.constants.signals[signal] ?? 0)
}
