/** No byte came from the server for so long that nobody should go on waiting. */
export class SilenceError extends Error {
  readonly code = 'ETIMEDOUT'
}

/**
 * Waits for `answer`, but not longer than `silence` milliseconds after the last sign of life. Some calls of mail libraries never
 * settle when a line dies at the wrong moment; with this around every call, nothing waits for ever.
 * @param received a counter that grows whenever the server sends something
 */
export async function watch<T>(answer: Promise<T>, silence: number, received: () => number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silent = new Promise<never>((_resolve, reject) => {
    let before = received()
    const look = (): void => {
      const now = received()
      if (now === before) return reject(new SilenceError('the server fell silent'))
      before = now
      timer = setTimeout(look, silence)
    }
    timer = setTimeout(look, silence)
  })
  try {
    return await Promise.race([answer, silent])
  } finally {
    clearTimeout(timer)
  }
}
