import { parseUrl } from './page-address.ts'

/** Our own pages, what they carry inside them, and the developer tools. Nothing of the network. */
export function mayLoad(address: string, devServer: string | null): boolean {
  const url = parseUrl(address)
  if (url === null) return false
  if (['app:', 'data:', 'blob:', 'devtools:'].includes(url.protocol)) return true
  return devServer !== null && url.host === new URL(devServer).host
}

/** Addresses that may be handed to the system, once a person has seen them whole. Null for any other. */
export function externalAddress(address: string): string | null {
  const url = parseUrl(address)
  if (url === null || !['https:', 'mailto:', 'tel:'].includes(url.protocol)) return null
  // A name and password in front of the host make another host look like the real one.
  if (url.username !== '' || url.password !== '') return null
  return url.href
}
