import { CSPProvider } from '@base-ui/react/csp-provider'
import type { CallCache } from './host/call-cache.ts'
import { HostProvider, useCall } from './host/use-call.ts'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { useLanguage, useWords } from './use-words.ts'
import { Workspace } from './Workspace.tsx'

/** The window over a host; without one, the sentence that says how to get in again. */
export function App({ cache }: { readonly cache: CallCache | null }) {
  const words = useWords()
  if (cache === null) {
    return (
      <p className="whole-message" role="alert">
        {words.frame.notAdmitted}
      </p>
    )
  }
  return (
    <CSPProvider disableStyleElements>
      <HostProvider value={cache}>
        <ErrorBoundary sentence={words.frame.broken} again={words.frame.tryAgain}>
          <OpenLibrary />
        </ErrorBoundary>
      </HostProvider>
    </CSPProvider>
  )
}

function OpenLibrary() {
  const words = useWords()
  const language = useLanguage()
  const { value, problem } = useCall('library.state', {})
  if (value !== null) return <Workspace library={value} />
  return (
    <p className="whole-message" role="status">
      {problem === null ? words.frame.opening : problem.message[language]}
    </p>
  )
}
