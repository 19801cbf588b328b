import type { BrowserWindow } from 'electron'
import type { ExportOptions } from '../shared/contract/overview.ts'
import { waitFor } from './screenshots.ts'
import type { Windows } from './windows.ts'

/** In inches; the page is 680 pixels wide, which is A4 between these margins. */
const MARGINS = { top: 0.6, bottom: 0.7, left: 0.59, right: 0.59 }

/**
 * The overview on A4: text that can be selected, tagged for who reads with their ears, with page numbers.
 * Rejects when the page does not come.
 */
export async function overviewPdf(
  windows: Pick<Windows, 'openHidden'>,
  { month, language, names }: ExportOptions,
  foot: { readonly left: string; readonly page: string },
): Promise<Uint8Array> {
  const hash = `#/overview-print?month=${month}&language=${language}${names ? '&names' : ''}`
  const window: BrowserWindow = windows.openHidden(hash)
  // It shows in the margins.
  window.setBackgroundColor('#ffffff')
  try {
    const shown = await waitFor(window, language, 'overview-print')
    if (shown !== true) throw new Error(`the page for the printer did not come; it says: ${shown}`)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: MARGINS,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(foot.left, foot.page),
    })
  } finally {
    window.destroy()
  }
}

/** Chromium fills in the numbers. */
function footer(left: string, page: string): string {
  const style =
    'width:100%;margin:0 0.59in;display:flex;justify-content:space-between;font:8px sans-serif;color:#565b63;'
  return `<div style="${style}"><span>${escaped(left)}</span><span>${escaped(page)} <span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}
