import { existsSync, readFileSync } from 'node:fs'
import { referenceContext } from '../../src-main/host/reference.ts'
import { scoreContent, type LabelledContent } from './content-score.ts'
import { scoreDoubts } from './doubt-score.ts'
import { printFormats } from './formats.ts'
import { scoreMetadata } from './metadata-score.ts'
import { scoreSentences, type LabelledSentence } from './sentence-score.ts'
import { scoreThemes, type LabelledText, type ThemeLabels } from './theme-score.ts'

/**
 * `npm run corpus [--errors]`: how well the readings agree with labels made by hand. The labelled
 * texts are not part of the repository; without them there is nothing to score, and that is said.
 */
const data = new URL('../../../shared/data/', import.meta.url)
async function score(): Promise<void> {
  const showErrors = process.argv.includes('--errors')
  const meetings = new URL('meetings/', data)
  const labels = json(new URL('labels.json', meetings)) as ThemeLabels & { records: readonly (LabelledText & LabelledContent)[] }
  const context = referenceContext()

  const metadata = scoreMetadata(data)
  console.log(`\n报告元数据 metadata (${metadata.texts} texts)`)
  print('province', percent(metadata.province))
  print('date', percent(metadata.date))
  print('officials', `F1 ${metadata.officials.toFixed(3)}`)

  console.log('\n主题与内容 themes and content (meeting texts)')
  const themes = scoreThemes(labels, meetings, context)
  const content = scoreContent(labels.records, meetings, context)
  print('themes', themes.themes.toString())
  print('targets', content.targets.toString())
  print('programmes', content.programmes.toString())

  const { sentences } = json(new URL('sentences.json', import.meta.url)) as { sentences: readonly LabelledSentence[] }
  const errors = [...metadata.misses, ...themes.errors, ...content.errors]
  for (const split of ['dev', 'heldout'] as const) {
    for (const mode of ['whole', 'alone'] as const) {
      const scored = scoreSentences(sentences.filter((s) => s.split === split && s.doubtful !== true), mode, data)
      const how = mode === 'whole' ? 'in their reports' : 'each without its report'
      console.log(`\n句子 sentences, ${split}, ${how} (${scored.sentences})`)
      print('themes', scored.themes.toString())
      print('traps clean', `${scored.trapsClean}/${scored.traps}`)
      print('kind', percent(scored.kindRight / scored.sentences))
      print('targets', scored.targets.toString())
      if (split === 'dev') errors.push(...scored.errors.map((error) => `${mode} ${error}`))
    }
  }
  for (const split of ['dev', 'heldout'] as const) {
    const { readings, wrong, top, wrongOnTop, asked, wrongAsked, order } = scoreDoubts(sentences.filter((s) => s.split === split && s.doubtful !== true), data)
    console.log(`\n存疑次序 order of doubt, ${split} (${readings} readings, ${wrong} wrong)`)
    print('top fifth', `${wrongOnTop} of the wrong, ${percent(wrongOnTop / top)} wrong; all: ${percent(wrong / readings)}`)
    print('asked', `${asked}, ${wrongAsked} of the wrong`)
    print('order', order.toFixed(3))
  }
  if (showErrors) console.log('\n' + errors.join('\n'))
  await printFormats()
}

const json = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const print = (name: string, value: string): void => console.log(`  ${name.padEnd(12)} ${value}`)

if (!existsSync(data)) {
  console.log('没有标注文本（../shared/data），无从评分。 The labelled texts (../shared/data) are not here: nothing to score.')
} else {
  await score()
}
