// Mails from Dovecot, over TLS, to searchable cases: the built engine against a bare loop of the same libraries, each in a
// fresh process that has taken in a few mails before. `--count=N` takes another number of mails than 1,000.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAuthority } from '../support/certificates.ts'
import { Dovecot } from '../support/dovecot.ts'
import type { Side, Source } from './support/intake.ts'
import { serveBare, startBare } from './support/intake-bare.ts'
import { startBelofte } from './support/intake-belofte.ts'
import { makeMails } from './support/mails.ts'
import { median, takeTurns, timed } from './support/measure.ts'
import { processUse } from './support/process-tree.ts'
import { report } from './support/report.ts'

/** Both load their libraries with these. */
const WARM_UP = 50
const WARM_UP_FOLDER = 'Eerder'

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    bare: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

if (values.bare) await serveBare(positionals[0]!, JSON.parse(positionals[1]!) as Source)
else await compare(Number(values.count), Number(values.rounds))

async function compare(count: number, rounds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'belofte-intake-'))
  const authority = await createAuthority(join(folder, 'authority'))
  const dovecot = await Dovecot.start({ certificate: await authority.issue(['127.0.0.1']) })
  try {
    const mails = makeMails(count + WARM_UP, dovecot.user, new Date())
    await fill(dovecot, mails)
    const authorityFile = join(folder, 'authority.pem')
    await writeFile(authorityFile, authority.pem)
    const server = dovecot.settings({ port: dovecot.tlsPort, tls: 'implicit' })
    const source = { server, password: dovecot.password, authorityFile }
    const start = { belofte: startBelofte, bare: startBare.bind(null, import.meta.filename) }
    const run = async (name: keyof typeof start): Promise<Effort> => {
      const own = await mkdtemp(join(folder, name))
      const effort = await measure(await start[name](source, own), count)
      await rm(own, { recursive: true })
      return effort
    }
    const taken = await takeTurns({ rounds, warmUps: 1 }, { belofte: () => run('belofte'), bare: () => run('bare') })
    const size = Math.round(mails.reduce((sum, mail) => sum + mail.length, 0) / mails.length / 1000)
    tell(`${count} mails of ${size} kB to searchable cases`, taken)
  } finally {
    await dovecot.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(dovecot: Dovecot, mails: readonly string[]): Promise<void> {
  await dovecot.createFolder(WARM_UP_FOLDER)
  for (const mail of mails.slice(0, WARM_UP)) await dovecot.deliver(mail, { folder: WARM_UP_FOLDER })
  await dovecot.deliverMany(mails.slice(WARM_UP))
  // Dovecot makes its own index of a folder at the first visit.
  for (const folder of [WARM_UP_FOLDER, 'INBOX']) await dovecot.list(folder)
}

interface Effort {
  /** Seconds. */
  readonly wall: number
  /** Seconds of all threads together. */
  readonly cpu: number
  /** Megabytes. */
  readonly memory: number
}

async function measure(side: Side, count: number): Promise<Effort> {
  await side.takeIn(WARM_UP_FOLDER)
  const before = await processUse(side.pid)
  const wall = await timed(() => side.takeIn('INBOX'))
  const after = await processUse(side.pid)
  await side.stop(count + WARM_UP)
  return { wall: wall / 1000, cpu: (after.cpu - before.cpu) / 1000, memory: after.peak }
}

function tell(title: string, taken: Readonly<Record<'belofte' | 'bare', readonly Effort[]>>): void {
  const row = (work: string, what: keyof Effort, unit: 's' | 'MB') => {
    const of = (side: readonly Effort[]): number => median(side.map((effort) => effort[what]))
    return { work, unit, belofte: of(taken.belofte), bare: of(taken.bare) }
  }
  report(title, [
    { ...row('time', 'wall', 's'), target: { kind: 'times', most: 1.3 }, goal: { kind: 'times', most: 1.15 } },
    { ...row('processor time', 'cpu', 's'), goal: { kind: 'times', most: 1.15 } },
    { ...row('most memory of the process', 'memory', 'MB'), goal: { kind: 'below', most: 400 } },
  ])
}
