/** Whether this can be a mail address. The engine has the last word; this is for telling early. */
export const looksLikeAddress = (text: string): boolean => /^[^\s@"<>(),;:]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)
