import { Component } from 'react'
import type { ReactNode } from 'react'
import { FailureNotice } from './FailureNotice.tsx'

interface Props {
  readonly children: ReactNode
}

/** Keeps a bug in one screen from blanking the window; going elsewhere clears it. */
export class ErrorFence extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main style={{ padding: 28 }}>
        <FailureNotice failure={{ code: 'internal' }} />
      </main>
    )
  }
}
