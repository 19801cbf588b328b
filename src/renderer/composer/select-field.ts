/** Puts the focus on a field that is still empty, selected whole: what is typed takes its place. */
export function selectField(textarea: HTMLTextAreaElement, name: string): void {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`\\{\\{ {0,5}${escaped} {0,5}\\}\\}`).exec(textarea.value)
  textarea.focus()
  if (found !== null) textarea.setSelectionRange(found.index, found.index + found[0].length)
}
