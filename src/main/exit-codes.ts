import type { FailureCode } from '../shared/contract/failure.ts'

/**
 * How Belofte ends, for scripts that roll it out. Kept stable.
 *
 * | code | meaning |
 * |---|---|
 * | 0 | ended normally, or handed over to the Belofte that was already running with this profile |
 * | 1 | a mistake in Belofte itself |
 * | 2 | a flag that it doesn't know or can't use |
 * | 3 | the profile folder can't be written to |
 * | 4 | the database comes from a newer Belofte; it was not touched |
 * | 5 | the database is damaged; it was not touched |
 * | 6 | another program keeps the database locked |
 * | 7 | the disk is full |
 * | 8 | the provision file was refused; nothing of it was applied |
 * | 9 | already running with this profile, so that a provision file can't be applied |
 * | 10 | the pictures of the screens could not be made |
 * | 11 | the profile holds a practice business where the real one was asked for, or the other way round |
 */
export const EXIT = {
  normal: 0,
  mistake: 1,
  flags: 2,
  profile: 3,
  databaseNewer: 4,
  databaseDamaged: 5,
  databaseBusy: 6,
  diskFull: 7,
  provision: 8,
  running: 9,
  screenshots: 10,
  practiceMixed: 11,
} as const

/** For a start that failed. */
export function exitCodeOf(code: FailureCode): number {
  switch (code) {
    case 'profile-not-writable':
      return EXIT.profile
    case 'database-newer':
      return EXIT.databaseNewer
    case 'database-damaged':
      return EXIT.databaseDamaged
    case 'database-busy':
      return EXIT.databaseBusy
    case 'disk-full':
      return EXIT.diskFull
    case 'practice-mixed':
      return EXIT.practiceMixed
    default:
      return EXIT.mistake
  }
}
