import { useMemo } from 'react'
import type { Input } from '#core/contract/calls.ts'
import type { SavedFigure } from '#core/contract/figure-calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import { useScreenCommands, type Command } from '../../commands.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'
import type { Language } from '../../language/provinces.ts'
import type { Words } from '../../language/zh.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { keepFile, useFileKeeping } from '../../save-figure.ts'
import { useLanguage, useWords } from '../../use-words.ts'

type Format = Input<'comparison.export'>['format']

const formats = ['xlsx', 'csv', 'md', 'html', 'json'] as const satisfies readonly Format[]

/** The tables of a paper (三线表), beside the working tables. */
const paperFormats = ['docx', 'xlsx'] as const satisfies readonly Input<'comparison.exportPaper'>['format'][]

interface Choice {
  readonly id: string
  readonly label: (words: Words) => string
  readonly note: string
  readonly save: (host: Host, of: { readonly selection: Input<'comparison.build'>; readonly language: Language }) => Promise<Reply<SavedFigure | null>>
}

const choices: readonly Choice[] = [
  ...formats.map((format): Choice => ({
    id: format,
    label: (w) => w.exporting[format],
    note: `.${format}`,
    save: (host, { selection, language }) => host.call('comparison.export', { ...selection, format, language })
  })),
  ...paperFormats.map((format): Choice => ({
    id: `paper-${format}`,
    label: (w) => w.exporting.paper[format],
    note: `.${format}`,
    save: (host, { selection, language }) => host.call('comparison.exportPaper', { ...selection, format, language })
  }))
]

interface ExportMenuProps {
  /** What is compared now; null while there is nothing to export. */
  readonly selection: Input<'comparison.build'> | null
}

/** The table as a file: the reports and themes in sight, in the language of the window. */
export function ExportMenu({ selection }: ExportMenuProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const { isBusy, keep } = useFileKeeping()
  const commands = useMemo(
    () =>
      choices.map(
        ({ id, label, save }): Command => ({
          id: `export-${id}`,
          group: 'comparison',
          label: (w) => w.around.commands.export(label(w)),
          isAvailable: () => selection !== null,
          run: () => {
            if (selection !== null) void save(host, { selection, language }).then(keepFile)
          }
        })
      ),
    [host, selection, language]
  )
  useScreenCommands(commands)
  return (
    <OptionMenu
      className="main"
      label={isBusy ? words.exporting.busy : words.exporting.button}
      disabled={selection === null || isBusy}
      options={choices.map(({ id, label, note }) => ({ id, label: label(words), note }))}
      onChoose={(id) => {
        const choice = choices.find((known) => known.id === id)
        if (choice !== undefined && selection !== null) void keep(() => choice.save(host, { selection, language }))
      }}
    />
  )
}
