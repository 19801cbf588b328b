import { expect, it } from 'vitest'
import { parseNotifications } from '../support/desktop.mjs'

it('reads the notifications that dunst recorded, with several lines in one', () => {
  const record = (...fields) => `${fields.join('\x1f')}\x1e`
  const text =
    record('1', 'Belofte', 'Bel Jan', 'regel 1\nregel 2', 'CRITICAL') + record('2', 'Belofte', 'Twee', '', 'LOW')
  expect(parseNotifications(`${text}half writ`)).toEqual([
    { id: 1, app: 'Belofte', summary: 'Bel Jan', body: 'regel 1\nregel 2', urgency: 'CRITICAL' },
    { id: 2, app: 'Belofte', summary: 'Twee', body: '', urgency: 'LOW' },
  ])
})
