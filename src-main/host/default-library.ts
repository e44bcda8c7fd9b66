import { join } from 'node:path'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where the library lives when the user names none: the same place for both shells. */
export function defaultLibraryPath(surroundings: Surroundings): string {
  return namedLibrary(surroundings.env) ?? join(programDataFolder(surroundings), 'library.duizhao')
}

/** The library that the surroundings name, which goes before the one that was open last. */
export function namedLibrary(env: Surroundings['env']): string | null {
  const named = env['DUIZHAO_LIBRARY']
  return named === undefined || named === '' ? null : named
}

/** Libraries, preferences and the list of libraries opened before lie here. */
export function programDataFolder({ platform, home, env }: Surroundings): string {
  const named = env['DUIZHAO_DATA']
  if (named !== undefined && named !== '') return named
  return join(applicationDataFolder({ platform, home, env }), 'duizhao')
}

function applicationDataFolder({ platform, home, env }: Surroundings): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
}
