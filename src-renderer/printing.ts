import { flushSync } from 'react-dom'
import type { Host } from './host/host.ts'
import { routeNow } from './routes.ts'
import { noticeRefusal, noticeSaved } from './state/notices.ts'
import { usePrinting } from './state/printing.ts'
import { usePreferences } from './state/preferences.ts'
import { wordsOf } from './use-words.ts'

const begin = (): void => usePrinting.setState({ isPrinting: true })
const end = (): void => usePrinting.setState({ isPrinting: false })

/** However the page comes to be printed, by our own command or by the browser's, it is printed whole. */
export function listenToPrinting(): void {
  window.addEventListener('beforeprint', () => flushSync(begin))
  window.addEventListener('afterprint', end)
}

/** The dialog of the system, for the view in sight. */
export async function printView(): Promise<void> {
  await drawn()
  // where the page is not printed after all, nobody would say that it was
  const undone = (): void => window.removeEventListener('beforeprint', began)
  let hasBegun = false
  const began = (): void => void (hasBegun = true)
  window.addEventListener('beforeprint', began)
  window.print()
  undone()
  if (!hasBegun) end()
}

/** The view in sight as a PDF, by the desktop. */
export async function savePdf(host: Host): Promise<void> {
  const { view } = routeNow()
  const { language } = usePreferences.getState()
  await drawn()
  const print = crypto.randomUUID()
  // the person may think about the place for long
  let isOver = false
  const over = (): void => {
    if (!isOver) end()
    isOver = true
  }
  const deafen = host.on('view-printed', (printed) => void (printed.print === print && over()))
  const reply = await host.call('view.savePdf', { title: wordsOf[language].around.commands[view === 'search' ? 'searchView' : view], print })
  deafen()
  over()
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeSaved(reply.value.fileName)
}

/** All of the view, laid out. */
async function drawn(): Promise<void> {
  begin()
  for (let frame = 0; frame < 3; frame += 1) await new Promise((next) => requestAnimationFrame(next))
}
