// Where things are. Pure functions of platform and environment, so that every branch can be tested on any machine.
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const modulesDir = path.join(root, 'node_modules')

/** The folder for what can always be fetched again. Outside node_modules, so that `npm ci` leaves it alone. */
export function cacheDir(platform = process.platform, env = process.env, home = os.homedir()) {
  if (platform === 'win32') {
    return path.win32.join(env.LOCALAPPDATA || path.win32.join(home, 'AppData', 'Local'), 'belofte', 'cache')
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Caches', 'belofte')
  // The XDG specification says that a relative value must be ignored.
  const base = env.XDG_CACHE_HOME && path.posix.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : undefined
  return path.posix.join(base ?? path.posix.join(home, '.cache'), 'belofte')
}

/** Electron's executable inside a distribution folder. */
export function electronExecutable(platform = process.platform) {
  if (platform === 'win32') return 'electron.exe'
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}

/** The JavaScript file behind a package's command, so that it can be run with a chosen Node on every platform. */
export function packageFile(...parts) {
  return path.join(modulesDir, ...parts)
}
