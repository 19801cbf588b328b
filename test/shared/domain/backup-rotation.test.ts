import { assert, array, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToKeep, KEPT_DAYS, KEPT_MONTHS, KEPT_WEEKS } from '../../../src/shared/domain/backup-rotation.ts'
import type { DatedBackup } from '../../../src/shared/domain/backup-rotation.ts'
import { dateOf } from '../../../src/shared/domain/local-days.ts'
import { DAY, HOUR } from '../../../src/shared/domain/time.ts'

const ZONE = 'Europe/Amsterdam'
const NOON = Date.parse('2026-03-05T12:00:00+01:00')

const daily = (days: number): DatedBackup[] =>
  Array.from({ length: days }, (_, i) => ({ name: `b${i}`, at: NOON - i * DAY }))
const datesOf = (backups: readonly DatedBackup[], kept: ReadonlySet<string>): string[] =>
  backups.filter(({ name }) => kept.has(name)).map(({ at }) => dateOf(at, ZONE))

describe('which backups stay', () => {
  it('of a year of daily ones: seven days, the ends of four weeks, the ends of six months', () => {
    const backups = daily(365)
    expect(datesOf(backups, backupsToKeep(backups, ZONE))).toEqual([
      ...['2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02', '2026-03-01', '2026-02-28', '2026-02-27'],
      ...['2026-02-22', '2026-02-15'],
      ...['2026-01-31', '2025-12-31', '2025-11-30', '2025-10-31'],
    ])
  })

  it('the newest of a day stays, and one just before midnight belongs to its own day', () => {
    const backups = [
      { name: 'morning', at: NOON },
      { name: 'evening', at: NOON + 11 * HOUR },
      { name: 'night', at: NOON + 13 * HOUR },
    ]
    expect([...backupsToKeep(backups, ZONE)].sort()).toEqual(['evening', 'night'])
  })

  it('a PC that was off for two years loses none of what it had', () => {
    const backups = daily(5).map(({ name, at }) => ({ name, at: at - 730 * DAY }))
    expect(backupsToKeep([...backups, { name: 'new', at: NOON }], ZONE).size).toBe(6)
  })

  const anyBackups = array(integer({ min: 0, max: 500 * 24 }), { maxLength: 80 }).map((hours) =>
    hours.map((hour, i) => ({ name: `b${i}`, at: NOON - hour * HOUR })),
  )
  const anyZone = constantFrom(ZONE, 'Pacific/Auckland', 'America/New_York')

  it('the newest always stays, never more than all three kinds together, and what stays stays', () => {
    assert(
      property(anyBackups, anyZone, (backups, zone) => {
        const kept = backupsToKeep(backups, zone)
        expect(kept.size).toBeLessThanOrEqual(KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS)
        if (backups.length > 0) {
          const newest = Math.max(...backups.map(({ at }) => at))
          expect(backups.some(({ name, at }) => at === newest && kept.has(name))).toBe(true)
        }
        const left = backups.filter(({ name }) => kept.has(name))
        expect(backupsToKeep(left, zone)).toEqual(kept)
      }),
    )
  })

  it('rotating after each backup leaves the same as rotating once at the end', () => {
    assert(
      property(anyBackups, anyZone, (backups, zone) => {
        const inOrder = backups.toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
        let left: DatedBackup[] = []
        for (const backup of inOrder) {
          const now = [...left, backup]
          const kept = backupsToKeep(now, zone)
          left = now.filter(({ name }) => kept.has(name))
        }
        expect(new Set(left.map(({ name }) => name))).toEqual(backupsToKeep(backups, zone))
      }),
    )
  })
})
