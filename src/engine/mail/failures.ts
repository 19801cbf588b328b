import type { Failure, FailureCode } from '../../shared/contract/failure.ts'
import type { ServerSettings } from '../../shared/contract/mail.ts'

export type ServerRole = 'imap' | 'smtp'

const BY_ERROR_CODE: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  EDNS: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connection-timeout',
  ETIMEOUT: 'connection-timeout',
  CONNECT_TIMEOUT: 'connection-timeout',
  GREETING_TIMEOUT: 'connection-timeout',
  UPGRADE_TIMEOUT: 'connection-timeout',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REJECTED: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  CERT_CHAIN_TOO_LONG: 'certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'certificate-untrusted',
  INVALID_CA: 'certificate-untrusted',
  INVALID_PURPOSE: 'certificate-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  STARTTLS_INJECTION: 'tls-not-offered',
  ETLS: 'tls-not-offered',
  EPROTO: 'tls-not-offered',
}

/** "Not now" in the middle of logging in: trying later with the same password may well work (RFC 5530, RFC 5321). */
const LOGIN_LATER = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'ALERT'])

/** The fields that imapflow, nodemailer and Node put on their errors. */
interface Facts {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly message?: unknown
  readonly authenticationFailed?: unknown
  readonly serverResponseCode?: unknown
  readonly mailboxMissing?: unknown
  readonly tlsFailed?: unknown
  readonly responseStatus?: unknown
  readonly responseText?: unknown
  readonly responseCode?: unknown
  readonly response?: unknown
  readonly command?: unknown
}

/** What an error of a mail library means to a person. Never holds a password or an address. */
export function mailFailure(error: unknown, server: ServerSettings, role: ServerRole): Failure {
  const facts: Facts = typeof error === 'object' && error !== null ? error : {}
  const detail = { server: role, host: server.host, port: server.port }
  const code = failureCode(facts)
  const answer = code === 'server-said-no' || code === 'password-refused' ? serverAnswer(facts) : ''
  return { code, detail: code === 'server-said-no' || answer !== '' ? { ...detail, answer } : detail }
}

function failureCode(facts: Facts): FailureCode {
  if (facts.mailboxMissing === true) return 'folder-missing'
  if (isLoginRefusal(facts)) return isRefusedForNow(facts) ? 'server-said-no' : 'password-refused'
  const code = text(facts.originalCode) || text(facts.code)
  const known = BY_ERROR_CODE[code] ?? BY_ERROR_CODE[text(facts.code)]
  if (known !== undefined) return refineTls(known, facts)
  if (code.startsWith('ERR_SSL') || facts.tlsFailed === true) return 'tls-not-offered'
  if (facts.responseStatus !== undefined || typeof facts.responseCode === 'number') return 'server-said-no'
  return 'connection-lost'
}

/** nodemailer gives ETLS both for a refused STARTTLS and for a line that broke during the handshake. */
function refineTls(code: FailureCode, facts: Facts): FailureCode {
  const broke = text(facts.code) === 'ETLS' && /closed unexpectedly|ECONNRESET/.test(text(facts.message))
  return broke ? 'connection-lost' : code
}

function isLoginRefusal(facts: Facts): boolean {
  return facts.authenticationFailed === true || text(facts.code) === 'EAUTH'
}

function isRefusedForNow(facts: Facts): boolean {
  const smtp = typeof facts.responseCode === 'number' && facts.responseCode < 500
  return smtp || LOGIN_LATER.has(text(facts.serverResponseCode).toUpperCase())
}

/** The server's own words, as far as they hold no address. */
function serverAnswer(facts: Facts): string {
  const answer = text(facts.responseText) || text(facts.response)
  return answer
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[^\s<>]*@[^\s<>]*/g, '…')
    .trim()
    .slice(0, 300)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
