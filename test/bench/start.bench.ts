// From the start of the process to the filled queue on screen, with 100,000 cases, against an empty Electron window; and
// what both need in memory once they are at rest.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDesktop } from '../support/desktop.mjs'
import { bigShop, CASES } from './support/big-shop.ts'
import { median, takeTurns } from './support/measure.ts'
import { report } from './support/report.ts'
import type { Row, Unit } from './support/report.ts'
import { APP, makeBlankApp, openWindow } from './support/window.ts'
import type { OpenedWindow } from './support/window.ts'

const ROUNDS = { rounds: 9, warmUps: 3 }
/** Milliseconds after which nothing of a start goes on any more. */
const AT_REST = 10_000

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

  report('Start, 100,000 cases, against a blank window', [
    {
      ...row('process start to the filled queue on screen', 'ms', started.queue, started.blank, took),
      target: { kind: 'times', most: 1.6 },
      goal: { kind: 'times', most: 1.35 },
    },
    row('process start to Today on screen', 'ms', started.today, started.blank, took),
    row('processor time until the queue is there', 'ms', started.queue, started.blank, ({ use }) => use.cpu),
    {
      ...row('memory at rest, all processes (PSS)', 'MB', rested.queue, rested.blank, ({ use }) => use.memory),
      goal: { kind: 'times', most: 1.3 },
    },
  ])
} finally {
  await desktop.stop()
  await rm(folder, { recursive: true, force: true })
}

function took(opened: OpenedWindow): number {
  return opened.took
}

type Figure = (opened: OpenedWindow) => number

function row(
  work: string,
  unit: Unit,
  belofte: readonly OpenedWindow[],
  blank: readonly OpenedWindow[],
  figure: Figure,
): Row {
  return { work, unit, belofte: median(belofte.map(figure)), bare: median(blank.map(figure)) }
}
