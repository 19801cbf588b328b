const LONGEST = 120
/** Most file systems take 255 bytes; some of that is left for a copy's " (2)". */
const MOST_BYTES = 240
/** Windows keeps these for devices, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\..*)?$/i
/** Control, direction marks (they show `gpj.exe` as `exe.jpg`), invisible and unassigned characters, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A plain base name that every file system takes and that stays in its folder: no path, no device, nothing invisible, at most 120
 * characters with the extension kept. Never empty: `fallback` stands in, which must be such a name itself.
 */
export function safeAttachmentName(name: string, fallback = 'attachment'): string {
  const shown = name.slice(0, 2_000).normalize('NFC').replace(INVISIBLE, '')
  const base = shown.split(/[/\\]/).findLast((piece) => trimEnds(piece) !== '') ?? ''
  const plain = trimEnds(base.replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' '))
  if (plain === '') return fallback
  return shorten(DEVICE.test(plain) ? `_${plain}` : plain)
}

/** Windows drops dots and blanks at the end; a dot in front hides a file elsewhere. */
function trimEnds(name: string): string {
  return name
    .replace(/^[\s.]+/, '')
    .trimEnd()
    .replace(/[\s.]{1,2000}$/, '')
}

function shorten(name: string): string {
  const extension = /\.[^.\s]{1,15}$/u.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  const room = MOST_BYTES - bytesIn(extension)
  const letters: string[] = []
  let bytes = 0
  for (const letter of stem) {
    bytes += bytesIn(letter)
    if (letters.length === LONGEST - extension.length || bytes > room) return trimEnds(letters.join('')) + extension
    letters.push(letter)
  }
  return name
}

/** In UTF-8. */
function bytesIn(text: string): number {
  return [...text].reduce((sum, letter) => sum + utf8Length(letter.codePointAt(0)!), 0)
}

function utf8Length(codepoint: number): number {
  return codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4
}

const PROGRAMS = new Set(
  (
    'exe com bat cmd scr pif msi msp mst msc msix appx appinstaller vbs vbe vb js jse mjs ws wsf wsh wsc sct hta jar jnlp ps1 ps1xml ps2 ' +
    'psm1 psd1 psc1 reg inf lnk url scf cpl dll ocx sys drv gadget application appref-ms chm hlp library-ms searchconnector-ms settingcontent-ms ' +
    'theme themepack diagcab iso img vhd vhdx dmg pkg mpkg app command tool workflow action scpt applescript terminal webloc fileloc inetloc ' +
    'sh bash zsh csh fish run bin out desktop deb rpm snap appimage flatpakref py pyc pyw pyz pl rb php docm dotm xlsm xltm xlam xll pptm ' +
    'potm ppam ppsm sldm accde accdb mdb mde ade adp slk iqy one xbap ahk au3 apk ipa crx xpi htm html xhtml mht mhtml shtml svg svgz swf'
  ).split(' '),
)

/** Whether opening it can run something. Judges the name that a person will see, after safeAttachmentName. */
export function isProgram(name: string): boolean {
  const safe = safeAttachmentName(name).toLowerCase()
  const dot = safe.lastIndexOf('.')
  return dot >= 0 && PROGRAMS.has(safe.slice(dot + 1))
}
