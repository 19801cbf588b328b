/** A question as a customer's mail program would send it. */
export function questionMail(one: { readonly id: string; readonly subject: string; readonly text: string }): string {
  return [
    'Return-Path: <piet@klant.test>',
    'From: Piet Jansen <piet@klant.test>',
    'To: info@winkel.test',
    `Subject: ${one.subject}`,
    `Message-ID: <${one.id}@klant.test>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    one.text,
    '',
  ].join('\r\n')
}

/** One header of a raw mail, unfolded; null when it is not there. */
export function headerOf(raw: string, name: string): string | null {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line === undefined ? null : line.slice(name.length + 1).trim()
}
