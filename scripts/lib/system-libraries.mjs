// Whether Electron finds the system libraries that it needs; Windows and macOS bring them all.
import {
  aptDecision,
  DISPLAY_PACKAGES,
  installCommandFor,
  installPackages,
  missingPackages,
  SHELL_PACKAGES,
} from './debian.mjs'
import { run } from './run.mjs'
import { Problem, say } from './say.mjs'

/**
 * Makes sure that Electron can start, and that there is a virtual display when there is no real one.
 * @param {{executable: string, virtualDisplay: boolean, testPackages: string[]}} needs
 */
export async function provideSystemLibraries({ executable, virtualDisplay, testPackages }) {
  if (process.platform !== 'linux') return
  const packages = [...SHELL_PACKAGES, ...(virtualDisplay ? DISPLAY_PACKAGES : [])]
  const decision = aptDecision()
  if (decision === 'install') return installPackages([...packages, ...testPackages])

  const libraries = await missingLibraries(executable)
  const missing = decision === 'name' ? await missingPackages([...packages, ...testPackages]) : []
  if (libraries.length > 0) throw new Problem(librariesSentence(decision, libraries, missing))
  // Electron starts without these, but has no notifications or key store then.
  if (missing.length > 0) say(`Some parts will not work until you run: ${installCommandFor(missing)}`)
}

export function librariesSentence(decision, libraries, missing) {
  if (decision === 'name' && missing.length > 0) {
    return `Electron needs system libraries that are not installed. Run this, then the same command again: ${installCommandFor(missing)}`
  }
  return `Electron needs system libraries that are not installed: ${libraries.join(', ')}. Install them with your system's package manager and run the same command again.`
}

async function missingLibraries(executable) {
  try {
    return parseLdd((await run('ldd', [executable], { quiet: true })).stdout)
  } catch {
    return [] // without ldd nothing can be said before Electron itself says it
  }
}

export function parseLdd(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
}
