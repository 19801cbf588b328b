import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './look/look.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { firstLanguage, speak } from './i18n.ts'
import { styleNonce } from './theme.ts'
import { followAddress } from './view-state.ts'
import { askAhead } from './engine/client.ts'

// Scroll locks of dialogs make a style element of their own and look for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

askAhead()
followAddress()
void speak(firstLanguage()).then(() => createRoot(document.getElementById('root')!).render(<App />))
