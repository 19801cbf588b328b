import { fail, ok } from '../../shared/domain/result.ts'
import type { MailSender, MailSource, TestConnection } from './types.ts'

/** Tries both servers with what is on screen: the one for mail in first, since that one knows the folders too. */
export function createTestConnection(source: MailSource, sender: MailSender): TestConnection {
  return async (mailbox, password) => {
    const incoming = await source.open({ server: mailbox.imap, password })
    if (!incoming.ok) return incoming
    try {
      const folders = await incoming.value.folders()
      if (!folders.ok) return folders
      for (const path of mailbox.folders) {
        const opened = await incoming.value.openFolder(path)
        if (opened.ok) continue
        return fail({ ...opened.error, detail: { ...opened.error.detail, folder: path } })
      }
      const outgoing = await sender.open({ server: mailbox.smtp, password })
      if (!outgoing.ok) return outgoing
      outgoing.value.close()
      return ok({ folders: folders.value })
    } finally {
      await incoming.value.close()
    }
  }
}
