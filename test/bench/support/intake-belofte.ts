import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { EngineToHost, HostToEngine } from '../../../src/shared/contract/host.ts'
import type { CallName, InputOf, OutputOf } from '../../../src/shared/contract/index.ts'
import type { FromEngine } from '../../../src/shared/contract/wire.ts'
import type { Result } from '../../../src/shared/domain/result.ts'
import { RESOURCES } from './engine.ts'
import type { Side, Source } from './intake.ts'
import { APP } from './window.ts'

const MAILBOX = '0192f000-0000-7000-8000-000000000010'

/** The built engine as a process of its own, just as the window starts it, on an empty profile. */
export async function startBelofte({ server, password, authorityFile }: Source, profile: string): Promise<Side> {
  const child = fork(join(APP, 'out', 'main', 'engine.js'), {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authorityFile },
  })
  const client = talkTo(child)
  client.tell({ kind: 'start', profile, resources: RESOURCES, practice: null })
  await Promise.race([client.started, client.ended])
  client.tell({ kind: 'client', isMain: true })
  const mailbox = {
    ...{ id: MAILBOX, name: 'info', address: server.user, fromName: 'Fietsenwinkel', aliases: [], firstSyncDays: 14 },
    ...{ imap: server, smtp: server, active: true, password },
  }
  return {
    pid: child.pid!,
    async takeIn(folder) {
      const upToDate = client.untilUpToDate()
      const provision = { mailboxes: [{ ...mailbox, folders: [folder] }] }
      await Promise.race([client.ask('provision.apply', { provision }).then(() => upToDate), client.ended])
    },
    async stop(count) {
      const exited = once(child, 'exit')
      client.tell({ kind: 'stop' })
      await client.stopped
      child.kill()
      await exited
      check(profile, count)
    },
  }
}

type FromChild = EngineToHost | { readonly kind: 'contract'; readonly json: string }

/** The engine's host and its one client in the same. */
function talkTo(child: ChildProcess) {
  const answers = new Map<number, (result: Result<unknown, unknown>) => void>()
  const passwords = new Map<string, string | null>()
  const hears = { started: (): void => {}, stopped: (): void => {}, status: (): void => {} }
  const started = new Promise<void>((resolve) => (hears.started = resolve))
  const stopped = new Promise<void>((resolve) => (hears.stopped = resolve))
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the engine ended with ${String(code)}`)
  })
  // At last it ends as it should, and nobody waits for that here.
  ended.catch(() => {})
  let seq = 0
  let upToDateAt: number | null = null

  const tell = (message: HostToEngine): void => void child.send(message)
  function ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    seq += 1
    child.send({ kind: 'contract', json: JSON.stringify({ seq, name, input, actor: null }) })
    return new Promise((resolve, refuse) =>
      answers.set(seq, (result) =>
        result.ok ? resolve(result.value as OutputOf<N>) : refuse(new Error(JSON.stringify(result))),
      ),
    )
  }
  function hear(message: FromEngine): void {
    if ('event' in message) {
      if (message.event === 'changed' && message.payload.topics.includes('status')) hears.status()
      return
    }
    answers.get(message.seq)?.(message.result)
    answers.delete(message.seq)
  }

  child.on('message', (message: FromChild) => {
    if (message.kind === 'contract') return hear(JSON.parse(message.json) as FromEngine)
    if (message.kind === 'secret-set') {
      passwords.set(message.name, message.value)
      return tell({ kind: 'secret', seq: message.seq, result: { ok: true, value: null } })
    }
    if (message.kind === 'secret-get') {
      return tell({
        kind: 'secret',
        seq: message.seq,
        result: { ok: true, value: passwords.get(message.name) ?? null },
      })
    }
    if (message.kind === 'start-failed' || message.kind === 'damaged') throw new Error(JSON.stringify(message))
    hears[message.kind]()
  })
  return {
    ...{ tell, ask, started, stopped, ended },
    /** Resolves when the mailbox says that it became up to date since the last time. */
    untilUpToDate: () =>
      new Promise<void>((resolve, refuse) => {
        hears.status = () =>
          void ask('status.get', {}).then(({ mailboxes: [mailbox] }) => {
            if (mailbox === undefined) return
            if (mailbox.failure !== null) return refuse(new Error(JSON.stringify(mailbox.failure)))
            if (mailbox.phase !== 'up-to-date' || mailbox.upToDateAt === upToDateAt) return
            upToDateAt = mailbox.upToDateAt
            resolve()
          }, refuse)
      }),
  }
}

/** A figure of mails that aren't there is worth nothing. */
function check(profile: string, count: number): void {
  const db = new Sqlite(join(profile, 'belofte.db'), { readonly: true })
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const kept = one(
    `SELECT count(*) FROM contact WHERE kind = 'mail-in' AND unreadable = 0 AND has_html = 1 AND text <> ''`,
  )
  const found = one(`SELECT count(*) FROM search WHERE search MATCH 'text:vraag' AND case_id <> ''`)
  db.close()
  if (kept === count && found === count) return
  throw new Error(`of ${count} mails ${String(kept)} are kept and ${String(found)} can be found`)
}
