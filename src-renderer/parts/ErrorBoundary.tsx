import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  readonly sentence: string
  readonly again: string
  readonly children: ReactNode
}

/** Keeps a fault in one pane from taking the window down: a sentence and a way on, never a blank. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div className="pane-message" role="alert">
        <p>{this.props.sentence}</p>
        <button type="button" onClick={() => this.setState({ broken: false })}>
          {this.props.again}
        </button>
      </div>
    )
  }
}
