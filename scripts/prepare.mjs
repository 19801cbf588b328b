// Everything that must be there before the app or its tests can run. Uses Node's own modules only: on a fresh clone
// nothing else is installed yet.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { needsVirtualDisplay } from './lib/display.mjs'
import { provideElectron } from './lib/electron.mjs'
import { providePackages } from './lib/packages.mjs'
import { Problem, runScript, say } from './lib/say.mjs'
import { provideSystemLibraries } from './lib/system-libraries.mjs'

/** @returns the Electron to run, see lib/electron.mjs */
export async function prepare({ virtualDisplay = needsVirtualDisplay(), testPackages = [] } = {}) {
  checkNode()
  await providePackages()
  const electron = await provideElectron()
  await provideSystemLibraries({ executable: electron.executable, virtualDisplay, testPackages })
  return electron
}

export function checkNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= 20) return
  throw new Problem(
    `Belofte needs Node.js 20 or newer, and this is ${version}. Install a newer one from your usual source and run the same command again.`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const { executable } = await prepare()
    say(`Ready. Electron: ${path.normalize(executable)}`)
  })
}
