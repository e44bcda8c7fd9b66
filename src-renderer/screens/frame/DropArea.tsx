import { useState, type DragEvent, type ReactNode } from 'react'
import { useHost } from '../../host/use-call.ts'
import { importDropped } from '../../importing.ts'
import { useWords } from '../../use-words.ts'

/** Files dropped anywhere on the window are read. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const words = useWords()
  const host = useHost()
  const [isOver, setOver] = useState(false)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    <div
      className="drop-area"
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false)
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(false)
        void importDropped(host, event.dataTransfer)
      }}
    >
      {children}
      {isOver && (
        <div className="drop-veil">
          <p>{words.frame.drop}</p>
          <small>{words.frame.dropNote}</small>
        </div>
      )}
    </div>
  )
}
