import { useMemo, useState } from 'react'
import type { Input } from '#core/contract/calls.ts'
import { useScreenCommands, type Command } from '../../commands.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { noticeRefusal, noticeSaved } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { saveBytes } from '../../save-bytes.ts'

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
  const [isBusy, setBusy] = useState(false)
  const commands = useMemo(
    () =>
      formats.map(
        (format): Command => ({
          id: `export-${format}`,
          group: 'comparison',
          label: (w) => w.around.commands.export(w.exporting[format]),
          isAvailable: () => selection !== null,
          run: () => void save(host, { ...selection, format, language })
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
        if (format === undefined) return
        setBusy(true)
        void save(host, { ...selection, format, language }).finally(() => setBusy(false))
      }}
    />
  )
}

async function save(host: Host, input: Input<'comparison.export'>): Promise<void> {
  const reply = await host.call('comparison.export', input)
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) {
    if (reply.value.base64 !== null) saveBytes(reply.value.fileName, reply.value.base64)
    noticeSaved(reply.value.fileName)
  }
}
