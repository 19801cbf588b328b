// Ratios only mean something when both sides saw the same machine: they take turns, and medians forget the odd hiccup.

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The smallest value that is at least as large as `share` percent of all. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)]!
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Runs every side once a round, in turns, and hands back what each measured. The first `warmUps` rounds don't count:
 * they fill the caches that a PC in daily use has filled.
 */
export async function takeTurns<K extends string, T>(
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
  sides: Readonly<Record<K, () => Promise<T>>>,
): Promise<Record<K, T[]>> {
  const names = Object.keys(sides) as K[]
  const measured = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // Whoever always came second would always find the machine as the other left it.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = await sides[name]()
      if (round >= warmUps) measured[name].push(result)
    }
  }
  return measured
}
