import { fail, ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import type { MailContent } from '../mail/types.ts'
import { attachmentById } from '../store/contacts.ts'
import { rawOfContact } from './intake-copies.ts'

/** What is read from a mail only when somebody looks: its HTML, its attachments, itself. */
export function mailContentHandlers(content: MailContent): Handlers<'mail.html' | 'mail.raw' | 'attachment.read'> {
  return {
    async 'mail.html'({ db }, { contactId }) {
      const raw = await rawOfContact(db, contactId)
      const html = raw === null ? null : await content.html(raw)
      return html === null ? fail({ code: 'not-found' }) : ok({ html })
    },

    async 'mail.raw'({ db }, { contactId }) {
      const raw = await rawOfContact(db, contactId)
      return raw === null ? fail({ code: 'not-found' }) : ok({ base64: base64(raw) })
    },

    async 'attachment.read'({ db }, { attachmentId }) {
      const attachment = await attachmentById(db, attachmentId)
      const raw = attachment === null ? null : await rawOfContact(db, attachment.contactId)
      const bytes = attachment === null || raw === null ? null : await content.attachment(raw, attachment.position)
      return bytes === null
        ? fail({ code: 'attachment-missing' })
        : ok({ name: attachment!.name, base64: base64(bytes) })
    },
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
