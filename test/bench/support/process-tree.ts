import { readFile, readdir } from 'node:fs/promises'

// What a process and everything it started use, as Linux tells.

export interface TreeUse {
  /** Megabytes, pages that several share counted by share (PSS). */
  readonly memory: number
  /** Milliseconds of processor time so far. */
  readonly cpu: number
}

/** What Linux counts processor time in, in milliseconds. */
const TICK = 10

export async function treeUse(pid: number): Promise<TreeUse> {
  const all = await allProcesses()
  const tree = new Set([pid])
  // Process numbers wrap around, so a child may have the lower one: look until nothing is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size
    for (const { id, parent } of all) if (tree.has(parent)) tree.add(id)
  }
  const members = all.filter(({ id }) => tree.has(id))
  if (members.length === 0) throw new Error('it ended by itself')
  const kilobytes = await Promise.all(members.map(({ id }) => proportionalSize(id)))
  return {
    memory: kilobytes.reduce((sum, part) => sum + part, 0) / 1024,
    cpu: members.reduce((sum, { ticks }) => sum + ticks * TICK, 0),
  }
}

interface Process {
  readonly id: number
  readonly parent: number
  readonly ticks: number
}

async function allProcesses(): Promise<Process[]> {
  const names = await readdir('/proc').catch(() => [])
  const found = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readProcess))
  return found.filter((one) => one !== null)
}

async function readProcess(name: string): Promise<Process | null> {
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null)
  if (stat === null) return null
  // The name of the program stands between brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
}

/** Kilobytes; 0 for a process that has ended meanwhile. */
async function proportionalSize(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0)
}

export interface ProcessUse {
  /** Milliseconds of processor time so far, of all its threads. */
  readonly cpu: number
  /** The most memory that it ever held (resident), in megabytes. */
  readonly peak: number
}

/** What one process used so far. */
export async function processUse(pid: number): Promise<ProcessUse> {
  const [one, status] = await Promise.all([readProcess(String(pid)), readFile(`/proc/${pid}/status`, 'utf8')])
  if (one === null) throw new Error('it ended by itself')
  return { cpu: one.ticks * TICK, peak: Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024 }
}
