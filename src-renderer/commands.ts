import { useEffect } from 'react'
import { create } from 'zustand'
import type { Words } from './language/zh.ts'

/** The sections of the palette and of the sheet of keys, in their order. */
export const commandGroups = ['places', 'comparison', 'changes', 'library', 'window'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something a person can do: the palette, the menus, the sheet of keys and the shortcuts all read this one description. */
export interface Command {
  readonly id: string
  readonly group: CommandGroup
  /** From the words of a language: the palette finds a command in both. */
  readonly label: (words: Words) => string
  /**
   * `Mod+Shift+P`, `F8`, `?`; Mod is Ctrl, on a Mac Command. All work, the first is shown. A key without
   * Mod or Alt does nothing while text is being written.
   */
  readonly keys?: readonly string[]
  /** Keys that a text field has its own use for. */
  readonly leavesWriting?: boolean
  /** Absent: always. */
  readonly isAvailable?: () => boolean
  readonly run: () => void
}

/** Keys that are no commands: those of a grid, a list. */
export interface KeyList {
  readonly id: string
  readonly title: (words: Words) => string
  readonly rows: (words: Words) => readonly { readonly keys: string; readonly does: string }[]
}

interface Registered {
  readonly commands: readonly Command[]
  readonly keyLists: readonly KeyList[]
}

const useRegistry = create<{ readonly all: readonly Registered[] }>()(() => ({ all: [] }))

/** @returns a function that takes them out again */
export function registerCommands(commands: readonly Command[], keyLists: readonly KeyList[] = []): () => void {
  const mine: Registered = { commands, keyLists }
  useRegistry.setState(({ all }) => ({ all: [...all, mine] }))
  return () => useRegistry.setState(({ all }) => ({ all: all.filter((other) => other !== mine) }))
}

/** What a screen can do while it is in sight. Give it the same lists each time (`useMemo`, or made outside the component). */
export function useScreenCommands(commands: readonly Command[], keyLists?: readonly KeyList[]): void {
  useEffect(() => registerCommands(commands, keyLists), [commands, keyLists])
}

/** A command that was registered later stands in for an earlier one of the same id. */
const latest = (all: readonly Registered[]): Command[] => [...new Map(all.flatMap(({ commands }) => commands).map((command) => [command.id, command])).values()]

export const useCommandList = (): readonly Command[] => latest(useRegistry((r) => r.all))

export const useKeyLists = (): readonly KeyList[] => useRegistry((r) => r.all).flatMap(({ keyLists }) => keyLists)

export const isAvailable = (command: Command): boolean => command.isAvailable?.() ?? true

/** The command that a key press asks for, or null. */
export function commandFor(event: KeyboardEvent): Command | null {
  const isWriting = isTextField(event.target)
  for (const command of latest(useRegistry.getState().all)) {
    const chord = (command.keys ?? []).find((keys) => isPressed(keys, event))
    if (chord === undefined || !isAvailable(command)) continue
    if (isWriting && (command.leavesWriting === true || !/^(Mod|Alt)\+|^F\d/.test(chord))) continue
    return command
  }
  return null
}

/** Does what a menu of the system asks for; while text is being written, undoing is the text's own. */
export function runCommand(id: string): void {
  if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) {
    document.execCommand(id)
    return
  }
  const command = latest(useRegistry.getState().all).find((known) => known.id === id)
  if (command !== undefined && isAvailable(command)) command.run()
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  if (event.key.toLowerCase() !== key.toLowerCase()) return false
  if (parts.includes('Mod') !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false
  // a sign such as ? is written with Shift on some keyboards and without on others
  return /^[^a-z]$/i.test(key) || parts.includes('Shift') === event.shiftKey
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** `Mod+Shift+P` as this machine's keyboard has it. */
export const keysLabel = (keys: string): string =>
  isMac ? keys.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '') : keys.replace('Mod', 'Ctrl').replaceAll('+', ' ')
