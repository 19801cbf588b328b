// Mails from Dovecot, over TLS, to searchable cases: the whole engine against a bare loop of the same libraries, each in a
// fresh process. `--count=N` takes another number of mails than 1,000.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Effort } from './support/effort.ts'
import type { Intake } from './support/intake.ts'
import { median, takeTurns } from './support/measure.ts'
import { report } from './support/report.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    side: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
})

if (values.side === undefined) await compare(Number(values.count), Number(values.rounds))
else process.once('message', (intake: Intake) => void takeIn(values.side!, intake))

async function compare(count: number, rounds: number): Promise<void> {
  const [{ createAuthority }, { Dovecot }, { makeMails }] = await Promise.all([
    import('../support/certificates.ts'),
    import('../support/dovecot.ts'),
    import('./support/mails.ts'),
  ])
  const folder = await mkdtemp(join(tmpdir(), 'belofte-intake-'))
  const authority = await createAuthority(join(folder, 'authority'))
  const dovecot = await Dovecot.start({ certificate: await authority.issue(['127.0.0.1']) })
  try {
    const mails = makeMails(count, dovecot.user, new Date())
    await dovecot.deliverMany(mails)
    // Dovecot makes its own index of a folder at the first visit.
    await dovecot.list()
    const server = dovecot.settings({ port: dovecot.tlsPort, tls: 'implicit' })
    const from = { count, server, password: dovecot.password, authority: authority.pem }
    const run = async (side: string): Promise<Effort> => {
      const own = await mkdtemp(join(folder, side))
      const effort = await inOwnProcess(side, { ...from, folder: own })
      await rm(own, { recursive: true })
      return effort
    }
    const taken = await takeTurns({ rounds, warmUps: 1 }, { belofte: () => run('belofte'), bare: () => run('bare') })
    const size = Math.round(mails.reduce((sum, mail) => sum + mail.length, 0) / count / 1000)
    const of = (side: readonly Effort[], what: keyof Effort): number => median(side.map((effort) => effort[what]))
    const row = (work: string, what: keyof Effort, unit: 's' | 'MB') => ({
      ...{ work, unit, belofte: of(taken.belofte, what), bare: of(taken.bare, what) },
    })
    report(`${count} mails of ${size} kB to searchable cases`, [
      { ...row('time', 'wall', 's'), target: { kind: 'times', most: 1.3 }, goal: { kind: 'times', most: 1.15 } },
      { ...row('processor time', 'cpu', 's'), goal: { kind: 'times', most: 1.15 } },
      { ...row('most memory of the process', 'memory', 'MB'), goal: { kind: 'below', most: 400 } },
    ])
  } finally {
    await dovecot.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function inOwnProcess(side: string, intake: Intake): Promise<Effort> {
  const child = fork(import.meta.filename, [`--side=${side}`])
  child.send(intake)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${side} ended with ${String(code)}`)
  })
  ended.catch(() => {})
  const [effort] = (await Promise.race([once(child, 'message'), ended])) as [Effort]
  return effort
}

async function takeIn(side: string, intake: Intake): Promise<void> {
  const effort =
    side === 'belofte'
      ? await (await import('./support/intake-belofte.ts')).intakeBelofte(intake)
      : await (await import('./support/intake-bare.ts')).intakeBare(intake)
  process.send!(effort, () => process.exit())
}
