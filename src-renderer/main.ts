import './sheets.ts'
import { askedAhead } from './host/ask-ahead.ts'
import { connect } from './host/host.ts'

// The host prepares what every window asks first, the short answers before the long one, while the
// program of the window is still being read and compiled. null where it does not let us in.
const connecting = connect().then((host) => (host === null ? null : askedAhead(host, ['preferences.read', 'workspace.read', 'library.state', 'reports.first', 'reports.list'])))

// not awaited here: what the two have in common is in this file, and the window would wait for it for ever
void import('./window.tsx').then(({ openWindow }) => openWindow(connecting))
