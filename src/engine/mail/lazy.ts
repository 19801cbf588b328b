import type { MailAdapters } from './types.ts'

/**
 * The adapters, loaded when something first needs them: protocols and MIME are half of the engine's code, and no screen
 * should wait for them at a start.
 */
export function lazyMail(load: () => Promise<MailAdapters>): MailAdapters {
  let loading: Promise<MailAdapters> | null = null
  const mail = (): Promise<MailAdapters> => (loading ??= load())
  return {
    source: { open: async (login) => (await mail()).source.open(login) },
    sender: { open: async (login) => (await mail()).sender.open(login) },
    read: async (mails, own) => (await mail()).read(mails, own),
    compose: async (draft) => (await mail()).compose(draft),
    test: async (mailbox, password) => (await mail()).test(mailbox, password),
    content: {
      html: async (raw) => (await mail()).content.html(raw),
      attachment: async (raw, position) => (await mail()).content.attachment(raw, position),
    },
  }
}
