const MIDNIGHT = 24 * 60

/**
 * Minutes since midnight in what a person types for a time of day: 9, 9:00, 9.30, 930, 17u30, 5pm is not read.
 * Null when it isn't a time. 24:00 is the end of the day.
 */
export function readClock(text: string): number | null {
  const parts =
    /^(\d{1,2})(?:\s*[:.,u ]\s*(\d{2}))?\s*(?:u|uur)?$/i.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim())
  if (parts === null) return null
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  const total = hour * 60 + minute
  return minute < 60 && total <= MIDNIGHT ? total : null
}

/** 9:00, 17:30, 24:00. */
export function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
