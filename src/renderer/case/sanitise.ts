import createDOMPurify from 'dompurify'

// A mail's HTML is hostile until proven otherwise. Three walls: what is not plain formatting is taken out here, the frame
// it is shown in may run and load nothing, and the page's own policy forbids every request anyway.

const purify = createDOMPurify(window)

const FORBIDDEN_TAGS = [
  ...['style', 'form', 'input', 'button', 'select', 'option', 'textarea', 'svg', 'math', 'audio', 'video', 'source'],
  ...['picture', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'dialog', 'template', 'area', 'map'],
]
const LOADING = new Set(['src', 'srcset', 'background', 'poster', 'lowsrc', 'dynsrc', 'data', 'action', 'ping', 'cite'])
const OPENABLE = /^(?:https?:\/\/|mailto:|tel:)/i
const MOST_LINKS = 30

export interface SanitisedMail {
  readonly html: string
  /** How many pictures and other things from elsewhere were kept out. */
  readonly blocked: number
  /** Where its links lead, in order and once each: they are opened from outside the frame. */
  readonly links: readonly { readonly url: string; readonly words: string }[]
}

/** Plain formatting and inline pictures stay; scripts, forms, styles and everything from elsewhere go. */
export function sanitiseMail(html: string): SanitisedMail {
  const links = new Map<string, string>()
  let blocked = 0
  purify.removeAllHooks()
  purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
    if (LOADING.has(attribute.attrName) && !attribute.attrValue.trim().startsWith('data:image/')) {
      attribute.keepAttr = false
      blocked += 1
    }
    if (attribute.attrName === 'style' && /url\s*\(|image-set|@import|expression|\\/i.test(attribute.attrValue)) {
      attribute.keepAttr = false
      blocked += 1
    }
  })
  purify.addHook('afterSanitizeAttributes', (node) => {
    const url = node.getAttribute('href')
    if (url === null) return
    node.removeAttribute('href')
    if (!OPENABLE.test(url)) return
    node.setAttribute('title', url)
    const words = node.textContent.trim().replace(/\s+/g, ' ')
    if (links.size < MOST_LINKS && !links.has(url)) links.set(url, words === '' ? url : words)
  })
  const clean = purify.sanitize(html, {
    FORBID_TAGS: FORBIDDEN_TAGS,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    USE_PROFILES: { html: true },
  })
  return { html: clean, blocked, links: [...links].map(([url, words]) => ({ url, words })) }
}

/** The document for the frame: no script, no request, readable on paper white whatever the scheme of the app is. */
export const frameDocument = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
  `</head><body style="margin:16px;background:#fff;color:#1d2126;font:16px/1.55 system-ui,sans-serif;overflow-wrap:anywhere">` +
  `${html}</body></html>`

const LINE = 26

/** How high the frame should be, in pixels. A guess: nobody outside may measure what is behind the glass. */
export function likelyHeight(html: string): number {
  const blocks = html.match(/<(?:p|div|tr|li|h[1-6]|br|blockquote|table)\b/gi)?.length ?? 0
  const pictures = html.match(/<img\b/gi)?.length ?? 0
  const words = html.replace(/<[^>]*>/g, '').length
  return Math.min(480, Math.max(120, (blocks + words / 70 + pictures * 6) * LINE + 2 * LINE))
}
