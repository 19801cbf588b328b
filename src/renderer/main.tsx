import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './look/look.css'
import { createRoot } from 'react-dom/client'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { App, loadAhead } from './App.tsx'
import { firstLanguage, speak } from './i18n.ts'
import { styleNonce } from './theme.ts'
import { followAddress } from './view-state.ts'
import { askAhead } from './engine/client.ts'

// Scroll locks of dialogs make a style element of their own and look for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

loadFont()
loadAhead()
askAhead()
followAddress()
void speak(firstLanguage()).then(() => createRoot(document.getElementById('root')!).render(<App />))

/** The letters of nearly every word here: asked for at once, so that no text changes its shape while it is being read. */
function loadFont(): void {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href: inter })
  document.head.append(link)
}
