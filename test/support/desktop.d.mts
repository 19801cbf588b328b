export interface ShownNotification {
  id: number
  app: string
  summary: string
  body: string
  /** LOW, NORMAL or CRITICAL */
  urgency: string
}

export interface Desktop {
  /** Add to the environment that Electron starts with. */
  env: Record<string, string>
  /** Add to Electron's arguments, before the app folder. */
  electronArgs: string[]
  /** Every notification since the start, oldest first; a replaced one is listed again. */
  notifications(): Promise<ShownNotification[]>
  /** The first one that matches, also when it was shown earlier. Timeout in milliseconds (default 10,000). */
  waitForNotification(matches: (shown: ShownNotification) => boolean, timeout?: number): Promise<ShownNotification>
  displayedCount(): Promise<number>
  /** Clicks the one on top, as its default action. */
  clickNotification(): Promise<string>
  closeNotifications(): Promise<string>
  stop(): Promise<void>
}

/** The executable, and the flags that it needs before the app folder on this machine. */
export function electronToTest(): Promise<{ executablePath: string; flags: string[] }>
export function startDesktop(size?: { width?: number; height?: number }): Promise<Desktop>
export function parseNotifications(text: string): ShownNotification[]
