import { memo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import { themeName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Band } from './reading.ts'

interface GutterProps {
  readonly index: number
  readonly bands: readonly Band[]
  readonly themes: readonly Theme[]
  readonly onGo: (column: number, key: string) => void
}

/** About how long a name is in the small face, in pixels. */
const lengthOf = (name: string): number => [...name].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 6 : 11), 0)

const bandClass = ({ isFirm, isCrossing, isThrough }: Band): string => (isThrough ? 'band through' : !isFirm ? 'band loose' : isCrossing ? 'band crossing' : 'band')

/** Between two columns: a band from each block to the one that answers it. The stage draws their outlines. */
export const Gutter = memo(function Gutter({ index, bands, themes, onGo }: GutterProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <svg className="reader-gutter" data-gutter={index} role="img" aria-label={words.readerView.bands}>
      <defs>
        <pattern id={`hatch-${index}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {bands.map((band) => {
        const name = themeName(themes, band.theme, language)
        return (
          <g
            key={`${band.left} ${band.right}`}
            data-left={band.left}
            data-right={band.right}
            data-units={band.units.join(' ')}
            className={bandClass(band)}
            style={{ '--c': `var(--theme-${band.theme})` }}
            onClick={() => onGo(index, band.left)}
          >
            <title>{[name, ...(band.isCrossing ? [words.readerView.crossing] : []), ...(band.isThrough ? [words.readerView.through] : [])].join(' · ')}</title>
            <path className="fill" />
            {band.isCrossing && <path className="hatch" style={{ fill: `url(#hatch-${index})` }} />}
            <text data-length={lengthOf(name)}>{name}</text>
          </g>
        )
      })}
    </svg>
  )
})
