import { extname, resolve } from 'node:path'

/** What the system has handed over and nobody has taken yet: files the program was opened with, or that were dropped on its icon. */
export class HandedOver {
  #library: string | null = null
  #files: string[] = []

  add(paths: readonly string[]): void {
    for (const path of paths) {
      // one library is open at a time: of several the last one is meant
      if (extname(path).toLowerCase() === '.duizhao') this.#library = path
      else this.#files.push(path)
    }
  }

  get hasLibrary(): boolean {
    return this.#library !== null
  }

  get isEmpty(): boolean {
    return !this.hasLibrary && this.#files.length === 0
  }

  takeLibrary(): string | null {
    const library = this.#library
    this.#library = null
    return library
  }

  takeFiles(): readonly string[] {
    const files = this.#files
    this.#files = []
    return files
  }
}

/**
 * The paths among the words a program was started with. Before them stands the program itself, and
 * where Electron runs a checkout also the folder of that; switches are Chromium's or Electron's.
 */
export function pathsOf(words: readonly string[], { folder, isPackaged }: { readonly folder: string; readonly isPackaged: boolean }): string[] {
  return words
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .slice(isPackaged ? 0 : 1)
    .map((path) => resolve(folder, path))
}

/** What a second start sends to the first, or nothing where it is something else. */
export function readSent(sent: unknown): string[] {
  if (typeof sent !== 'object' || sent === null || !('paths' in sent) || !Array.isArray(sent.paths)) return []
  return sent.paths.filter((path): path is string => typeof path === 'string')
}
