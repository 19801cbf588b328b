// Builds the app when its sources differ from those of the last build.
import { createHash } from 'node:crypto'
import { existsSync, promises as fs } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { packageCommand, runTool } from './run.mjs'
import { Problem, say, seconds } from './say.mjs'

const INPUTS = [
  'src',
  'resources',
  'docs/user-guide.nl.md',
  'docs/user-guide.en.md',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stampFile = path.join(root, '.cache', 'sources-hash')

export async function buildIfChanged() {
  const hash = await hashFiles(root, INPUTS)
  const { main } = JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8'))
  const entry = path.join(root, main)
  const stamp = await fs.readFile(stampFile, 'utf8').catch(() => undefined)
  if (stamp !== hash || !existsSync(entry)) await build(hash, entry)
}

async function build(hash, entry) {
  say('Building…')
  const started = Date.now()
  // Without its stamp, a build that was interrupted is never taken for a finished one.
  await fs.rm(stampFile, { force: true })
  const result = await runTool(packageCommand('electron-vite'), ['build'], { quiet: true })
  if (result.code !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`)
    throw new Problem('The build failed; the reason is above.')
  }
  if (!existsSync(entry))
    throw new Problem(`The build made no ${path.relative(root, entry)}, which package.json names as "main".`)
  await fs.mkdir(path.dirname(stampFile), { recursive: true })
  await fs.writeFile(stampFile, hash)
  say(`Built in ${seconds(Date.now() - started)}.`)
}

/** A hash of names and contents, independent of times (git sets those anew) and of the platform's path separator. */
export async function hashFiles(base, inputs) {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(inputs.map((input) => list(base, input)))).flat()) {
    hash.update(`${file}\0`)
    hash.update(await fs.readFile(path.join(base, file)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

async function list(base, input) {
  const stat = await fs.stat(path.join(base, input)).catch(() => undefined)
  if (!stat) return []
  if (stat.isFile()) return [input]
  const entries = await fs.readdir(path.join(base, input), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(base, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort()
}
