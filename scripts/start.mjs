// `npm start`: prepares what is missing, builds when the sources changed, opens the app.
// Arguments after `--` go to the app: npm start -- --demo
import { buildIfChanged } from './lib/build.mjs'
import { needsVirtualDisplay, startVirtualDisplay } from './lib/display.mjs'
import { electronArguments, electronEnv, openApp } from './lib/open-app.mjs'
import { runScript, say } from './lib/say.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const appArguments = process.argv.slice(2)
  const virtualDisplay = needsVirtualDisplay()
  const { executable } = await prepare({ virtualDisplay })
  await buildIfChanged()

  const display = virtualDisplay ? await startVirtualDisplay() : undefined
  if (display) {
    say('No display here: the app runs on a virtual one, so there is no window to see. Ctrl-C ends it.')
    if (!appArguments.some((argument) => argument.startsWith('--screenshot'))) {
      say('To see it, let it write pictures of its screens: npm start -- --demo --screenshot=DIR')
    }
  }
  try {
    return await openApp({
      executable,
      args: electronArguments({ appArguments, virtualDisplay }),
      env: electronEnv(display?.env),
    })
  } finally {
    display?.stop()
  }
})
