import { z } from 'zod'
import { businessInput, staffInput } from './business.ts'
import { command, returns } from './define.ts'
import { mailboxInput } from './mail.ts'

const provisionedMailbox = mailboxInput
  .extend({
    password: z.string().max(1_000).optional(),
    /** The name of an environment variable that holds the password, so that the file need not. */
    passwordEnv: z.string().max(200).optional(),
  })
  .refine((mailbox) => (mailbox.password === undefined) !== (mailbox.passwordEnv === undefined), {
    error: 'give either password or passwordEnv',
    path: ['password'],
  })

/** What `--provision=FILE` holds. Everything is optional, so that a file can add one mailbox to a running shop. */
export const provisionInput = z.strictObject({
  business: businessInput.partial().optional(),
  staff: z.array(staffInput).max(100).optional(),
  mailboxes: z.array(provisionedMailbox).max(20).optional(),
})
export type Provision = z.infer<typeof provisionInput>

export const provisionEntries = {
  /** Idempotent: applying the same file again changes nothing. Passwords are resolved by main before the call. */
  'provision.apply': command(z.strictObject({ provision: provisionInput }), returns<null>()),
}
