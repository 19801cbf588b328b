import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { RESOURCES, startEngine } from './engine.ts'
import { APP } from './window.ts'

/** What the made-up shop depends on. */
const SOURCES = [
  'src/engine/services',
  'src/engine/store',
  'src/shared/domain',
  relative(APP, join(RESOURCES, 'practice')),
]

export const CASES = 100_000

/**
 * The profile of a practice business with 100,000 cases, as `--demo=100000` makes it. Making it takes a while, so it is
 * kept in the system's temporary folder; its cases are relative to today, so only until tomorrow.
 */
export async function bigShop(): Promise<string> {
  const kept = join(tmpdir(), 'belofte-bench')
  const profile = join(kept, `shop-${new Date().toISOString().slice(0, 10)}-${await hashOf(SOURCES)}`)
  if (await exists(profile)) return profile
  console.log(`Making a shop with ${CASES} cases (kept until tomorrow)…`)
  // Those of other days and other sources.
  await rm(kept, { recursive: true, force: true })
  await mkdir(kept, { recursive: true })
  const unfinished = `${profile}.part`
  const engine = await startEngine({ profile: unfinished, practice: { cases: CASES, seed: 1 } })
  await engine.stop()
  await rename(unfinished, profile)
  return profile
}

async function hashOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = await readdir(join(APP, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.toSorted()) hash.update(`${relative(APP, file)}\0`).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
