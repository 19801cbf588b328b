const STYLE = 'font-family: sans-serif; font-size: 1em; line-height: 1.5'

/** What staff wrote, for programs that show HTML: paragraphs, line breaks and links, nothing else. */
export function textToHtml(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(linkify).join('<br>\n')}</p>`)
  return `<!DOCTYPE html>\n<html>\n<body style="${STYLE}">\n${paragraphs.join('\n')}\n</body>\n</html>\n`
}

function linkify(line: string): string {
  return line
    .split(/(https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((part, i) => (i % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('')
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/ {2}/g, '&nbsp; ')
}
