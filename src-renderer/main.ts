import './sheets.ts'
import { askedAhead } from './host/ask-ahead.ts'
import { connect } from './host/host.ts'

// The first rows of a large library are drawn before the host makes the list of all of them, for which
// the two of them, the browser and the disk would wait for each other.
const firstSight = Promise.withResolvers<void>()

// The host prepares what every window asks first while the program of the window is still being read and compiled.
// null where it does not let us in.
const connecting = connect().then((host) => (host === null ? null : askedAhead(host, { short: ['preferences.read', 'workspace.read', 'library.state', 'reports.first'], beforeList: firstSight.promise })))

// not awaited here: what the two have in common is in this file, and the window would wait for it for ever
void import('./window.tsx').then(({ openWindow }) => openWindow(connecting, firstSight.resolve))
