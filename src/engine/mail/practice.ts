import { createHash } from 'node:crypto'
import { ok } from '../../shared/domain/result.ts'
import { replySubject } from '../../shared/domain/subjects.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { composeMail } from './compose.ts'
import { mailContent } from './content.ts'
import { parseMail } from './parse.ts'
import { readMail } from './read.ts'
import type { Envelope, FetchedMail, MailAdapters, SourceSession } from './types.ts'

/** How long a practice customer takes to answer, in milliseconds. */
const THINKING = 25_000

export interface PracticeClock {
  now(): Instant
  at(when: Instant, run: () => void): () => void
}

/** A mailbox without a network: whatever is sent is taken, and the customers of the practice business answer after a while. */
export function createPracticeMail(clock: PracticeClock): MailAdapters {
  const inbox = createInbox(clock.now())
  const sent = new Set<string>()
  return {
    read: (mails, own) => Promise.all(mails.map((mail) => readMail(mail, new Set(own)))),
    compose: composeMail,
    content: mailContent,
    test: async () => ok({ folders: ['INBOX', 'Sent'] }),
    source: { open: async () => ok(inbox.session(sent)) },
    sender: {
      open: async () =>
        ok({
          async send(envelope, raw, beforeData) {
            await beforeData()
            const answer = await answerTo(envelope, raw)
            if (answer !== null) clock.at(clock.now() + THINKING, () => inbox.deliver(answer, clock.now()))
            return { kind: 'accepted', refused: [] }
          },
          close: () => {},
        }),
    },
  }
}

/** Every start begins with an empty folder of its own, so its UIDs mean nothing to what was read before. */
function createInbox(started: Instant) {
  const mails: FetchedMail[] = []
  const waiting = new Set<() => void>()

  function deliver(raw: Uint8Array, at: Instant): void {
    mails.push({ uid: mails.length + 1, receivedAt: at, keywords: [], raw })
    for (const tell of waiting) tell()
  }

  function session(sent: Set<string>): SourceSession {
    let isClosed = false
    let seen = 0
    return {
      folders: async () => ok(['INBOX', 'Sent']),
      async openFolder() {
        seen = mails.length
        return ok({ uidValidity: String(started), uidNext: mails.length + 1 })
      },
      async listMails(wanted) {
        const uids = mails.map(({ uid }) => uid)
        return ok('above' in wanted ? uids.filter((uid) => uid > wanted.above) : uids)
      },
      async fetchMails(uids, take) {
        for (const mail of mails.filter(({ uid }) => uids.includes(uid))) await take(mail)
        return ok(null)
      },
      async waitForChange(wake) {
        await new Promise<void>((resolve) => {
          const done = (): void => {
            waiting.delete(done)
            resolve()
          }
          waiting.add(done)
          wake.addEventListener('abort', done)
          if (wake.aborted || isClosed || mails.length > seen) done()
        })
        return ok(null)
      },
      async keepSentCopy(messageId) {
        sent.add(messageId)
        return ok(null)
      },
      wasSent: async (messageId) => ok(sent.has(messageId)),
      markAnswered: async () => ok(null),
      async close() {
        isClosed = true
        for (const tell of waiting) tell()
      },
    }
  }

  return { deliver, session }
}

type Words = readonly string[]

const DUTCH: Words = [
  'Dank voor het snelle antwoord, dat is duidelijk.',
  'Helemaal goed, bedankt!',
  'Fijn dat u het laat weten. Hoe laat bent u zaterdag open?',
  'Prima, dan wacht ik dat af. Bedankt alvast.',
]
const ENGLISH: Words = [
  'Thank you for the quick answer, that is clear.',
  'All right, thanks!',
  'Good of you to let me know. At what time do you open on Saturday?',
  'Fine, I will wait for that. Thanks in advance.',
]

/** What the customer writes back; null when a program sent it, or the customer is content without a word. */
async function answerTo({ from, recipients }: Envelope, raw: Uint8Array): Promise<Uint8Array | null> {
  const { facts } = await parseMail(raw, [])
  const [customer] = recipients
  if (customer === undefined || facts.messageId === null || facts.headers.has('auto-submitted')) return null
  // The same mail always gets the same answer, so that practice can be repeated.
  const choice = createHash('sha256').update(facts.messageId).digest()
  const words = /\b(?:you|your|the|we)\b/i.test(facts.text) ? ENGLISH : DUTCH
  const text = words[choice[0]! % (words.length + 1)]
  if (text === undefined) return null
  const mail = await composeMail({
    contactId: `practice-${choice.toString('hex', 0, 12)}`,
    from: { name: '', address: customer },
    to: [from],
    cc: [],
    subject: replySubject(facts.subject),
    text,
    date: facts.date ?? 0,
    zone: 'Europe/Amsterdam',
    inReplyTo: facts.messageId,
    references: facts.references,
    automatic: false,
  })
  return mail.raw
}
