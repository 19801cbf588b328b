// The npm packages: installed once, and again only when package-lock.json says something else than node_modules holds.
import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { modulesDir, root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { Problem, say, seconds, ticker } from './say.mjs'

const stampFile = path.join(modulesDir, '.belofte-lock-hash')

export async function providePackages() {
  const lock = await readOptional(path.join(root, 'package-lock.json'))
  if (lock === undefined) {
    throw new Problem(
      'package-lock.json is missing. Restore it (git checkout package-lock.json) and run the same command again.',
    )
  }
  const hash = lockHash(lock)
  if ((await readOptional(stampFile)) === hash) return
  const installed = await readOptional(path.join(modulesDir, '.package-lock.json'))
  if (!installedMatches(lock, installed)) await install()
  await fs.writeFile(stampFile, hash)
}

/** Line ends do not count: git may give a Windows checkout others. */
export function lockHash(text) {
  return createHash('sha256').update(text.replace(/\r\n/g, '\n')).digest('hex')
}

/** Whether npm's own record of node_modules has every package of the lock file, at its version. */
export function installedMatches(lockText, installedText) {
  if (installedText === undefined) return false
  try {
    const wanted = JSON.parse(lockText).packages
    const present = JSON.parse(installedText).packages
    return Object.entries(wanted).every(
      ([place, { version, optional, devOptional, link }]) =>
        place === '' || link || (present[place] ? present[place].version === version : optional || devOptional),
    )
  } catch {
    return false
  }
}

/** `npm ci` empties node_modules first. Windows cannot delete a Node that is running from there. */
export function installCommand(platform = process.platform, execPath = process.execPath, modules = modulesDir) {
  const runsFromModules = execPath.toLowerCase().startsWith(modules.toLowerCase())
  return platform === 'win32' && runsFromModules ? 'install' : 'ci'
}

async function install() {
  const tick = ticker('Installing packages')
  const started = Date.now()
  const result = await runNpm([installCommand(), '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  }).finally(tick.stop)
  if (result.code !== 0) throw new Problem(installSentence(result.stderr))
  say(`Packages installed in ${seconds(Date.now() - started)}.`)
}

export function installSentence(stderr) {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  const code = lines.find((line) => line.startsWith('code '))?.slice(5)
  const reason = lines.find((line) => line !== '' && !line.startsWith('code ')) ?? 'npm gave no reason'
  const network = ['ENOTFOUND', 'ETIMEDOUT', 'ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN'].includes(code)
  const advice = network ? 'Check the internet connection or proxy' : 'Solve that'
  return `Installing packages failed: ${reason.replace(/\.$/, '')}. ${advice} and run the same command again.`
}

async function readOptional(file) {
  try {
    return await fs.readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
