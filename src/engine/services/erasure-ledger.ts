import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { id, instant } from '../../shared/contract/define.ts'

// Which customers and cases were erased, kept outside the database as well: a backup that is put back may be older than that.
// It holds no name, no address and no text: ids, and where on the server the mails were (so that they are not fetched again).

const erasureSchema = z.strictObject({
  at: instant,
  customerIds: z.array(id),
  caseIds: z.array(id),
  mails: z.array(
    z.strictObject({
      mailboxId: id,
      path: z.string(),
      uidValidity: z.string(),
      uid: z.int(),
      sha256: z.string(),
    }),
  ),
})
export type Erasure = z.infer<typeof erasureSchema>

const LEDGER = 'erased.jsonl'
const ledgerBeside = (folder: string, shop: string): string => join(folder, `belofte-${shop}-erased.jsonl`)

/** What was erased, oldest first. A line that can't be read is left out: the others still count. */
function readLedger(file: string): Erasure[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [erasureSchema.parse(JSON.parse(line))]
      } catch {
        return []
      }
    })
}

/** Written before the database is changed: an erasure that is noted and not done is done within an hour of the next start. */
export function noteErasure(profile: string, erasure: Erasure): void {
  writeWhole(join(profile, LEDGER), [...readLedger(join(profile, LEDGER)), erasure])
}

/** All that is known, from the profile and from beside the backup in `folder`. */
export function knownErasures(profile: string, folder: string | null, shop: string): Erasure[] {
  const beside = folder === null ? [] : readLedger(ledgerBeside(folder, shop))
  return merged(readLedger(join(profile, LEDGER)), beside)
}

/** The backups there must know too, for they may be put back on another PC. */
export function copyErasures(profile: string, folder: string, shop: string): void {
  const all = knownErasures(profile, folder, shop)
  if (all.length > 0) writeWhole(ledgerBeside(folder, shop), all)
}

/** After a restore on this PC. */
export function keepErasures(profile: string, erasures: readonly Erasure[]): void {
  if (erasures.length > 0) writeWhole(join(profile, LEDGER), merged(readLedger(join(profile, LEDGER)), erasures))
}

function merged(a: readonly Erasure[], b: readonly Erasure[]): Erasure[] {
  return [...new Map([...a, ...b].map((one) => [JSON.stringify(one), one])).values()].sort((x, y) => x.at - y.at)
}

function writeWhole(file: string, erasures: readonly Erasure[]): void {
  writeFileSync(`${file}.part`, erasures.map((one) => `${JSON.stringify(one)}\n`).join(''), {
    mode: 0o600,
    flush: true,
  })
  renameSync(`${file}.part`, file)
}
