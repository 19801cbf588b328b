/** By what is in it, whatever it is called. */
export function pictureType(bytes: Uint8Array): 'png' | 'jpeg' | null {
  const begins = (...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  return begins(0xff, 0xd8, 0xff) ? 'jpeg' : null
}
