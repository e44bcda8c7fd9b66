import type { LibraryState } from '#core/contract/calls.ts'

interface SettingsScreenProps {
  readonly library: LibraryState
}

export function SettingsScreen(_: SettingsScreenProps) {
  return <p className="pane-message">…</p>
}
