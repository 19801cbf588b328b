import { performance } from 'node:perf_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createHash, randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import { Dovecot } from '/work/main/test/support/dovecot.ts'
import { createMail } from '/work/main/src/engine/mail/index.ts'
import { createEngine } from '/work/main/src/engine/engine.ts'
import { createClock } from '/work/main/src/engine/clock.ts'
import { ok } from '/work/main/src/shared/domain/result.ts'
const N = Number(process.argv[2] ?? 1000)
const names = ['Jan', 'Piet', 'Klaas', 'Anna', 'Eva', 'Mohammed', 'Fatima', 'Sanne', 'Daan', 'Lotte']
function mail(i: number): string {
  const from = `${names[i % 10]} ${i} <klant${i % Math.ceil(N * 0.7)}@example${i % 40}.nl>`
  const text =
    `Beste mensen,\r\n\r\nMijn fiets nummer ${i} heeft een probleem met de ketting en de rem. `.padEnd(
      300,
      'Kunt u mij zeggen wanneer hij klaar is? ',
    ) +
    `\r\n\r\nMet vriendelijke groet,\r\n${names[i % 10]}\r\n\r\nOp 1 maart schreef u:\r\n> Beste klant,\r\n> wij komen erop terug.\r\n`
  const head = [
    `Return-Path: <klant${i}@example.nl>`,
    `Received: from mx.example.nl (mx.example.nl [192.0.2.${i % 250}]) by mx.winkel.test with ESMTPS id ${i}abc; Thu, 5 Mar 2026 09:00:00 +0100`,
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.nl; s=sel; h=from:to:subject; bh=${createHash('sha256').update(String(i)).digest('base64')}; b=${createHash('sha512').update(String(i)).digest('base64')}`,
    `From: ${from}`,
    'To: info@winkel.test',
    `Subject: =?utf-8?Q?Vraag_${i}_over_mijn_fiets?=`,
    `Message-ID: <m${i}@example.nl>`,
    'Date: Thu, 05 Mar 2026 09:00:00 +0100',
    'MIME-Version: 1.0',
  ]
  const parts: string[] = []
  if (i % 3 !== 0) {
    head.push('Content-Type: multipart/alternative; boundary="b1"')
    parts.push(
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      text.replace(/=/g, '=3D'),
      '--b1',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `<html><body><div>${text.replace(/\r\n/g, '<br>\r\n').replace(/=/g, '=3D')}</div></body></html>`,
      '--b1--',
      '',
    )
  } else {
    head.push('Content-Type: text/plain; charset=utf-8')
    parts.push(text)
  }
  return head.join('\r\n') + '\r\n\r\n' + parts.join('\r\n')
}
const d = await Dovecot.start()
const mails = Array.from({ length: N }, (_, i) => mail(i))
await d.deliverMany(mails)
console.log('avg size', mails.reduce((s, m) => s + m.length, 0) / N)
{
  const c = new ImapFlow({
    host: '127.0.0.1',
    port: d.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: d.user, pass: d.password },
    logger: false,
  })
  await c.connect()
  await c.mailboxOpen('INBOX')
  for await (const m of c.fetch('1:*', { uid: true, source: true }, { uid: true })) {
  }
  await c.logout()
}
async function bare(): Promise<number> {
  const dir = mkdtempSync('/tmp/bare-')
  const db = new Sqlite(join(dir, 'x.db'))
  db.pragma('journal_mode=WAL')
  db.pragma('synchronous=NORMAL')
  db.exec(
    'create table mail(uid integer primary key, message_id text, from_ text, subject text, text text, raw blob); create virtual table search using fts5(text)',
  )
  const ins = db.prepare('insert into mail values (?,?,?,?,?,?)')
  const ins2 = db.prepare('insert into search values (?)')
  const t = performance.now()
  const c = new ImapFlow({
    host: '127.0.0.1',
    port: d.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: d.user, pass: d.password },
    logger: false,
  })
  await c.connect()
  await c.mailboxOpen('INBOX', { readOnly: true })
  let n = 0
  db.exec('begin')
  for await (const m of c.fetch('1:*', { uid: true, source: true, internalDate: true }, { uid: true })) {
    const p = await PostalMime.parse(m.source!)
    ins.run(m.uid, p.messageId ?? null, p.from?.address ?? null, p.subject ?? null, p.text ?? null, m.source!)
    ins2.run((p.subject ?? '') + '\n' + (p.text ?? ''))
    if (++n % 50 === 0) {
      db.exec('commit')
      db.exec('begin')
    }
  }
  db.exec('commit')
  const e = performance.now() - t
  await c.logout()
  db.close()
  rmSync(dir, { recursive: true })
  return e
}
async function ours(): Promise<number> {
  const dir = mkdtempSync('/tmp/ours-')
  const pw = new Map<string, string | null>()
  const log = {
    info() {},
    warn(w: string, f?: unknown) {
      console.log(w, f)
    },
    error(w: string, e: unknown) {
      console.log(w, e)
    },
  }
  const r = await createEngine({
    profile: dir,
    resources: '/work/main/resources',
    clock: createClock(),
    secrets: {
      get: async (n) => ok(pw.get(n) ?? null),
      set: async (n, v) => {
        pw.set(n, v)
        return ok(null)
      },
    },
    log,
    practice: null,
    mail: createMail(),
  })
  if (!r.ok) throw r.error
  const e = r.value
  const t = performance.now()
  const done = new Promise<void>((res) => {
    e.onEvent(async (name) => {
      if (name !== 'changed') return
      const s: any = await e.call('status.get', {}, null)
      if (s.value.mailboxes[0]?.phase === 'up-to-date') res()
    })
  })
  await e.call(
    'mailbox.save',
    {
      mailbox: {
        id: randomUUID(),
        name: 'i',
        address: d.user,
        fromName: 'x',
        aliases: [],
        imap: d.settings(),
        smtp: d.settings(),
        folders: ['INBOX'],
        firstSyncDays: 14,
        active: true,
      },
      password: d.password,
    },
    null,
  )
  await done
  const el = performance.now() - t
  await e.stop()
  const db = new Sqlite(join(dir, 'belofte.db'), { readonly: true })
  const c: any = db
    .prepare(
      'select (select count(*) from mail) m, (select count(*) from "case") c, (select count(*) from customer) k, (select count(*) from "case" where state=?) sa',
    )
    .get('set-aside')
  db.close()
  if (c.m !== N) throw new Error('lost ' + JSON.stringify(c))
  ;(globalThis as any).counts = c
  rmSync(dir, { recursive: true })
  return el
}
if (process.argv[3] === 'prof') {
  await ours()
  await ours()
} else
  for (let i = 0; i < 4; i++) {
    const b = await bare(),
      o = await ours()
    console.log(
      'bare',
      b.toFixed(0),
      'ours',
      o.toFixed(0),
      'ratio',
      (o / b).toFixed(2),
      JSON.stringify((globalThis as any).counts),
    )
  }
await d.stop()
