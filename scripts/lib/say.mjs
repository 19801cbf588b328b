// What the scripts print, and how they fail: one sentence, exit code 1, never a stack trace.

/** A failure that the person at the keyboard can do something about. */
export class Problem extends Error {}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

/** Progress of one long step: redrawn on a terminal, a line every 10% elsewhere (logs of a CI run). */
export function progress(label, totalBytes) {
  const terminal = process.stdout.isTTY === true
  let shown = -1
  return {
    update(doneBytes) {
      const percent = totalBytes > 0 ? Math.min(100, Math.floor((doneBytes / totalBytes) * 100)) : 0
      const step = terminal ? percent : Math.floor(percent / 10) * 10
      if (step === shown) return
      shown = step
      const text = `${label} ${step}% of ${megabytes(totalBytes)}`
      process.stdout.write(terminal ? `\r${text} ` : `${text}\n`)
    },
    done() {
      if (terminal && shown >= 0) process.stdout.write('\n')
    },
  }
}

/** Says every ten seconds that a step without a percentage still goes on. */
export function ticker(label) {
  say(`${label}…`)
  const started = Date.now()
  const timer = setInterval(() => say(`${label}… ${Math.round((Date.now() - started) / 1000)} s`), 10_000)
  return { stop: () => clearInterval(timer) }
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** Runs a script's main function and turns whatever goes wrong into one sentence. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    if (process.env.BELOFTE_DEBUG && error?.stack) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
}

export function describe(error) {
  if (error instanceof Problem) return error.message
  const cause = error instanceof Error ? error.message : String(error)
  const sentences = {
    ENOSPC: 'The disk is full. Make room and run the same command again.',
    EACCES: `No permission: ${cause}. Check who owns that folder and run the same command again.`,
    EPERM: `No permission: ${cause}. Close programs that use that file and run the same command again.`,
    EROFS: `This folder cannot be written: ${cause}. Move the project to a folder of your own.`,
  }
  return (
    sentences[error?.code] ??
    `Something unexpected went wrong: ${cause}. Run it again with BELOFTE_DEBUG=1 to see where.`
  )
}
