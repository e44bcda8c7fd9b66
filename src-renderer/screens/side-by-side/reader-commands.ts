import type { Command } from '../../commands.ts'
import { toggleLock } from '../../state/side-by-side.ts'
import type { StageKeeper } from './stage-keeper.ts'

/** What the keys do while reports are read side by side. */
export function readerCommands(keeper: StageKeeper, columns: number): Command[] {
  const command = (id: string, label: Command['label'], act: Pick<Command, 'keys' | 'run'>): Command => ({ id: `reader.${id}`, group: 'comparison', label, ...act })
  return [
    command('next', (words) => words.readerView.nextTheme, { keys: ['F8'], run: () => keeper.step(1) }),
    command('previous', (words) => words.readerView.previousTheme, { keys: ['Shift+F8'], run: () => keeper.step(-1) }),
    command('match', (words) => words.readerView.match, { keys: ['M'], run: () => keeper.match() }),
    command('lock', (words) => words.readerView.lockCommand, { keys: ['Mod+L'], run: toggleLock }),
    ...Array.from({ length: columns }, (_, column) =>
      command(`column-${column + 1}`, (words) => words.readerView.focusColumn(column + 1), { keys: [`Mod+${column + 1}`], run: () => keeper.focusColumn(column) })
    )
  ]
}
