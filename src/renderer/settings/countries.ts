/** Countries from which shops are likely to write, besides whichever is set already. */
const CODES = 'NL BE DE LU FR GB IE AT CH DK SE NO FI ES PT IT PL CZ GR HU US CA AU NZ ZA SR AW CW'.split(' ')

/** For a list to choose from, by name in the language on screen. `chosen` is always among them. */
export function countries(
  language: string,
  chosen: string,
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return [...new Set([...CODES, chosen])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
}
