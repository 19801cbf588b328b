import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'
import type { Failure } from '../../shared/contract/failure.ts'
import type { ServerSettings } from '../../shared/contract/mail.ts'
import type { ServerRole } from './failures.ts'

/** Certificates of authorities that a person chose to trust beside the built-in ones, as PEM. There is no way to accept anything else. */
export type ExtraAuthorities = readonly string[]

export function tlsOptions(server: ServerSettings, authorities: ExtraAuthorities): ConnectionOptions {
  return {
    minVersion: 'TLSv1.2',
    // Naming `ca` replaces the built-in list.
    ...(authorities.length > 0 ? { ca: [...rootCertificates, ...authorities] } : {}),
    // A certificate can't be checked against an empty name, and SNI must not hold an IP address.
    ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
  }
}

/** Without TLS a password travels readable, so only within this PC. Null when there is nothing against it. */
export function plainTextRefusal(server: ServerSettings, role: ServerRole): Failure | null {
  if (server.tls !== 'none' || isLoopback(server.host)) return null
  return { code: 'tls-not-offered', detail: { server: role, host: server.host, port: server.port } }
}

function isLoopback(host: string): boolean {
  const name = host.toLowerCase()
  if (name === 'localhost' || name === '::1' || name === '[::1]') return true
  return isIP(name) === 4 && name.startsWith('127.')
}
