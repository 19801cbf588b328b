import { useEffect } from 'react'

/** Marks <html data-ready="…"> once a screen has its data: what screenshots and tests wait for. */
export function useReady(screen: string, ready: boolean): void {
  useEffect(() => {
    const page = document.documentElement
    if (!ready) return
    page.dataset['ready'] = screen
    return () => {
      if (page.dataset['ready'] === screen) delete page.dataset['ready']
    }
  }, [screen, ready])
}
