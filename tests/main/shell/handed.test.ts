import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HandedOver, pathsOf, readSent } from '../../../src-main/shell/handed.ts'

const folder = resolve('/home/person')
const at = (...names: string[]): string[] => names.map((name) => resolve(folder, name))

describe('what the program is started with', () => {
  it('is the words after the program, as paths from where it was started', () => {
    expect(pathsOf(['/opt/duizhao', '报告.docx', '/data/长三角.duizhao'], { folder, isPackaged: true })).toEqual(at('报告.docx', '/data/长三角.duizhao'))
  })

  it('is not the folder that Electron runs, nor a switch', () => {
    expect(pathsOf(['/usr/bin/electron', '--inspect=0', '.', 'a.txt', '--no-sandbox'], { folder, isPackaged: false })).toEqual(at('a.txt'))
    expect(pathsOf(['/opt/duizhao', '--allow-file-access-from-files', '-psn_0_1', ''], { folder, isPackaged: true })).toEqual([])
  })

  it('comes from a second start as it was sent, and nothing else does', () => {
    expect(readSent({ paths: ['/a', '/b'] })).toEqual(['/a', '/b'])
    for (const other of [undefined, null, 'x', {}, { paths: '/a' }, { paths: [1, null] }]) expect(readSent(other)).toEqual([])
  })
})

describe('what was handed over', () => {
  it('is taken once; of several libraries the last one is meant', () => {
    const handed = new HandedOver()
    expect([handed.isEmpty, handed.hasLibrary]).toEqual([true, false])
    handed.add(['/a.txt', '/one.duizhao', '/two.DUIZHAO'])
    handed.add(['/b.pdf'])
    expect([handed.isEmpty, handed.hasLibrary]).toEqual([false, true])
    expect([handed.takeLibrary(), handed.takeLibrary()]).toEqual(['/two.DUIZHAO', null])
    expect([handed.takeFiles(), handed.takeFiles()]).toEqual([['/a.txt', '/b.pdf'], []])
    expect(handed.isEmpty).toBe(true)
  })
})
