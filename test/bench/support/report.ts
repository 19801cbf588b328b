/** What a figure is held against. `times`: at most so many times the bare one. `plus`: at most so much more. `below`: in itself. */
export type Limit =
  | { readonly kind: 'times'; readonly most: number }
  | { readonly kind: 'plus'; readonly most: number }
  | { readonly kind: 'below'; readonly most: number }

export type Unit = 'ms' | 's' | 'MB'

export interface Row {
  readonly work: string
  readonly unit: Unit
  readonly belofte: number
  /** The bare version of the same work in the same run; null when there is nothing to compare with. */
  readonly bare: number | null
  /** Beyond it, the benchmark fails. */
  readonly target?: Limit
  /** Where we want to be. */
  readonly goal?: Limit
}

const HEADINGS = ['', 'Belofte', 'bare', 'ratio', 'target', 'goal']

/** Prints the rows as one table, and makes the process end with 1 when one is over its target. */
export function report(title: string, rows: readonly Row[], notes: readonly string[] = []): void {
  const cells = rows.map((row) => [
    row.work,
    figure(row.belofte, row.unit),
    row.bare === null ? '' : figure(row.bare, row.unit),
    row.bare === null ? '' : `${(row.belofte / row.bare).toFixed(2)}×`,
    verdict(row, row.target),
    verdict(row, row.goal),
  ])
  const table = [[title, ...HEADINGS.slice(1)], ...cells]
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((line) => line[column]!.length)))
  for (const line of table)
    console.log(
      line
        .map((cell, column) => aligned(cell, widths[column]!, column))
        .join('  ')
        .trimEnd(),
    )
  for (const note of notes) console.log(note)
  if (rows.some((row) => row.target !== undefined && !isWithin(row, row.target))) process.exitCode = 1
}

/** Words and limits to the left, figures to the right. */
function aligned(cell: string, width: number, column: number): string {
  return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width)
}

function verdict(row: Row, limit: Limit | undefined): string {
  return limit === undefined ? '' : `${worded(limit, row.unit)} ${isWithin(row, limit) ? 'ok' : 'OVER'}`
}

function worded({ kind, most }: Limit, unit: Unit): string {
  if (kind === 'times') return `≤ ${most}×`
  return kind === 'plus' ? `≤ bare + ${most} ${unit}` : `≤ ${most} ${unit}`
}

function isWithin({ belofte, bare }: Row, { kind, most }: Limit): boolean {
  if (kind === 'below') return belofte <= most
  if (bare === null) throw new Error('a limit that compares needs a bare figure')
  return kind === 'times' ? belofte <= bare * most : belofte <= bare + most
}

function figure(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
  return `${value.toFixed(digits)} ${unit}`
}
