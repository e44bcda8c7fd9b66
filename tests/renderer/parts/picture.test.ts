import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { hatchCount, hatchPath, svgText, type Picture } from '../../../src-renderer/parts/picture.ts'

// 虚构样例
const picture: Picture = {
  width: 300,
  height: 40,
  shapes: [
    { kind: 'box', x: 0, y: 0, width: 100, height: 24, fill: 'theme:care', hatch: 1 },
    { kind: 'box', x: 100, y: 0, width: 100, height: 24, fill: 'theme:aid', hatch: 1 + hatchCount },
    { kind: 'box', x: 200, y: 0, width: 100, height: 24, fill: 'theme:party', hatch: 0 },
    { kind: 'path', d: 'M0 30H300', stroke: 'line', thickness: 1, isDashed: true },
    { kind: 'dot', x: 10, y: 30, radius: 4, fill: 'sheet', stroke: 'theme:care' },
    { kind: 'words', x: 0, y: 38, text: '“养老” <服务> & \u0007\ud800', size: 11, fill: 'ink', anchor: 'middle', isBold: true }
  ]
}
const svg = svgText(picture, new Map([['care', '#112233'], ['aid', '#445566']]))

describe('a saved picture', () => {
  it('is a well-formed SVG file of its size, in ink on white', () => {
    const { document } = parseHTML(svg)
    const root = document.querySelector('svg')!
    expect([root.getAttribute('width'), root.getAttribute('viewBox')]).toEqual(['300', '0 0 300 40'])
    expect(document.querySelector('text')!.textContent).toBe('“养老” <服务> &  \ufffd')
    expect(document.querySelector('circle')!.getAttribute('stroke')).toBe('#112233')
    expect(svg).not.toContain('var(')
  })

  it('holds each hatch once, and no reference to one that it lacks', () => {
    const defined = [...svg.matchAll(/<pattern id="(h\d+)"/g)].map(([, id]) => id)
    expect(defined).toEqual(['h1'])
    expect([...svg.matchAll(/url\(#(h\d+)\)/g)].map(([, id]) => id)).toEqual(['h1', 'h1'])
  })

  it('has a pattern of its own for each of sixteen themes', () => {
    expect(new Set(Array.from({ length: hatchCount }, (_, n) => hatchPath(n))).size).toBe(hatchCount)
  })
})
