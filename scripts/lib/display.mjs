// A virtual X display for machines without a screen.
import { spawn } from 'node:child_process'
import { Problem } from './say.mjs'

export function needsVirtualDisplay(platform = process.platform, env = process.env) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Starts Xvfb on the first free display number.
 * @returns {Promise<{env: {DISPLAY: string}, stop: () => void}>}
 */
export function startVirtualDisplay({ width = 1440, height = 900 } = {}) {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset']
    // Detached: Ctrl-C must reach the app first, which closes in order and needs its display for that.
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
    const stop = () => {
      process.off('exit', stop)
      server.kill('SIGTERM')
    }
    let said = ''
    server.stderr.on('data', (chunk) => (said += chunk))
    server.on('error', () =>
      reject(
        new Problem(
          'There is no display, and no virtual one could be started: Xvfb is not installed. On Debian: sudo apt-get install -y xvfb',
        ),
      ),
    )
    server.on('exit', (code) =>
      reject(
        new Problem(`The virtual display did not start (Xvfb ended with ${code}): ${said.trim().split('\n').pop()}`),
      ),
    )
    server.stdio[3].once('data', (number) => {
      // The pipes stay open (a server that writes to a closed one dies), but nothing waits for them any more.
      for (const part of [server.stderr, server.stdio[3], server]) part.unref()
      process.once('exit', stop)
      resolve({ env: { DISPLAY: `:${String(number).trim()}` }, stop })
    })
  })
}
