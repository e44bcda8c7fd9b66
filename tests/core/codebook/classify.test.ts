import { describe, expect, it } from 'vitest'
import { classifyClauses } from '#core/codebook/classify.ts'
import type { Codebook, ThemePatterns } from '#core/codebook/codebook.ts'
import { compileCodebook } from '#core/codebook/compile.ts'

// A small codebook and invented clauses (虚构样例) show each kind of pattern by itself.

const theme = (id: string, patterns: Partial<ThemePatterns>) => ({
  id,
  name: { zh: id, en: id },
  definition: { zh: id, en: id },
  include: [],
  exclude: [],
  color: { light: '#000000', dark: '#ffffff' },
  governs: true,
  patterns: { terms: [], items: [], rollCall: [], cues: [], together: [], lookalikes: [], unless: [], ...patterns }
})

const codebook: Codebook = {
  format: 'duizhao/codebook@1',
  id: 'trial',
  version: '1.0.0',
  name: { zh: '试', en: 'trial' },
  themes: [
    theme('care', { terms: ['养老机构'], items: ['养老'], rollCall: ['老龄'], cues: ['照料'], together: [['老龄', '照料']], lookalikes: ['养老金'], unless: ['消费'] }),
    theme('community', { together: [['社区', '议事']], items: ['社区建设'], lookalikes: ['零碳社区'] }),
    theme('charity', { items: ['慈善'], terms: ['养老机构慈善基金'] })
  ],
  context: { listSpoilers: ['企业'], rollCallFrames: ['事业'], otherSubjects: ['铁路'] }
}
const compiled = compileCodebook(codebook)

function read(clause: string) {
  const [reading] = classifyClauses(clause, [{ start: 0, end: clause.length }], compiled)
  const show = (list: NonNullable<typeof reading>['themes']) =>
    list.map(({ theme: index, evidence }) => `${compiled.themeIds[index]}:${evidence.map((s) => clause.slice(s.start, s.end)).join('+')}`)
  return { themes: show(reading!.themes), hints: show(reading!.hints), otherSubject: reading!.otherSubject }
}

describe('reading one clause', () => {
  it('a term carries its theme', () => {
    expect(read('新建养老机构').themes).toEqual(['care:养老机构'])
  })

  it('an item carries it alone, not as one of a list', () => {
    expect(read('发展养老').themes).toEqual(['care:养老'])
    expect(read('发展文旅、养老、家政').themes).toEqual([])
    expect(read('发展文旅、养老、家政').hints).toEqual(['care:养老'])
  })

  it('an item counts in a list that names several causes, or its own theme twice', () => {
    expect(read('做好养老、慈善等').themes).toEqual(['care:养老', 'charity:慈善'])
    expect(read('养老、老龄、养老').themes).toEqual(['care:养老+养老'])
  })

  it('与 of 参与 joins no list, nor does a manner or a verb before the 、 belong to an item', () => {
    expect(read('引导资本参与养老').themes).toEqual(['care:养老'])
    expect(read('推动养老规范化、品牌化').themes).toEqual(['care:养老'])
    expect(read('要求慈善聚焦主业、公开透明').themes).toEqual(['charity:慈善'])
  })

  it('a spoiler makes it a list of actors or goods again', () => {
    expect(read('引导企业投身养老、慈善等').themes).toEqual([])
  })

  it('a roll-call word needs the list and its frame', () => {
    expect(read('老龄、慈善等事业').themes).toEqual(['care:老龄', 'charity:慈善'])
    expect(read('老龄、慈善等').themes).toEqual([])
    expect(read('老龄事业').themes).toEqual([])
  })

  it('a longer name hides the shorter ones inside it, across themes', () => {
    expect(read('设立养老机构慈善基金').themes).toEqual(['charity:养老机构慈善基金'])
  })

  it('a lookalike hides the names of its own theme that begin inside it, and is another subject', () => {
    expect(read('提高养老金')).toEqual({ themes: [], hints: [], otherSubject: true })
    expect(read('推进零碳社区建设').themes).toEqual([])
    expect(read('推进社区建设').themes).toEqual(['community:社区建设'])
  })

  it('words of a group count only together', () => {
    expect(read('社区办事').themes).toEqual([])
    expect(read('社区居民议事').themes).toEqual(['community:社区+议事'])
  })

  it('words of a group only hint where the clause takes the weight of their theme away', () => {
    expect(read('老龄群体照料消费')).toEqual({ themes: [], hints: ['care:老龄+照料'], otherSubject: false })
  })

  it('a clause can take the weight of an item away', () => {
    expect(read('促进养老消费').themes).toEqual([])
    expect(read('促进养老消费').hints).toEqual(['care:养老'])
  })

  it('a cue only hints, another subject is noted', () => {
    expect(read('日间照料').hints).toEqual(['care:照料'])
    expect(read('修建铁路').otherSubject).toBe(true)
  })
})

describe('a retired theme', () => {
  it('keeps its number and is read no more', () => {
    const [care, ...others] = codebook.themes
    const without = compileCodebook({ ...codebook, format: 'duizhao/codebook@2', themes: [{ ...care!, retired: { into: 'charity' } }, ...others] })
    const [reading] = classifyClauses('新建养老机构，发展慈善', [{ start: 0, end: 11 }], without)
    expect(without.themeIds).toEqual(compiled.themeIds)
    expect(reading!.themes.map(({ theme: index }) => without.themeIds[index])).toEqual(['charity'])
  })
})
