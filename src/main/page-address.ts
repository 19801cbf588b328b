import { join, sep } from 'node:path'

// Where our page lives, and who may speak as our page.

export const ORIGIN = 'app://belofte'
/** Stands in index.html where each load gets a nonce of its own. */
export const NONCE_PLACE = '__CSP_NONCE__'

/** The file in `folder` that an address of ours names; null for anything that isn't ours or would lead out of the folder. */
export function fileBehind(folder: string, address: string): string | null {
  const url = parseUrl(address)
  if (url === null || `${url.protocol}//${url.host}` !== ORIGIN) return null
  const path = decoded(url.pathname)
  if (path === null || /[\\\0:]/.test(path)) return null
  const file = join(folder, path === '/' ? 'index.html' : path)
  return file.startsWith(folder + sep) ? file : null
}

/** Null instead of an exception. */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Whether `address` is a page of ours: of the app itself, or in development of the dev server at `devServer`. */
export function isOurPage(address: string, devServer: string | null): boolean {
  const url = parseUrl(address)
  if (url === null) return false
  if (devServer !== null) return url.origin === new URL(devServer).origin
  return `${url.protocol}//${url.host}` === ORIGIN
}
