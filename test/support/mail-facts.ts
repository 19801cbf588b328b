import type { MailFacts } from '../../src/shared/domain/mail-facts.ts'

type Given = Partial<Omit<MailFacts, 'headers'>> & { readonly headers?: Readonly<Record<string, string>> }

/** An ordinary customer's mail to the shop, with what a test wants different. */
export function mailFacts(given: Given = {}): MailFacts {
  const { headers = {}, ...rest } = given
  return {
    from: { name: 'Piet Jansen', address: 'piet@klant.example' },
    replyTo: [],
    to: [{ name: 'Fietsen Vos', address: 'info@fietsenvos.example' }],
    cc: [],
    subject: 'Vraag over mijn fiets',
    date: Date.UTC(2025, 2, 3, 9, 0),
    text: 'Goedemorgen,\n\nWanneer kan ik mijn fiets ophalen?\n\nGroet, Piet',
    html: null,
    messageId: 'a1@klant.example',
    inReplyTo: [],
    references: [],
    contentType: 'text/plain',
    contentTypeParameters: new Map(),
    returnPath: 'piet@klant.example',
    parts: [],
    keywords: [],
    ...rest,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
  }
}
