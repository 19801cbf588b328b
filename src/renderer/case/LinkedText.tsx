import { Anchor } from '@mantine/core'
import { useMemo } from 'react'
import { callDesktop } from '../engine/bridge.ts'
import { splitLinks } from './links.ts'

/** Plain text as it was written, with its web addresses to click. Main shows the whole address before it opens one. */
export function LinkedText({ text, className }: { readonly text: string; readonly className: string | undefined }) {
  const pieces = useMemo(() => splitLinks(text), [text])
  return (
    <p className={className}>
      {pieces.map(({ at, words, url }) => (url === null ? words : <Link key={at} url={url} words={words} />))}
    </p>
  )
}

export function Link({ url, words }: { readonly url: string; readonly words: string }) {
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      ta="left"
      td="underline"
      style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
      onClick={() => void callDesktop('desktop.open-external', { url })}
    >
      {words}
    </Anchor>
  )
}
