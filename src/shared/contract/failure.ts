/**
 * Everything that can be expected to go wrong, as a code. The screen words each one (locales/…/failure.json):
 * what happened, what is safe, what to do. `detail` holds the blanks in that sentence, never a body, address or secret.
 */
export const FAILURE_CODES = [
  // the call itself
  'bad-input',
  'unknown-call',
  'engine-away',
  'internal',
  'not-found',
  'changed-since',
  'address-taken',
  // the disk and the database
  'disk-full',
  'database-busy',
  'database-newer',
  'database-damaged',
  'profile-not-writable',
  'practice-mixed',
  // promises
  'promise-ended',
  'promise-live',
  'due-in-past',
  'too-late-to-correct',
  'reason-needed',
  'owner-unknown',
  'snooze-refused',
  'moment-not-understood',
  'absence-open',
  'owner-absent',
  // mail out
  'no-recipient',
  'bad-address',
  'unfilled-field',
  'no-mailbox',
  'already-sent',
  'attachment-missing',
  // mailboxes
  'host-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-lost',
  'certificate-expired',
  'certificate-name',
  'certificate-untrusted',
  'tls-not-offered',
  'password-refused',
  'password-missing',
  'folder-missing',
  'server-said-no',
  'no-key-store',
  // files
  'file-unreadable',
  'file-not-writable',
  'file-exists',
  'provision-invalid',
  'templates-invalid',
  // backups
  'not-a-backup',
  'backup-password',
  'backup-damaged',
  'backup-folder-away',
  'from-backup',
  // privacy
  'mail-underway',
  'pin-wrong',
  'pin-wait',
  'pin-needed',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export interface Failure {
  readonly code: FailureCode
  readonly detail?: Readonly<Record<string, string | number>>
}
