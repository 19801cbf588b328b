// From the start of the process to the filled queue on screen, with 100,000 cases, against an empty Electron window; and
// what both need in memory once they are at rest.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDesktop } from '../support/desktop.mjs'
import { bigShop, CASES } from './support/big-shop.ts'
import { median, takeTurns } from './support/measure.ts'
import { report } from './support/report.ts'
import type { Row } from './support/report.ts'
import { APP, makeBlankApp, openWindow } from './support/window.ts'
import type { OpenedWindow } from './support/window.ts'

const ROUNDS = { rounds: 9, warmUps: 3 }
/** Milliseconds after which nothing of a start goes on any more. */
const AT_REST = 5_000

const profile = await bigShop()
const folder = await mkdtemp(join(tmpdir(), 'belofte-start-'))
const desktop = await startDesktop()
try {
  const blank = { app: await makeBlankApp(join(folder, 'blank')), ready: null }
  const belofte = { app: APP, args: [`--profile=${profile}`, `--demo=${CASES}`] }
  const queue = { ...belofte, ready: 'queue', place: '#/queue' }
  const today = { ...belofte, ready: 'today' }

  const started = await takeTurns(ROUNDS, {
    queue: () => openWindow(desktop, queue),
    blank: () => openWindow(desktop, blank),
    today: () => openWindow(desktop, today),
  })
  if (started.queue.some(({ rows }) => rows < 5)) throw new Error('the queue said that it was filled, and was not')
  const rested = await takeTurns(
    { rounds: 3, warmUps: 0 },
    {
      queue: () => openWindow(desktop, queue, { restFor: AT_REST }),
      blank: () => openWindow(desktop, blank, { restFor: AT_REST }),
    },
  )

  const opening = (work: string, belofte: readonly OpenedWindow[]): Row => ({
    ...{ work, unit: 'ms', belofte: median(belofte.map(took)), bare: median(started.blank.map(took)) },
  })
  report('Start, 100,000 cases, against a blank window', [
    {
      ...opening('process start to the filled queue on screen', started.queue),
      target: { kind: 'times', most: 1.6 },
      goal: { kind: 'times', most: 1.35 },
    },
    opening('process start to Today on screen', started.today),
    ...memoryRows(rested.queue, rested.blank),
  ])
} finally {
  await desktop.stop()
  await rm(folder, { recursive: true, force: true })
}

function took(opened: OpenedWindow): number {
  return opened.took
}

function memoryRows(belofte: readonly OpenedWindow[], blank: readonly OpenedWindow[]): Row[] {
  const used = (side: readonly OpenedWindow[]): number[] => side.flatMap(({ memory }) => memory ?? [])
  if (used(belofte).length === 0) return []
  const [ours, bare] = [median(used(belofte)), median(used(blank))]
  return [
    {
      work: 'memory at rest, all processes (PSS)',
      unit: 'MB',
      belofte: ours,
      bare,
      goal: { kind: 'times', most: 1.3 },
    },
  ]
}
