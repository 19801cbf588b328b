import { Tokenizer } from 'htmlparser2'

/** Beyond this nobody reads or searches; the raw mail keeps it all. */
const MOST_HTML = 2_000_000

const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote figure'.split(' '))
const LINES = new Set(
  'div tr li dt dd section article header footer main nav aside address form fieldset center hr body head html caption'.split(
    ' ',
  ),
)
const HIDDEN = new Set(
  'script style title textarea template iframe noembed noframes xmp object svg math select'.split(' '),
)
/** Filler that newsletters put behind their first line, and soft hyphens. */
const FILLER = /(?:[\u00ad\u200b\u200c\u2060\ufeff]|\u034f)+/g

/**
 * What a person would read in this HTML, as plain text: blocks on lines of their own, cells of a row apart by a tab, quoted history
 * marked with `> ` as mail programs do. For lists, search and the rules; what is shown as HTML is sanitised elsewhere. Runs in time
 * linear to its input, whatever the nesting: it reads tokens and builds no tree.
 */
export function htmlToText(html: string): string {
  const page = new TextWriter()
  const source = html.slice(0, MOST_HTML)
  let hidden: string | null = null
  let hiddenDepth = 0
  const nameAt = (start: number, end: number) => source.slice(start, Math.min(end, start + 20)).toLowerCase()

  const tokens = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        if (hidden === null) page.text(source.slice(start, end))
      },
      ontextentity(codepoint) {
        if (hidden === null) page.text(String.fromCodePoint(codepoint))
      },
      onopentagname(start, end) {
        const name = nameAt(start, end)
        if (hidden === null && HIDDEN.has(name)) hidden = name
        if (name === hidden) hiddenDepth += 1
        if (hidden === null) page.open(name)
      },
      onclosetag(start, end) {
        const name = nameAt(start, end)
        if (hidden === null) page.close(name)
        else if (name === hidden) hiddenDepth -= 1
        if (hiddenDepth === 0) hidden = null
      },
      onselfclosingtag() {
        if (hidden !== null) hiddenDepth -= 1
        if (hiddenDepth === 0) hidden = null
      },
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onopentagend() {},
      onprocessinginstruction() {},
    },
  )
  tokens.write(source)
  tokens.end()
  return page.toString()
}

/** Collects lines; knows how many line ends are owed before the next word. */
class TextWriter {
  readonly #lines: string[] = []
  #line: string[] = []
  #owed: 0 | 1 | 2 = 0
  #space = ''
  #quotes = 0
  #lastQuotes = 0
  #pre = 0

  open(name: string): void {
    if (name === 'br') return this.#endLine()
    if (name === 'td' || name === 'th') this.#space = '\t'
    this.#block(name)
    if (name === 'li') this.text('- ')
    if (name === 'pre') this.#pre += 1
    if (name === 'blockquote') this.#quotes += 1
  }

  close(name: string): void {
    this.#block(name)
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1)
  }

  text(text: string): void {
    const plain = text.replace(FILLER, '')
    if (this.#pre > 0) return this.#preformatted(plain)
    const words = plain.replace(/[ \t\r\n\f\u00a0]+/g, ' ')
    if (words.startsWith(' ') && this.#space === '') this.#space = ' '
    const trimmed = words.trim()
    if (trimmed === '') return
    this.#word(trimmed)
    this.#space = words.endsWith(' ') ? ' ' : ''
  }

  toString(): string {
    this.#endLine()
    return this.#lines.join('\n').trim()
  }

  #preformatted(text: string): void {
    const lines = text.split(/\r\n|\r|\n/)
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#endLine()
      if (line !== '') this.#word(line)
    }
  }

  #word(word: string): void {
    if (this.#owed > 0) this.#flush()
    if (this.#line.length > 0) this.#line.push(this.#space)
    this.#space = ''
    this.#line.push(word)
  }

  #block(name: string): void {
    if (PARAGRAPHS.has(name)) this.#owed = 2
    else if (LINES.has(name) && this.#owed === 0) this.#owed = 1
    else return
    // The line so far is whole: what follows may be quoted deeper or less deep.
    if (this.#line.length > 0) this.#finishLine()
  }

  #flush(): void {
    if (this.#line.length > 0) this.#finishLine()
    const above = this.#lines.at(-1) ?? ''
    if (this.#owed === 2 && above.replace(/^[> ]+/, '') !== '') {
      this.#lines.push(mark(Math.min(this.#quotes, this.#lastQuotes)).trimEnd())
    }
    this.#owed = 0
  }

  #endLine(): void {
    if (this.#owed > 0) this.#flush()
    this.#finishLine()
  }

  #finishLine(): void {
    this.#lines.push((mark(this.#quotes) + this.#line.join('')).trimEnd())
    this.#lastQuotes = this.#quotes
    this.#line = []
    this.#space = ''
  }
}

function mark(quotes: number): string {
  return '> '.repeat(Math.min(quotes, 5))
}
