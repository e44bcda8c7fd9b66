import type { ReactNode } from 'react'
import type { LibraryState } from '#core/contract/calls.ts'
import { keysLabel } from '../../commands.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { showOverlay } from '../../state/overlays.ts'
import { prefer, usePreferences, type Look } from '../../state/preferences.ts'
import { useWords } from '../../use-words.ts'
import { ChangeTools } from './ChangeTools.tsx'
import { CoderMenu } from './CoderMenu.tsx'
import { LibraryMenu } from './LibraryMenu.tsx'

interface TopBarProps {
  readonly library: LibraryState
  /** What is compared, in a few words. */
  readonly crumb: string
  readonly isRailOpen: boolean
  readonly onToggleRail: () => void
  /** Search and export. */
  readonly children: ReactNode
}

export function TopBar({ library, crumb, isRailOpen, onToggleRail, children }: TopBarProps) {
  const words = useWords()
  const language = usePreferences((p) => p.language)
  const look = usePreferences((p) => p.look)
  return (
    <header className="top-bar">
      <button type="button" className="rail-toggle" aria-expanded={isRailOpen} aria-label={isRailOpen ? words.frame.closeRail : words.frame.openRail} onClick={onToggleRail}>
        {words.frame.library}
      </button>
      <h1>{words.name}</h1>
      <LibraryMenu library={library} />
      <CoderMenu />
      <span className="crumb" title={crumb}>
        <span>{crumb}</span>
      </span>
      <div className="top-tools">
        <ChangeTools />
        <button type="button" className="quiet palette-button" title={words.around.palette.open} onClick={() => showOverlay('palette')}>
          {words.around.palette.title} <kbd>{keysLabel('Mod+K')}</kbd>
        </button>
        <OptionMenu
          className="quiet"
          label={`${words.frame.look} · ${words.frame[look]}`}
          options={(['light', 'dark', 'system'] satisfies Look[]).map((id) => ({ id, label: words.frame[id] }))}
          onChoose={(id) => {
            if (id === 'light' || id === 'dark' || id === 'system') prefer({ look: id })
          }}
        />
        <Segmented
          label={words.frame.language}
          value={language}
          options={[
            { value: 'zh', label: '中', title: '中文' },
            { value: 'en', label: 'EN', title: 'English' }
          ]}
          onChange={(value) => prefer({ language: value })}
        />
        {children}
      </div>
    </header>
  )
}
