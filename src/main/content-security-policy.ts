/**
 * What our page may load: itself. `nonce` is for the style elements that components make at run time.
 *
 * Mail bodies are shown in a frame without scripts that inherits this policy. Their style attributes are let through,
 * since mail looks broken without; nothing that such a style names can be loaded, as no other origin is allowed anywhere.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "frame-src 'none'",
  ].join('; ')
}

/** In development the page comes from Vite, which injects scripts and styles and speaks over a web socket. */
export const DEVELOPMENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')
