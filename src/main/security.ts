import { app, session } from 'electron'
import { DEVELOPMENT_POLICY } from './content-security-policy.ts'
import type { Log } from './log.ts'
import { isOurPage } from './page-address.ts'
import { mayLoad } from './page-walls.ts'

// The walls around every page. Each holds by itself, should another one fall.

/** Before the first window. `devServer` is Vite's address in development, else null. */
export function buildWalls(devServer: string | null, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame && isOurPage(event.url, devServer)) return
      event.preventDefault()
      log.warn('navigation refused')
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())

  const ours = session.defaultSession
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  ours.setPermissionCheckHandler(() => false)
  ours.setDevicePermissionHandler(() => false)
  ours.on('will-download', (event) => event.preventDefault())
  ours.webRequest.onBeforeRequest((details, answer) => {
    const allowed = mayLoad(details.url, devServer)
    if (!allowed) log.warn('request refused')
    answer({ cancel: !allowed })
  })
  if (devServer !== null) {
    ours.webRequest.onHeadersReceived((details, answer) =>
      answer({ responseHeaders: { ...details.responseHeaders, 'content-security-policy': [DEVELOPMENT_POLICY] } }),
    )
  }
}
