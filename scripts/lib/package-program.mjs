// Packages the built app through electron-builder with the Electron that was found.
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { packageCommand, runTool } from './run.mjs'
import { Problem, say, ticker } from './say.mjs'

const OUTPUT = path.join(root, 'dist')
const STAGE = path.join(root, '.cache', 'package')

/**
 * @param {{kind: string, dist: string}} electron
 * @param {string[]} targets electron-builder's own arguments; none gives the unpacked program for this machine
 * @returns {Promise<string>} the folder with the result
 */
export async function packageProgram(electron, targets = []) {
  const args = targets.length > 0 ? targets : ['--dir']
  if (electron.kind !== 'fallback') {
    await electronBuilder([...args, `-c.electronDist=${electron.dist}`])
    return OUTPUT
  }
  if (!args.includes('--dir')) {
    throw new Problem(
      'Installers need the official Electron, and only the development fallback is here. Connect to the internet and run the same command again.',
    )
  }
  say('This package holds the development fallback of Electron: it is for checks on this machine only, not for users.')
  const { project, dist } = await stage(electron.dist)
  const version = (await fs.readFile(path.join(dist, 'version'), 'utf8')).trim()
  await electronBuilder([
    ...args,
    `--projectDir=${project}`,
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${OUTPUT}`,
  ])
  return OUTPUT
}

async function electronBuilder(args) {
  const tick = ticker('Packaging')
  const result = await runTool(packageCommand('electron-builder'), args, { quiet: true }).finally(tick.stop)
  if (result.code === 0) return
  process.stderr.write(`${result.stdout}${result.stderr}`)
  throw new Problem('Packaging failed; the reason is above.')
}

/**
 * A copy of the project in which the fallback can be packaged: Electron without its default app, and the database
 * module that was built for it in the place and shape of the real one, so that electron-builder.yml holds unchanged.
 */
async function stage(fallback) {
  await fs.rm(STAGE, { recursive: true, force: true })
  const project = path.join(STAGE, 'project')
  const dist = path.join(STAGE, 'electron')
  const defaultApp = path.join(fallback, 'resources', 'app')
  await fs.cp(fallback, dist, { recursive: true, filter: (source) => source !== defaultApp })
  await fs.writeFile(path.join(dist, 'version'), '33.2.1')
  for (const name of ['package.json', 'electron-builder.yml', 'out', 'resources']) {
    await fs.cp(path.join(root, name), path.join(project, name), { recursive: true })
  }

  const source = path.join(defaultApp, 'node_modules', 'better-sqlite3')
  const target = path.join(project, 'node_modules', 'better-sqlite3')
  await fs.cp(path.join(source, 'lib'), path.join(target, 'lib'), { recursive: true })
  await fs.cp(path.join(source, 'package.json'), path.join(target, 'package.json'))
  const native = path.join(target, 'prebuilds', 'linux-x64.node')
  await fs.cp(path.join(source, 'build', 'Release', 'better_sqlite3.node'), native)
  await replaceIn(
    path.join(target, 'lib', 'database.js'),
    /require\('bindings'\)\('better_sqlite3\.node'\)/,
    "require('../prebuilds/linux-x64.node')",
  )
  return { project, dist }
}

async function replaceIn(file, pattern, text) {
  const before = await fs.readFile(file, 'utf8')
  const after = before.replace(pattern, () => text)
  if (after === before) throw new Error(`${path.basename(file)} is not as expected`)
  await fs.writeFile(file, after)
}

/** The packaged program's executable on this platform. */
export function packagedExecutable(platform = process.platform, arch = process.arch) {
  if (platform === 'win32')
    return path.join(OUTPUT, arch === 'arm64' ? 'win-arm64-unpacked' : 'win-unpacked', 'Belofte.exe')
  if (platform === 'darwin') {
    return path.join(OUTPUT, arch === 'arm64' ? 'mac-arm64' : 'mac', 'Belofte.app', 'Contents', 'MacOS', 'Belofte')
  }
  return path.join(OUTPUT, arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked', 'belofte')
}
