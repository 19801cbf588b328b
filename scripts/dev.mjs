// `npm run dev`: the app with hot reload. Arguments after `--` go to the app, as with `npm start`.
import { needsVirtualDisplay, startVirtualDisplay } from './lib/display.mjs'
import { electronEnv, electronFlags } from './lib/open-app.mjs'
import { packageCommand, runTool } from './lib/run.mjs'
import { runScript } from './lib/say.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const virtualDisplay = needsVirtualDisplay()
  const { executable } = await prepare({ virtualDisplay })
  const display = virtualDisplay ? await startVirtualDisplay() : undefined
  // electron-vite names the app folder itself.
  const flags = electronFlags({ virtualDisplay })
  // Ctrl-C reaches electron-vite as well: wait for it to close the app, then take the display away.
  process.on('SIGINT', () => {})
  try {
    const { code } = await runTool(
      packageCommand('electron-vite'),
      ['dev', '--watch', '--', ...flags, ...process.argv.slice(2)],
      { env: { ...electronEnv(display?.env), ELECTRON_EXEC_PATH: executable } },
    )
    return code
  } finally {
    display?.stop()
  }
})
