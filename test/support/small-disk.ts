import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface SmallDisk {
  readonly path: string
  /** Takes all the room that is left; the returned call gives it back. */
  fill(): () => void
  unmount(): void
}

/** A disk of 4 MB; null where this user may mount nothing. */
export function mountSmallDisk(path: string): SmallDisk | null {
  mkdirSync(path, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(path, 'ballast')
  return {
    path,
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4_096))
      } catch {
        closeSync(file)
      }
      return () => rmSync(ballast)
    },
    unmount: () => void execFileSync('umount', ['-l', path]),
  }
}
