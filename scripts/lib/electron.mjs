// Which Electron to run. In this order: the one the user names, the one that is installed, the one from the official
// host, and on Linux x64 the development fallback. Every script (start, test, dev, package) asks here.
import { existsSync, promises as fs } from 'node:fs'
import path from 'node:path'
import { findFallback, isFallback, provideFallback } from './electron-fallback.mjs'
import { cacheDir, electronExecutable, packageFile } from './paths.mjs'
import { runTool } from './run.mjs'
import { Problem, say } from './say.mjs'

const DAY = 24 * 60 * 60 * 1000
// Connecting fails by itself within seconds; this ends a download that never does.
const DOWNLOAD_LIMIT = 10 * 60 * 1000

let announced = false

/**
 * @returns {Promise<{kind: 'override' | 'installed' | 'fallback', dist: string, executable: string}>}
 */
export async function provideElectron() {
  const found = await lookup(realSources())
  // Also when the user points at it: what is packaged depends on this.
  if (isFallback(found.dist)) found.kind = 'fallback'
  if (found.kind === 'fallback' && !announced) {
    announced = true
    say(
      'Electron: using the development fallback (Electron 33, never packaged for users), since the official download could not be reached.',
    )
  }
  return found
}

/** The order alone; each source resolves to a distribution folder or undefined. */
export async function lookup(sources) {
  const override = await sources.override()
  if (override) return distribution('override', override)
  const installed = (await sources.installed()) ?? (await sources.official())
  if (installed) return distribution('installed', installed)
  return distribution('fallback', await sources.fallback())
}

function distribution(kind, dist) {
  return { kind, dist, executable: path.join(dist, electronExecutable()) }
}

function realSources() {
  return {
    override: async () => overrideDist(process.env, existsSync),
    installed: installedDist,
    official: officialDist,
    fallback: provideFallback,
  }
}

export function overrideDist(env, exists, platform = process.platform) {
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  if (exists(path.join(dist, electronExecutable(platform)))) return dist
  throw new Problem(
    `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but there is no ${electronExecutable(platform)} in it. Correct it or remove the setting.`,
  )
}

/** node_modules/electron/dist, when it is complete and of the version that package.json asks for. */
async function installedDist() {
  const dist = packageFile('electron', 'dist')
  try {
    const { version } = JSON.parse(await fs.readFile(packageFile('electron', 'package.json'), 'utf8'))
    const present = (await fs.readFile(path.join(dist, 'version'), 'utf8')).trim().replace(/^v/, '')
    return present === version && existsSync(path.join(dist, electronExecutable())) ? dist : undefined
  } catch {
    return undefined
  }
}

/** Electron's own installer. A failed try is remembered for a day when there is a fallback to go on with. */
async function officialDist() {
  const memory = path.join(cacheDir(), 'official-electron-unreachable')
  if (remembered(await modified(memory), Date.now()) && findFallback()) return undefined

  say('Electron: fetching it from its official host…')
  // Node's fetch only looks at HTTPS_PROXY when it is told to.
  const env = process.env.HTTPS_PROXY || process.env.https_proxy ? { NODE_USE_ENV_PROXY: '1' } : {}
  const result = await runTool(packageFile('electron', 'install.js'), [], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: DOWNLOAD_LIMIT,
  })
  const dist = result.code === 0 ? await installedDist() : undefined
  if (dist) {
    await fs.rm(memory, { force: true })
    return dist
  }
  if (!fallbackFits()) throw new Problem(unreachableSentence(result.stderr))
  await fs.mkdir(path.dirname(memory), { recursive: true })
  await fs.writeFile(memory, '')
  return undefined
}

export function remembered(modifiedAt, now) {
  return modifiedAt !== undefined && now - modifiedAt >= 0 && now - modifiedAt < DAY
}

export function fallbackFits(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

export function unreachableSentence(stderr) {
  const reason = stderr
    .split('\n')
    .find((line) => /error|failed/i.test(line))
    ?.trim()
  return (
    `Electron could not be downloaded from its official host${reason ? ` (${reason})` : ''}. ` +
    'Check the internet connection or proxy and run the same command again, set ELECTRON_MIRROR to a mirror, ' +
    'or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.'
  )
}

async function modified(file) {
  try {
    return (await fs.stat(file)).mtimeMs
  } catch {
    return undefined
  }
}
