import { describe, expect, it } from 'vitest'
import { doubtSentence } from '#core/exchange/sentences.ts'

describe('a sentence on something doubtful', () => {
  it('says in words how places are counted, and only in what it is not as the standard says', () => {
    const said = (more: object) => doubtSentence({ what: 'counting', source: '甲', counting: { unit: 'code-point', lineEnd: 2, byteOrderMark: 0, end: 'exclusive', ...more } })
    expect(said({ unit: 'utf-16' })).toEqual({
      zh: '甲：位置按另一种数法（以 UTF-16 码元计数）才与原文相符，已照此读取。',
      en: '甲: places agree with the text only by another way of counting (in UTF-16 units), which was taken.'
    })
    expect(said({ lineEnd: 1, byteOrderMark: 1, end: 'inclusive' }).zh).toContain('（回车换行计作一个字符，计入开头的字节序标记，结束位置是最后一个字符）')
  })

  it.each([
    ['picture', '是图片', 'it is a picture'], ['audio', '是录音', 'it is a recording'], ['video', '是视频', 'it is a video'],
    ['pdf-without-text', '是没有文字的 PDF', 'it is a PDF without text'], ['text-missing', '没有附上文字', 'its text did not come with it'], ['without-guid', '没有标识（GUID）', 'it has no GUID']
  ] as const)('says in words why a source was not taken: %s', (kind, zh, en) => {
    expect(doubtSentence({ what: 'not-taken', kind, name: '甲' })).toEqual({ zh: `“甲”未取：${zh}。`, en: `“甲” was not taken in: ${en}.` })
  })
})
