import type { Failure } from '../../shared/contract/failure.ts'
import type { ExportOptions, OverviewTable } from '../../shared/contract/overview.ts'
import { monthSpan } from '../../shared/domain/overview-month.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import { monthName, overviewSentences } from '../../shared/domain/overview-words.ts'
import type { Language } from '../../shared/domain/people.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { subjectKey } from '../../shared/domain/subjects.ts'
import type { Actor, Context, Handlers } from '../context.ts'
import { newId } from '../ids.ts'
import type { ComposeMail, ComposedMail } from '../mail/types.ts'
import { refreshCase } from '../store/case-standing.ts'
import { insertCase, nextCaseNumber } from '../store/cases.ts'
import { insertContact } from '../store/contacts.ts'
import { findCustomerByAddress, insertCustomer } from '../store/customers.ts'
import { listMailboxes } from '../store/mailboxes.ts'
import { insertOutbox, outboxOfContact } from '../store/outbox.ts'
import { listStaff } from '../store/staff.ts'
import { readBusiness } from './business.ts'
import { commit } from './commit.ts'
import { readMonth } from './overview-facts.ts'
import { readOverviewSettings } from './overview-settings.ts'
import { summarySheet, tableSheet } from './overview-sheets.ts'
import { viewMonth } from './overview.ts'
import { overviewWords } from './overview-words.ts'

/** The overview as files, and on its way to somebody of ours. */
export function overviewExportHandlers(compose: ComposeMail): Handlers<'overview.file' | 'overview.mail'> {
  return {
    async 'overview.file'(context, { format, table, ...options }) {
      const bytes = format === 'xlsx' ? await workbook(context, options) : await csv(context, options, table)
      const name = fileName(options.month, options.language, format, format === 'csv' ? table : null)
      return ok({ name, base64: Buffer.from(bytes).toString('base64') })
    },
    'overview.mail': (context, input, actor) => mailOverview(context, compose, input, actor),
  }
}

/** maandoverzicht-2026-03.xlsx, or maandoverzicht-2026-03-vragen.csv */
function fileName(month: Month, language: Language, format: string, table: OverviewTable | null): string {
  const t = overviewWords(language)
  const about = table === null ? '' : `-${t(`overview:sheet.${table}`).toLowerCase()}`
  return `${t('overview:file')}-${month}${about}.${format}`
}

async function workbook(context: Context, options: ExportOptions): Promise<Uint8Array> {
  const { db } = context
  const business = await readBusiness(db)
  const { people } = await readOverviewSettings(context)
  const t = overviewWords(options.language)
  const staff = new Map((await listStaff(db)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null): string => (id === null ? t('common:nobody') : (staff.get(id) ?? ''))
  const view = await viewMonth(context, options.month)
  const facts = await readMonth(context, monthSpan(options.month, business.zone))
  const summary = summarySheet(view, { ...options, people, business: business.name }, nameOf, t)
  const tables = []
  for (const table of ['cases', 'promises', 'contacts'] as const) {
    tables.push(await tableSheet(db, facts, table, { names: options.names, people }, t))
  }
  const { xlsxOf } = await import('./overview-files.ts')
  return xlsxOf([summary, ...tables], business.zone)
}

async function csv(context: Context, options: ExportOptions, table: OverviewTable): Promise<Uint8Array> {
  const { zone } = await readBusiness(context.db)
  const { people } = await readOverviewSettings(context)
  const facts = await readMonth(context, monthSpan(options.month, zone))
  const t = overviewWords(options.language)
  const sheet = await tableSheet(context.db, facts, table, { names: options.names, people }, t)
  const { csvOf } = await import('./overview-files.ts')
  return csvOf(sheet, options.language, zone)
}

type MailInput = ExportOptions & { readonly contactId: string; readonly to: string; readonly pdf: string }

/**
 * Our own mail is a case set aside: kept and findable, but no question, so that it never counts in an overview.
 * Fails with no-mailbox when there is none to send from.
 */
async function mailOverview(
  context: Context,
  compose: ComposeMail,
  input: MailInput,
  actor: Actor,
): Promise<Result<null, Failure>> {
  const { db, clock } = context
  const mailbox = (await listMailboxes(db)).find(({ active }) => active)
  if (mailbox === undefined) return fail({ code: 'no-mailbox' })
  const business = await readBusiness(db)
  const now = clock.now()
  const { subject, text } = await mailWords(context, input)
  const mail = await compose({
    contactId: input.contactId,
    from: { name: mailbox.fromName === '' ? business.name : mailbox.fromName, address: mailbox.address },
    to: [input.to],
    cc: [],
    subject,
    text,
    date: now,
    zone: business.zone,
    inReplyTo: null,
    references: [],
    automatic: false,
    attachments: [
      {
        name: fileName(input.month, input.language, 'pdf', null),
        mediaType: 'application/pdf',
        bytes: Buffer.from(input.pdf, 'base64'),
      },
    ],
  })
  const result = await commit<null>(context, async (trx) => {
    if ((await outboxOfContact(trx, input.contactId)) !== null) return ok(null)
    await queueMail({ ...context, db: trx }, { ...input, subject, text, mailboxId: mailbox.id }, mail, actor)
    return ok(null)
  })
  if (!result.ok) return result
  context.changed(['cases', 'status'])
  context.poke('sending')
  return ok(null)
}

async function mailWords(context: Context, input: MailInput): Promise<{ subject: string; text: string }> {
  const t = overviewWords(input.language)
  const { figures, inProgress } = await viewMonth(context, input.month)
  const said = figures === null ? [t('overview:noData')] : overviewSentences(figures, t, input.language)
  const subject = t('overview:mail.subject', { month: monthName(input.month, input.language) })
  const lines = [
    subject,
    said.join(' '),
    ...(inProgress ? [t('overview:inProgress')] : []),
    t('overview:mail.attached'),
  ]
  return { subject, text: lines.join('\n\n') }
}

async function queueMail(
  { db, clock }: Context,
  mail: { contactId: string; to: string; subject: string; text: string; mailboxId: string },
  { messageId, envelope, raw }: ComposedMail,
  actor: Actor,
): Promise<void> {
  const now = clock.now()
  const address = mail.to.toLowerCase()
  const known = await findCustomerByAddress(db, { kind: 'email', value: address })
  const customerId = known ?? newId()
  if (known === null) {
    const addresses = [{ kind: 'email', value: address } as const]
    await insertCustomer(db, { id: customerId, name: address, company: null, notes: '', createdAt: now, addresses })
  }
  const caseId = newId()
  await insertCase(db, {
    id: caseId,
    number: await nextCaseNumber(db),
    customerId,
    subject: mail.subject,
    subjectKey: subjectKey(mail.subject),
    kind: 'request',
    channel: 'mail',
    ownerId: actor,
    mailboxId: mail.mailboxId,
    openedAt: now,
    setAsideReason: 'own-mail',
  })
  await insertContact(db, {
    id: mail.contactId,
    caseId,
    customerId,
    kind: 'mail-out',
    at: now,
    recordedAt: now,
    staffId: actor,
    fromAddress: envelope.from,
    to: [...envelope.recipients],
    subject: mail.subject,
    text: mail.text,
    quoted: '',
    hasHtml: false,
    unreadable: false,
    automatic: actor === null,
    mood: null,
    outcome: null,
    rawId: null,
    messageId,
    references: [],
  })
  await insertOutbox(db, {
    id: newId(),
    contactId: mail.contactId,
    caseId,
    mailboxId: mail.mailboxId,
    messageId,
    envelopeFrom: envelope.from,
    recipients: envelope.recipients,
    raw,
    sendAt: now,
    createdAt: now,
    answersMailId: null,
  })
  await refreshCase(db, caseId)
}
