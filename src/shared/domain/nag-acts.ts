/** What ends a nag: the promise was kept, a call now, telling the customer that it will be later, or a colleague does it. */
export const NAG_ACTS = ['keep', 'call', 'tell', 'hand-over'] as const
export type NagAct = (typeof NAG_ACTS)[number]
