import { protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { NONCE_PLACE, ORIGIN, fileBehind } from './page-address.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
}

/** Before the app is ready. Makes app:// an origin like https://, without any of the privileges of file://. */
export function registerAppScheme(): void {
  // Node loads what stands behind it at the first one: now, while Electron gets ready, rather than when a page waits for it.
  void new Response(null)
  const scheme = new URL(ORIGIN).protocol.slice(0, -1)
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the files of `folder` and nothing else. */
export function serveApp(folder: string): void {
  protocol.handle(new URL(ORIGIN).protocol.slice(0, -1), async ({ url, method }) => {
    const file = method === 'GET' ? fileBehind(folder, url) : null
    const type = file === null ? undefined : TYPES[extname(file)]
    if (file === null || type === undefined) return new Response(null, { status: 404 })
    try {
      const bytes = await readFile(file)
      return file.endsWith('.html')
        ? page(bytes.toString('utf8'), type)
        : new Response(bytes, { headers: headers(type) })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

function page(html: string, type: string): Response {
  const nonce = randomBytes(18).toString('base64')
  return new Response(html.replaceAll(NONCE_PLACE, nonce), {
    headers: { ...headers(type), 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' },
  })
}

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
})
