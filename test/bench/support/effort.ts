/** What a piece of work cost this process. */
export interface Effort {
  /** Seconds. */
  readonly wall: number
  /** Seconds of all its threads together. */
  readonly cpu: number
  /** The most memory that the process ever held (resident), in megabytes. */
  readonly memory: number
}

/** Starts measuring; the returned call says what it took since. */
export function effort(): () => Effort {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    const wall = (performance.now() - start) / 1000
    return { wall, cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }
  }
}
