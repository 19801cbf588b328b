import { readFile, readdir } from 'node:fs/promises'

/**
 * Megabytes of a process and everything it started, shared pages counted by share (PSS), or null where the system does not
 * tell. Linux only.
 */
export async function treeMemory(pid: number): Promise<number | null> {
  const parents = await parentsOfAll()
  const tree = new Set([pid])
  // Process numbers may wrap around, so a child may have the lower one: look until nothing is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child)
  }
  const parts = await Promise.all([...tree].map(proportionalSize))
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / 1024
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const names = await readdir('/proc').catch(() => [])
  const pairs = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null)
        // The name of the program stands between brackets and may hold anything.
        const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
        return parent === undefined ? [] : [[Number(name), Number(parent)] as const]
      }),
  )
  return new Map(pairs.flat())
}

/** Kilobytes. */
async function proportionalSize(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes)
}
