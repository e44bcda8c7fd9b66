import { askedAhead } from './host/ask-ahead.ts'
import { connect } from './host/host.ts'

// The host prepares what every window asks first, the short answers before the long one, while the
// program of the window is still being read and compiled. null where it does not let us in.
const connecting = connect().then((host) => (host === null ? null : askedAhead(host, ['preferences.read', 'workspace.read', 'library.state', 'reports.first', 'reports.list'])))

const { openWindow } = await import('./window.tsx')
void openWindow(connecting)
