import { useState, type ReactNode } from 'react'
import type { LibraryState } from '#core/contract/calls.ts'
import { keysLabel } from '../../commands.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { clockTime, number } from '../../language/labels.ts'
import { openOther } from '../../libraries.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { startGuide } from '../../state/guide.ts'
import { showOverlay } from '../../state/overlays.ts'
import { showLimits } from '../../state/panels.ts'
import { prefer, usePreferences } from '../../state/preferences.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import './settings.css'

/** How the window looks and what reading may cost; where the library lies and how it is kept safe. */
export function SettingsScreen({ library }: { readonly library: LibraryState }) {
  const words = useWords()
  const { settings } = words.around
  return (
    <div className="settings" data-scroller>
      <h2>{settings.title}</h2>
      <LookSection />
      <AuthorSection />
      <LibrarySection library={library} />
      <ReadingSection />
      <Section title={settings.keyboard} note={settings.keyboardNote}>
        <button type="button" onClick={() => showOverlay('keys')}>
          {words.around.keys.open} <kbd>?</kbd>
        </button>
        <button type="button" onClick={() => showOverlay('palette')}>
          {words.around.commands.palette} <kbd>{keysLabel('Mod+K')}</kbd>
        </button>
      </Section>
      <Section title={settings.guide} note={settings.guideNote}>
        <button type="button" onClick={() => startGuide()}>
          {settings.guideStart}
        </button>
      </Section>
      <p className="settings-foot">{settings.privacy}</p>
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

function Section({ title, note, children }: SectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <h3>{title}</h3>
      <div>
        {children}
        {note !== undefined && <p className="settings-note">{note}</p>}
      </div>
    </section>
  )
}

function LookSection() {
  const words = useWords()
  const { settings } = words.around
  const { language, look, textSize } = usePreferences()
  return (
    <Section title={settings.look}>
      <div className="settings-row">
        <span>{settings.language}</span>
        <Segmented
          label={settings.language}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' }
          ]}
          onChange={(value) => prefer({ language: value })}
        />
      </div>
      <div className="settings-row">
        <span>{words.frame.look}</span>
        <Segmented
          label={words.frame.look}
          value={look}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: words.frame[value] }))}
          onChange={(value) => prefer({ look: value })}
        />
      </div>
      <div className="settings-row">
        <span>{settings.size}</span>
        <Segmented
          label={settings.size}
          value={textSize}
          options={(['small', 'normal', 'large'] as const).map((value) => ({ value, label: settings.sizes[value] }))}
          onChange={(value) => prefer({ textSize: value })}
        />
      </div>
      <blockquote lang="zh-CN">{settings.sizeSample}</blockquote>
      <p className="settings-note">{settings.sizeNote}</p>
    </Section>
  )
}

function AuthorSection() {
  const words = useWords()
  const author = usePreferences((p) => p.author)
  return (
    <Section title={words.notes.author} note={words.notes.authorNote}>
      <input type="text" maxLength={80} aria-label={words.notes.author} value={author} onChange={(event) => prefer({ author: event.target.value })} />
    </Section>
  )
}

const bytesInMegabyte = 1024 * 1024

function LibrarySection({ library }: { readonly library: LibraryState }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const { settings, libraries } = words.around
  const known = useCall('libraries.recent', {}).value
  const { codebook, savedAt } = library
  return (
    <>
      <Section title={settings.library}>
        <dl className="settings-facts">
          <dt>{settings.name}</dt>
          <dd>{library.name}</dd>
          <dt>{settings.place}</dt>
          <dd>
            <code>{known?.current.path}</code> {known !== null && <CopyPath path={known.current.path} />}
          </dd>
          <dt>{settings.holds}</dt>
          <dd>
            {words.reports(number(library.reportCount))} · {words.characters(number(library.characterCount))}
          </dd>
          <dt>{settings.size_}</dt>
          <dd>{known !== null && settings.megabytes(number(known.current.bytes / bytesInMegabyte, 1))}</dd>
          <dt>{settings.saved}</dt>
          <dd>{savedAt === null ? words.frame.nothingSaved : `${savedAt.slice(0, 10)} ${clockTime(savedAt)}`}</dd>
          <dt>{settings.codebook}</dt>
          <dd>
            {codebook.name[language]} {codebook.version} <code>{codebook.sha256.slice(0, 16)}</code>
          </dd>
        </dl>
        <div className="pane-actions">
          <button type="button" onClick={() => showOverlay('new-library')}>
            {libraries.new}
          </button>
          <button type="button" onClick={() => void openOther(host, library.shell)}>
            {libraries.open}
          </button>
        </div>
      </Section>
      <Section title={settings.backup}>
        <p className="settings-text">{settings.backupNote}</p>
        <code>{`npm run -s cli -- backup --library "${known?.current.path ?? ''}" --output "${library.name}-backup.duizhao"`}</code>
      </Section>
    </>
  )
}

function CopyPath({ path }: { readonly path: string }) {
  const words = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <button type="button" className="link" onClick={() => void navigator.clipboard.writeText(path).then(() => setCopied(true))}>
      {isCopied ? words.around.settings.copied : words.around.settings.copyPath}
    </button>
  )
}

function ReadingSection() {
  const words = useWords()
  const { settings } = words.around
  const limits = useCall('limits.read', {}).value
  return (
    <Section title={settings.reading} note={settings.readingNote}>
      <div className="settings-row">
        <span>{limits !== null && settings.limits(number(limits.megabytes), number(limits.seconds), number(limits.pageSeconds))}</span>
        <button type="button" onClick={() => showLimits(true)}>
          {settings.change}
        </button>
      </div>
    </Section>
  )
}
