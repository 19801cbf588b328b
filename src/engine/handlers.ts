import type { CallName } from '../shared/contract/index.ts'
import type { Handlers } from './context.ts'
import type { MailAdapters } from './mail/types.ts'
import { absenceHandlers } from './services/absences.ts'
import { backupHandlers } from './services/backup.ts'
import type { BackupWork } from './services/backup-work.ts'
import { businessHandlers } from './services/business.ts'
import { caseHandlers } from './services/cases.ts'
import { contactHandlers } from './services/contacts.ts'
import { customerHandlers } from './services/customers.ts'
import { deskHandlers } from './services/desk-changes.ts'
import { improvementHandlers } from './services/improvements.ts'
import { lockHandlers } from './services/lock.ts'
import { mailContentHandlers } from './services/mail-content.ts'
import { mailboxHandlers } from './services/mailboxes.ts'
import { momentHandlers } from './services/moments.ts'
import { nagHandlers } from './services/nagging.ts'
import { outboxHandlers } from './services/outbox.ts'
import { overviewExportHandlers } from './services/overview-exports.ts'
import { overviewSettingsHandlers } from './services/overview-settings.ts'
import { overviewHandlers } from './services/overview.ts'
import { promiseCareHandlers } from './services/promise-care.ts'
import { privacyHandlers } from './services/privacy.ts'
import { promiseHandlers } from './services/promises.ts'
import { provisionHandlers } from './services/provision.ts'
import { queueHandlers } from './services/queue.ts'
import { replyHandlers } from './services/replies.ts'
import { roundHandlers } from './services/rounds.ts'
import { ruleHandlers } from './services/rules.ts'
import { searchHandlers } from './services/search.ts'
import { staffHandlers } from './services/staff.ts'
import { statusHandlers } from './services/status.ts'
import type { BackgroundWork } from './services/status.ts'
import { templateHandlers } from './services/templates.ts'
import { undoHandlers } from './services/undo.ts'

/** Every call of the contract, each from the service that knows it. */
export function createHandlers(
  mail: MailAdapters,
  work: BackgroundWork & { readonly backups: BackupWork },
  startAgain: () => void,
): Handlers<CallName> {
  const mailboxes = mailboxHandlers(mail.test)
  return {
    ...absenceHandlers,
    ...backupHandlers(work.backups, startAgain),
    ...businessHandlers,
    ...caseHandlers,
    ...contactHandlers,
    ...customerHandlers,
    ...deskHandlers,
    ...undoHandlers,
    ...lockHandlers(),
    ...mailContentHandlers(mail.content),
    ...mailboxes,
    ...improvementHandlers,
    ...momentHandlers,
    ...nagHandlers,
    ...outboxHandlers,
    ...overviewHandlers,
    ...overviewExportHandlers(mail.compose),
    ...overviewSettingsHandlers,
    ...promiseCareHandlers,
    ...privacyHandlers,
    ...promiseHandlers,
    ...provisionHandlers(mailboxes['mailbox.save']),
    ...queueHandlers,
    ...replyHandlers(mail.compose),
    ...roundHandlers,
    ...ruleHandlers,
    ...searchHandlers,
    ...staffHandlers,
    ...statusHandlers(work),
    ...templateHandlers,
  }
}
