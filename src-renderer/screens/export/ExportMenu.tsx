import { useMemo } from 'react'
import type { Input } from '#core/contract/calls.ts'
import { useScreenCommands, type Command } from '../../commands.ts'
import { useHost } from '../../host/use-call.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { keepFile, useFileKeeping } from '../../save-figure.ts'
import { useLanguage, useWords } from '../../use-words.ts'

type Format = Input<'comparison.export'>['format']

const formats = ['xlsx', 'csv', 'md', 'html', 'json'] as const satisfies readonly Format[]

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
      formats.map(
        (format): Command => ({
          id: `export-${format}`,
          group: 'comparison',
          label: (w) => w.around.commands.export(w.exporting[format]),
          isAvailable: () => selection !== null,
          run: () => void host.call('comparison.export', { ...selection, format, language }).then(keepFile)
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
      options={formats.map((id) => ({ id, label: words.exporting[id], note: `.${id}` }))}
      onChoose={(id) => {
        const format = formats.find((known) => known === id)
        if (format !== undefined) void keep(() => host.call('comparison.export', { ...selection, format, language }))
      }}
    />
  )
}
